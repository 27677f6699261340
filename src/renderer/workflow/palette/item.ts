import type { Pattern } from '../../../asl/tasks.js';
import { isObject } from '../../../asl/definition.js';
import type { Json } from '../../../model/design.js';
import { flowTypes, type FlowType } from './flow-states.js';

/** What the palette puts into a workflow. */
export type PaletteItem =
  | { readonly kind: 'flow'; readonly type: FlowType }
  /** An action by its AWS SDK integration: `dynamodb`, `putItem`. */
  | { readonly kind: 'sdk'; readonly service: string; readonly action: string }
  /** An optimized integration, HTTP Tasks among them: `ecs`, `runTask`. Without a pattern: Request Response. */
  | { readonly kind: 'optimized'; readonly service: string; readonly action: string; readonly pattern?: Pattern }
  /** A node of the design; without an action the usual one of its service. */
  | { readonly kind: 'resource'; readonly node: string; readonly action?: string; readonly pattern?: Pattern }
  /** Ready-made states, by the id of their pattern. */
  | { readonly kind: 'pattern'; readonly id: string };

/** The type of the drag data: a palette item as JSON. */
export const paletteItemType = 'application/x-servicefull-workflow-item';

export const itemData = (item: PaletteItem): string => JSON.stringify(item);

/** Reads drag data, which another program may have made; undefined: it is no item. */
export function readItem(data: string): PaletteItem | undefined {
  if (data.length > 2000) return undefined;
  let value: Json;
  try {
    value = JSON.parse(data) as Json;
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { kind, type, service, action, node, id, pattern } = value;
  const waits = isPattern(pattern) ? { pattern } : {};
  if (kind === 'flow') {
    const flow = flowTypes.find((one) => one === type);
    return flow && { kind, type: flow };
  }
  if (kind === 'sdk' && typeof service === 'string' && typeof action === 'string') return { kind, service, action };
  if (kind === 'optimized' && typeof service === 'string' && typeof action === 'string')
    return { kind, service, action, ...waits };
  if (kind === 'resource' && typeof node === 'string')
    return { kind, node, ...(typeof action === 'string' ? { action } : {}), ...waits };
  return kind === 'pattern' && typeof id === 'string' ? { kind, id } : undefined;
}

const isPattern = (value: unknown): value is Pattern =>
  value === 'REQUEST_RESPONSE' || value === 'RUN_JOB' || value === 'WAIT_FOR_TASK_TOKEN';

/** One text for equal items: a key for lists. */
export const itemKey = (item: PaletteItem): string => itemData(item);
