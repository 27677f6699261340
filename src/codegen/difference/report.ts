import { serviceOf } from '../../catalog/index.js';
import type { DesignChange } from '../../model/compare.js';
import type { Design } from '../../model/design.js';
import { translate, type Facts, type Language, type Localized } from '../../model/localized.js';
import type { DesignDifference } from './design-changes.js';
import { changeWords, kindWords, nameOfField, nameOfThing, valueWords } from './design-words.js';
import { ownersIn } from './resource-names.js';
import {
  broaderText,
  broaderWords,
  consequenceOf,
  goneStackText,
  goneWords,
  impactWords,
  narrowerWords,
  newWords,
} from './risk-words.js';
import {
  isRisky,
  type Grant,
  type PermissionDifference,
  type ResourceDifference,
  type TemplateDifference,
} from './template-difference.js';

/** What two versions differ in, as far as they can be compared. */
export interface Difference {
  readonly beforeName: string;
  readonly afterName: string;
  /** Absent where one of the two is no design. */
  readonly design?: DesignDifference;
  /** Absent where there are no templates, for the reason in `templatesMissing`. */
  readonly templates?: TemplateDifference;
  readonly templatesMissing?: string;
}

const texts = {
  heading: { en: 'Changes from {before} to {after}', ja: '{before} から {after} への変更' },
  nothing: { en: 'Nothing differs.', ja: '差分はありません。' },
  design: {
    en: { one: 'Design: {count} change', other: 'Design: {count} changes' },
    ja: '設計: 変更 {count} 件',
  },
  moved: {
    en: { one: '{count} thing only moved in the drawing', other: '{count} things only moved in the drawing' },
    ja: '図の中で移動しただけのもの: {count} 個',
  },
  risks: {
    en: { one: '{count} change to decide about', other: '{count} changes to decide about' },
    ja: '判断が必要な変更: {count} 件',
  },
  resources: {
    en: { one: 'Resources: {count} change', other: 'Resources: {count} changes' },
    ja: 'リソース: 変更 {count} 件',
  },
  permissions: {
    en: { one: 'Permissions: {count} change', other: 'Permissions: {count} changes' },
    ja: 'アクセス許可: 変更 {count} 件',
  },
  missing: { en: 'No CloudFormation difference: {detail}', ja: 'CloudFormation の差分はありません: {detail}' },
  more: { en: 'and {count} more', ja: 'ほか {count} 件' },
  becomes: { en: '{field}: {before} → {after}', ja: '{field}: {before} → {after}' },
} as const satisfies Record<string, Localized>;

/** A line of a report: `+`, `-` or `~`, and `!` for what can hurt. */
interface Line {
  readonly mark: '+' | '-' | '~' | '!';
  readonly title: string;
  /** Beside the title: the type, the kind. */
  readonly detail: string;
  /** A word for what happens to it. */
  readonly tag?: string;
  readonly text?: string;
  /** What changed, line by line; code. */
  readonly code: readonly string[];
}

interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface DifferenceReport {
  readonly heading: string;
  /** Nothing differs. */
  readonly isEmpty: boolean;
  readonly remarks: readonly string[];
  readonly sections: readonly Section[];
}

/** More than anybody reads, and less than what a comment on a pull request may have. */
const mostLines = 150;
const mostCode = 20;

/** The difference in words, for text and Markdown alike. */
export function reportOf(difference: Difference, language: Language): DifferenceReport {
  const say = (text: Localized, facts: Facts = {}): string => translate(text, language, facts);
  const { design, templates, templatesMissing, beforeName, afterName } = difference;
  const name = namesFor(design === undefined ? [] : [design.before, design.after], language);
  const sections: Section[] = [];
  const add = (title: Localized, lines: readonly Line[]): void => {
    if (lines.length > 0) sections.push({ title: say(title, { count: lines.length }), lines });
  };
  if (design !== undefined)
    add(
      texts.design,
      design.changes.map((change) => designLine(design, change, say)),
    );
  if (templates !== undefined) {
    const { resources, permissions, goneStacks } = templates;
    add(texts.risks, [
      ...goneStacks.map((stack): Line => stackLine(stack, say)),
      ...resources.filter(isRisky).map((one) => resourceLine(one, name, say)),
      ...permissions.filter(({ broader }) => broader).map((one) => permissionLine(one, name, say)),
    ]);
    add(
      texts.resources,
      resources.filter((one) => !isRisky(one)).map((one) => resourceLine(one, name, say)),
    );
    add(
      texts.permissions,
      permissions.filter(({ broader }) => !broader).map((one) => permissionLine(one, name, say)),
    );
  }
  return {
    heading: say(texts.heading, { before: beforeName, after: afterName }),
    isEmpty: sections.length === 0,
    remarks: [
      ...(sections.length === 0 ? [say(texts.nothing)] : []),
      ...(design !== undefined && design.moved > 0 ? [say(texts.moved, { count: design.moved })] : []),
      ...(templatesMissing === undefined ? [] : [say(texts.missing, { detail: templatesMissing })]),
    ],
    sections,
  };
}

type Say = (text: Localized, facts?: Facts) => string;
type NameOf = (logicalId: string) => string;

/** A resource by the label of its node, with the rest of its logical id where it is not the node's own. */
function namesFor(designs: readonly Design[], language: Language): NameOf {
  const ownerOf = ownersIn(designs);
  return (logicalId) => {
    const owner = ownerOf(logicalId);
    if (owner === undefined) return logicalId;
    const { label, service } = owner.node;
    const named = label.trim() === '' ? (serviceOf(service)?.label ?? { en: owner.id, ja: owner.id }) : undefined;
    return `${named === undefined ? label.trim() : translate(named, language)} (${logicalId})`;
  };
}

const marks = { added: '+', removed: '-', changed: '~', moved: '~' } as const;

function designLine({ before, after }: DesignDifference, change: DesignChange, say: Say): Line {
  const { kind, id, fields } = change;
  const holder = change.change === 'removed' ? before : after;
  return {
    mark: marks[change.change],
    title: say(nameOfThing(holder, kind, id)),
    detail: say(kindWords(kind)),
    tag: say(changeWords[change.change]),
    code: fields.map(({ field, before: old, after: now }) =>
      say(texts.becomes, {
        field: nameOfField(holder, kind, id, field),
        before: valueWords(old),
        after: valueWords(now),
      }),
    ),
  };
}

const stackLine = (stack: string, say: Say): Line => ({
  mark: '!',
  title: stack,
  detail: 'AWS::CloudFormation::Stack',
  tag: say(goneWords),
  text: say(goneStackText),
  code: [],
});

function resourceLine(resource: ResourceDifference, name: NameOf, say: Say): Line {
  const { impact, logicalId, type, stack, properties, more } = resource;
  const { text, facts } = consequenceOf(resource);
  const isPlain = impact === 'create' || impact === 'update' || (impact === 'delete' && !resource.holdsData);
  return {
    mark: isRisky(resource) ? '!' : impact === 'create' ? '+' : impact === 'delete' || impact === 'retain' ? '-' : '~',
    title: name(logicalId),
    detail: `${type} · ${stack}`,
    tag: say(impactWords[impact]),
    ...(isPlain ? {} : { text: say(text, facts) }),
    code: [
      ...properties.flatMap(({ path, before, after }) => [
        ...(before === undefined ? [] : [`- ${path}: ${before}`]),
        ...(after === undefined ? [] : [`+ ${path}: ${after}`]),
      ]),
      ...(more === 0 ? [] : [say(texts.more, { count: more })]),
    ],
  };
}

/** `dynamodb:GetItem  ${Orders.Arn}  (events.amazonaws.com)` */
export function grantText({ effect, action, resource, principal, condition }: Grant): string {
  const who = principal === undefined ? '' : `  (${principal})`;
  const when = condition === undefined ? '' : `  ${condition}`;
  return `${effect === 'Deny' ? 'Deny ' : ''}${action}  ${resource}${who}${when}`;
}

function permissionLine(permission: PermissionDifference, name: NameOf, say: Say): Line {
  const { logicalId, type, stack, broader, isNew, added, removed } = permission;
  return {
    mark: broader ? '!' : isNew ? '+' : '~',
    title: name(logicalId),
    detail: `${type === '' ? 'IAM' : type} · ${stack}`,
    ...(broader
      ? { tag: say(broaderWords), text: say(broaderText) }
      : isNew
        ? { tag: say(newWords) }
        : added.length === 0
          ? { tag: say(narrowerWords) }
          : {}),
    code: [...removed.map((grant) => `- ${grantText(grant)}`), ...added.map((grant) => `+ ${grantText(grant)}`)],
  };
}

/** The first of a list, and how many are left out. */
function cut<Item>(items: readonly Item[], most: number): readonly [readonly Item[], number] {
  return [items.slice(0, most), Math.max(0, items.length - most)];
}

/** The report for a terminal. */
export function reportText({ heading, remarks, sections }: DifferenceReport, language: Language): string {
  const more = (count: number, indent: string): string[] =>
    count === 0 ? [] : [`${indent}${translate(texts.more, language, { count })}`];
  const lines = sections.flatMap(({ title, lines: all }) => {
    const [shown, left] = cut(all, mostLines);
    return [
      '',
      title,
      ...shown.flatMap(({ mark, title: name, detail, tag, text, code }) => {
        const [known, rest] = cut(code, mostCode);
        return [
          `  ${mark} ${name} [${detail}]${tag === undefined ? '' : ` ${tag}`}`,
          ...(text === undefined ? [] : [`      ${text}`]),
          ...known.map((line) => `      ${line}`),
          ...more(rest, '      '),
        ];
      }),
      ...more(left, '  '),
    ];
  });
  return `${[heading, ...remarks, ...lines].join('\n')}\n`;
}

/** Text from a design or template inside Markdown: it cannot become a link, HTML, a heading or a mention. */
const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~@&]/g, (character) => `\\${character}`);

/** A fence that no line of the code ends. */
function fenced(code: readonly string[]): string[] {
  const longest = Math.max(2, ...code.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return ['', `  ${fence}diff`, ...code.map((line) => `  ${line.replace(/\s+/g, ' ')}`), `  ${fence}`, ''];
}

/** The report for a comment on a pull request: what can hurt is open, the rest is folded away. */
export function reportMarkdown({ heading, remarks, sections }: DifferenceReport, language: Language): string {
  const more = (count: number): string[] => (count === 0 ? [] : [`- ${translate(texts.more, language, { count })}`]);
  const parts = sections.flatMap(({ title, lines }) => {
    const [shown, left] = cut(lines, mostLines);
    const items = shown.flatMap(({ mark, title: name, detail, tag, text, code }) => {
      const [known, rest] = cut(code, mostCode);
      const listed = rest === 0 ? known : [...known, translate(texts.more, language, { count: rest })];
      return [
        `- ${mark === '!' ? '⚠️ ' : ''}**${escaped(name)}** ${escaped(detail)}${tag === undefined ? '' : ` · *${tag}*`}`,
        ...(text === undefined ? [] : [`  ${escaped(text)}`]),
        ...(listed.length === 0 ? [] : fenced(listed)),
      ];
    });
    const isOpen = lines.some(({ mark }) => mark === '!');
    const body = [...items, ...more(left)];
    return isOpen
      ? ['', `### ${title}`, '', ...body]
      : ['', `<details><summary>${title}</summary>`, '', ...body, '', '</details>'];
  });
  return `${[`## ${escaped(heading)}`, ...remarks.flatMap((remark) => ['', escaped(remark)]), ...parts].join('\n')}\n`;
}

/** Version of the JSON: raised when a key changes its meaning or goes. */
const jsonVersion = 1;

/** The difference for other programs. */
export function reportJson(difference: Difference, language: Language): string {
  const { design, templates, templatesMissing, beforeName, afterName } = difference;
  const words = (text: Localized): string => translate(text, language);
  const json = {
    version: jsonVersion,
    before: beforeName,
    after: afterName,
    ...(design === undefined
      ? {}
      : {
          design: {
            moved: design.moved,
            changes: design.changes.map(({ kind, id, change, fields }) => ({
              kind,
              id,
              change,
              name: words(nameOfThing(change === 'removed' ? design.before : design.after, kind, id)),
              fields: fields.map(({ field, before, after }) => ({
                field,
                ...(before === undefined ? {} : { before }),
                ...(after === undefined ? {} : { after }),
              })),
            })),
          },
        }),
    ...(templates === undefined ? {} : templates),
    ...(templatesMissing === undefined ? {} : { templatesMissing }),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
