import { connections } from '../catalog/index.js';
import type { ConnectionDefinition, End, RoleName } from '../catalog/define.js';
import type { Json } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import { taskKind } from './machines.js';
import { endOf, withProps } from './nodes.js';
import type { SystemNode } from './system.js';

/** Props to set on an end so that it gets the role it lacks. */
export type EndProps = Readonly<Record<string, Json>>;

/** A kind that connects two nodes as they are, or after setting props on them. */
export interface DirectWay {
  readonly kind: string;
  readonly label: Localized;
  readonly tradeOff: Localized;
  readonly rank: number;
  /** Undefined: a Task, which is added to the definition instead. */
  readonly drawn?: {
    readonly definition: ConnectionDefinition;
    readonly from: End<RoleName>;
    readonly to: End<RoleName>;
  };
  readonly prepared: { readonly from?: EndProps; readonly to?: EndProps };
}

const taskWords = {
  label: { en: 'Task state', ja: 'Task ステート' },
  tradeOff: {
    en: 'The workflow calls it itself, with Retry and Catch.',
    ja: 'ワークフローが直接呼び出します。Retry と Catch を使えます。',
  },
} as const;

/** A state added now would be missing from the text that is being written, and lost as soon as that is valid. */
const unfinishedText: Localized = {
  en: 'The definition of this state machine has a text that is not valid yet. Correct it first.',
  ja: 'このステートマシンの定義には、まだ有効ではないテキストがあります。先に修正してください。',
};

/** Whether a node can be called by a Task state: the actions of a resource that only says its type are not known. */
const isTaskTarget = (node: SystemNode): boolean => {
  const role = endOf(node, 'sdkTarget')?.role;
  return role?.defaultAction !== undefined && (role.codeOnly !== true || role.optimized !== undefined);
};

interface Fit {
  readonly ways: readonly DirectWay[];
  /** Why a kind whose roles fit is refused all the same. */
  readonly refusals: readonly Localized[];
}

/** The kinds by which one node can be connected to another, best first. */
export function directWays(from: SystemNode, to: SystemNode): Fit {
  if (from.id === to.id) return { ways: [], refusals: [] };
  const ways: DirectWay[] = [];
  const refusals: Localized[] = [];
  if (endOf(from, 'stateMachine') !== undefined && from.node.origin === 'created' && isTaskTarget(to)) {
    if (from.node.definition?.draft === undefined) ways.push({ kind: taskKind, ...taskWords, rank: 10, prepared: {} });
    else refusals.push(unfinishedText);
  }
  for (const definition of connections) {
    if (from.service.roles[definition.from] === undefined || to.service.roles[definition.to] === undefined) continue;
    const prepared = prepare(definition, from, to);
    const fromEnd = endOf(withProps(from, prepared.from), definition.from);
    const toEnd = endOf(withProps(to, prepared.to), definition.to);
    if (fromEnd === undefined || toEnd === undefined) continue;
    const refusal = definition.refuse?.(fromEnd, toEnd);
    if (refusal !== undefined) {
      refusals.push(refusal);
      continue;
    }
    const { kind, label, tradeOff, rank } = definition;
    ways.push({ kind, label, tradeOff, rank, prepared, drawn: { definition, from: fromEnd, to: toEnd } });
  }
  return { ways: ways.sort((a, b) => a.rank - b.rank), refusals };
}

/** The props that drawing a connection sets on its ends; nothing where they play their roles already. */
function prepare(definition: ConnectionDefinition, from: SystemNode, to: SystemNode): DirectWay['prepared'] {
  if (endOf(from, definition.from) !== undefined && endOf(to, definition.to) !== undefined) return {};
  return definition.prepare?.(from, to) ?? {};
}
