import type { LucideIcon } from 'lucide-react';
import { sameInEveryLanguage, type Facts, type Localized } from '../../../model/localized.js';
import { optimizedServices } from '../../../sdk/optimized/index.js';
import type { OptimizedAction, OptimizedService, Pattern, WorkflowType } from '../../../sdk/optimized/define.js';
import { offerOf, patterns } from '../../../sdk/optimized/offer.js';
import type { SdkHit } from '../../../sdk/search.js';
import { refusalTexts } from '../../../sdk/refusals.js';
import { endOf } from '../../../system/nodes.js';
import type { SystemNode } from '../../../system/system.js';
import { flowStates, flowTypes, type FlowType } from './flow-states.js';
import type { PaletteItem } from './item.js';
import type { StatePattern } from './patterns/define.js';

/** What an entry is drawn with: a state's type and service, the icon of a drawn node, or the sign of a pattern. */
export type EntryIcon =
  | { readonly type: string; readonly service?: string }
  | { readonly catalog: string | undefined }
  | { readonly sign: LucideIcon };

/** An item of the palette as it is shown and found. */
export interface PaletteEntry {
  readonly item: PaletteItem;
  readonly icon: EntryIcon;
  readonly title: Localized;
  readonly detail: Localized;
  readonly mark?: 'optimized' | 'sdk';
  /** Why it cannot be added. */
  readonly refusal?: { readonly text: Localized; readonly facts?: Facts };
  /** What finds it besides title and detail. */
  readonly keywords: readonly string[];
}

const same = sameInEveryLanguage;
/** `putItem` as people know it from the API. */
export const operationName = (action: string): string => action.charAt(0).toUpperCase() + action.slice(1);

export const flowEntry = (type: FlowType): PaletteEntry => ({
  item: { kind: 'flow', type },
  icon: { type },
  title: same(type),
  detail: flowStates[type].description,
  keywords: [...flowStates[type].keywords, type],
});

/** Calls an API outside of AWS, so that it stands among the states. */
export const httpEntry: PaletteEntry = {
  item: { kind: 'optimized', service: 'http', action: 'invoke' },
  icon: { type: 'http' },
  title: { en: 'HTTP', ja: 'HTTP' },
  detail: { en: 'Calls an HTTPS API', ja: 'HTTPS API を呼び出す HTTP タスク' },
  keywords: ['http', 'https', 'rest', 'api', 'webhook', 'url', 'fetch', '外部', 'HTTP タスク'],
};

export const flowEntries: readonly PaletteEntry[] = [...flowTypes.map(flowEntry), httpEntry];

/** The nodes of a design that Tasks can call, those of the machine's own context first; the machine itself is none. */
export function resourceEntries(nodes: ReadonlyMap<string, SystemNode>, machine: string): readonly PaletteEntry[] {
  const context = nodes.get(machine)?.context;
  const near = [...nodes.values()].filter((node) => node.context === context);
  const far = [...nodes.values()].filter((node) => node.context !== context);
  return [...near, ...far].flatMap((node): PaletteEntry[] => {
    const end = endOf(node, 'sdkTarget');
    const action = end?.role.defaultAction;
    if (end === undefined || action === undefined || node.id === machine) return [];
    const label = node.label.trim() === '' ? node.id : node.label;
    return [
      {
        item: { kind: 'resource', node: node.id },
        icon: { catalog: node.service.icon },
        title: same(label),
        detail: same(operationName(action.replace(/^.*:/, ''))),
        keywords: [node.id],
      },
    ];
  });
}

export const patternEntry = (pattern: StatePattern, workflow: WorkflowType): PaletteEntry => ({
  item: { kind: 'pattern', id: pattern.id },
  icon: { sign: pattern.icon },
  title: pattern.label,
  detail: pattern.description,
  keywords: pattern.keywords,
  ...(pattern.isStandardOnly && workflow === 'EXPRESS' ? { refusal: { text: standardOnly } } : {}),
});

const standardOnly: Localized = {
  en: 'It waits for a job or a callback, which only a Standard workflow can.',
  ja: 'ジョブの実行またはコールバックの待機を使うため、Standard ワークフローが必要です。',
};

/** The first way to wait that an action has. */
export const firstPattern = (action: OptimizedAction): Pattern =>
  patterns.find((pattern) => action.patterns[pattern] !== undefined) ?? 'REQUEST_RESPONSE';

export function optimizedEntry(
  service: OptimizedService,
  name: string,
  action: OptimizedAction,
  workflow: WorkflowType,
): PaletteEntry {
  const pattern = firstPattern(action);
  const offer = offerOf(service.id, name, pattern, workflow);
  return {
    item: { kind: 'optimized', service: service.id, action: name, pattern },
    icon: service.id === 'http' ? { type: 'http' } : { type: 'Task', service: service.id },
    title: same(operationName(name)),
    detail: {
      en: `${shortName(service.label.en)} · ${action.label.en}`,
      ja: `${shortName(service.label.ja)} · ${action.label.ja}`,
    },
    mark: 'optimized',
    keywords: [service.id, name],
    ...(offer.isOffered ? {} : { refusal: { text: offer.reason } }),
  };
}

/** A row has no room for whose service it is. */
const shortName = (label: string): string => label.replace(/^(?:Amazon|AWS) /, '');

export const sdkEntry = ({ service, action, refusal }: SdkHit): PaletteEntry => ({
  item: { kind: 'sdk', service: service.id, action },
  icon: { type: 'Task', service: service.id },
  title: same(operationName(action)),
  detail: same(shortName(service.label)),
  mark: 'sdk',
  keywords: [],
  ...(refusal === undefined
    ? {}
    : {
        refusal: {
          text: refusalTexts[refusal],
          facts: { service: shortName(service.label), action: operationName(action) },
        },
      }),
});

/** A service that AWS has shut down: named, so that nobody looks for it. */
export const retiredEntry = (id: string, name: string): PaletteEntry => ({
  item: { kind: 'sdk', service: id, action: '' },
  icon: { type: 'Task', service: id },
  title: same(name),
  detail: same(id),
  keywords: [],
  refusal: { text: refusalTexts.retired, facts: { service: name } },
});

export const optimizedEntries = (workflow: WorkflowType): readonly PaletteEntry[] =>
  [...optimizedServices.values()].flatMap((service) =>
    Object.entries(service.actions).map(([name, action]) => optimizedEntry(service, name, action, workflow)),
  );
