import { rules } from '../../advisor/index.js';
import { connections, services } from '../../catalog/index.js';
import { isFieldVisible, resolveProps, type Field, type Fields } from '../../model/fields.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { allCommands, sections } from '../studio/commands/index.js';
import { gestures } from './gestures.js';
import type { HelpBlock, HelpPage } from './define.js';
import { guide } from './pages/index.js';

/** Pages that follow from the catalog, the rules and the commands: they cannot fall behind. */

const documentation: Localized = { en: 'Documentation', ja: 'ドキュメント' };
const heading = (text: Localized): HelpBlock => ({ kind: 'heading', text });
const settings = heading({ en: 'Settings', ja: '設定' });

/** The range or the choices of a field, in words. */
function limitOf(field: Field): Localized | undefined {
  if (field.kind === 'number') {
    const unit = field.unit === 'seconds' ? [' s', ' 秒'] : field.unit === 'megabytes' ? [' MB', ' MB'] : ['', ''];
    const range = (unitWords: string): string => `${String(field.min)}–${String(field.max)}${unitWords}`;
    return { en: range(unit[0] ?? ''), ja: range(unit[1] ?? '').replace('–', '～') };
  }
  if (field.kind === 'choice') {
    const options = Object.values(field.options);
    const join = (language: Language): string => options.map((option) => translate(option, language)).join(' / ');
    return { en: join('en'), ja: join('ja') };
  }
  if (field.kind === 'text' && field.pattern !== undefined) return field.pattern.hint;
  return undefined;
}

function fieldsBlock(fields: Fields): readonly HelpBlock[] {
  const props = resolveProps(fields, {});
  const items = Object.values(fields)
    .sort((a, b) => Number(isFieldVisible(b, props)) - Number(isFieldVisible(a, props)))
    .map((field) => ({ label: field.label, text: field.help, limit: limitOf(field), source: field.source }));
  return items.length === 0 ? [] : [settings, { kind: 'fields', items }];
}

const servicePages = services.map((service): HelpPage => ({
  id: servicePageId(service.type),
  group: 'services',
  title: service.label,
  icon: service.icon,
  keywords: [...service.keywords, service.type, service.cfnType ?? ''],
  blocks: [
    { kind: 'text', text: service.description },
    ...fieldsBlock(service.fields),
    { kind: 'source', url: service.source, text: documentation },
  ],
}));

/** The page of a service type. */
export function servicePageId(type: string): string {
  return `service-${type}`;
}

/** The page of a connection kind. */
export const connectionPageId = (kind: string): string => `connection-${kind}`;

const connectionPages = connections.map((connection): HelpPage => ({
  id: connectionPageId(connection.kind),
  group: 'connections',
  title: connection.label,
  keywords: [connection.kind],
  blocks: [
    { kind: 'text', text: connection.tradeOff },
    ...fieldsBlock(connection.fields),
    { kind: 'source', url: connection.source, text: documentation },
  ],
}));

const asFacts = (text: Localized): Localized => {
  // The names that a finding fills in stand as dots in the general words.
  const open = (words: string): string => words.replace(/\{[a-zA-Z]+\}/g, '…');
  return {
    en: typeof text.en === 'string' ? open(text.en) : open(text.en.other),
    ja: open(text.ja),
  };
};

const rulePages = rules.map((rule): HelpPage => ({
  id: `rule-${rule.id}`,
  group: 'rules',
  title: asFacts(rule.title),
  keywords: [rule.id],
  blocks: [
    { kind: 'text', text: asFacts(rule.what) },
    heading({ en: 'Why', ja: '理由' }),
    { kind: 'text', text: asFacts(rule.why) },
    heading({ en: 'Trade-off', ja: 'トレードオフ' }),
    { kind: 'text', text: asFacts(rule.tradeOff) },
    { kind: 'source', url: rule.source.url, text: rule.source.title },
  ],
}));

const shortcutPage: HelpPage = {
  id: 'shortcuts',
  group: 'guide',
  title: { en: 'Keyboard shortcuts', ja: 'キーボードショートカット' },
  blocks: Object.entries(sections).flatMap(([section, title]): readonly HelpBlock[] => {
    const items = [
      ...allCommands
        .filter((command) => command.section === section && command.keys !== undefined)
        .map(({ keys = [], label }) => ({ keys, text: label })),
      ...gestures.filter((gesture) => gesture.section === section).map(({ keys, label }) => ({ keys, text: label })),
    ];
    return items.length === 0 ? [] : [heading(title), { kind: 'keys', items }];
  }),
};

/** Every page of the help, the guide first. */
export const helpPages: readonly HelpPage[] = [
  ...guide,
  shortcutPage,
  ...servicePages,
  ...connectionPages,
  ...rulePages,
];
