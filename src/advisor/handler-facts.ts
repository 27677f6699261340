import type { HandlerAnalysis } from '../handlers/index.js';
import { reasonTexts } from '../handlers/judge/reasons.js';
import type { Localized } from '../model/localized.js';
import type { NodeId } from '../model/design.js';
import type { System, SystemNode } from '../system/system.js';
import type { Confidence, Evidence } from './define.js';

/** What the code of a function says, as the rules use it: it comes before the fields of the node. */
export interface HandlerFacts {
  /** `none`: the code is a stub, of which nothing is said. */
  readonly work: 'unknown' | 'transport' | 'transform' | 'mixed' | 'none';
  readonly mapping: 'unknown' | 'picks' | 'computes';
  readonly confidence: Confidence;
  /** `dynamodb:putItem`, with the service as AWS SDK integrations name it; undefined: not all calls are known. */
  readonly calls: readonly string[] | undefined;
  readonly evidence: readonly Evidence[];
}

/** A function whose code was read. */
interface ReadNode extends SystemNode {
  readonly handler?: HandlerFacts;
}

/** At most so many lines of code are shown for a finding. */
const mostLines = 4;

const claims = {
  replace: { work: 'transport' },
  partly: { work: 'transport' },
  keep: { work: 'transform' },
  stub: { work: 'none' },
  unknown: { work: 'unknown' },
} as const;

/** What an analysis means for the advice about a function. */
export function factsOf(node: NodeId, analysis: HandlerAnalysis): HandlerFacts {
  const { claim, kind, confidence, reasons, facts } = analysis;
  const lines = facts
    .filter((fact) => fact.kind === 'call' || fact.kind === 'http' || fact.kind === 'obstacle')
    .slice(0, mostLines)
    .map(({ what, file, line, text }): Evidence => ({
      text: named({ en: 'The code says: {what}', ja: 'コードの内容: {what}' }, what),
      node,
      code: { file, line, text },
    }));
  return {
    work: kind === 'part' ? 'mixed' : claims[claim].work,
    // What is sent is known to the analysis, not yet to what writes the mapping: it stays to be written.
    mapping: kind === 'full' ? 'picks' : kind === undefined ? 'unknown' : 'computes',
    confidence: confidence >= 0.85 ? 'high' : confidence >= 0.6 ? 'medium' : 'low',
    calls:
      claim === 'unknown' || analysis.calls.some((name) => name.startsWith('http:'))
        ? undefined
        : analysis.calls.map(callOf),
    evidence: [...reasons.map((reason): Evidence => ({ text: reasonTexts[reason], node })), ...lines],
  };
}

/** `dynamodb:PutItem` -> `dynamodb:putItem`. */
const callOf = (name: string): string => name.replace(/:(.)/, (_, first: string) => `:${first.toLowerCase()}`);

/** Braces of code would be taken for placeholders. */
const named = ({ en, ja }: { readonly en: string; readonly ja: string }, what: string): Localized => {
  const shown = what.replace(/[{}]/g, ' ');
  return { en: en.replace('{what}', () => shown), ja: ja.replace('{what}', () => shown) };
};

/** What is known of a function's code. */
export const handlerOf = (node: SystemNode): HandlerFacts | undefined => (node as ReadNode).handler;

/**
 * A system whose functions are as their code says, for the advice: the fields `work` and `mapping` of the design stay
 * what they are. A node keeps its identity as long as node and facts are the same.
 */
export function withHandlers(system: System, facts: ReadonlyMap<string, HandlerFacts>): System {
  if (facts.size === 0) return system;
  const nodes = new Map<NodeId, SystemNode>(system.nodes);
  for (const [id, node] of system.nodes) {
    const handler = facts.get(id);
    if (handler !== undefined) nodes.set(id, readNode(node, handler));
  }
  return {
    design: system.design,
    nodes,
    connections: system.connections,
    incoming: (id) => system.incoming(id),
    outgoing: (id) => system.outgoing(id),
    node: (id) => nodes.get(id),
  };
}

const read = new WeakMap<SystemNode, ReadNode>();

function readNode(node: SystemNode, handler: HandlerFacts): ReadNode {
  const before = read.get(node);
  if (before?.handler === handler) return before;
  const { work, mapping } = handler;
  // Where the code cannot be read, what the person said still counts.
  const props = work === 'unknown' ? node.props : { ...node.props, work, mapping };
  const after: ReadNode = { ...node, props, handler };
  read.set(node, after);
  return after;
}
