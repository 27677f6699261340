import { lookup, type Design, type Json } from '../../model/design.js';
import { defineCommand } from '../define.js';

export interface SetWorkflowSampleArgs {
  /** The state machine. */
  readonly node: string;
  /** Key of the state that gets the values. */
  readonly state: string;
  /** Input, result and variables; undefined removes the sample. */
  readonly sample: Readonly<Record<string, Json>> | undefined;
}

type States = Readonly<Record<string, Json>>;

/** Saves what a state gets as a sample: expressions are evaluated with it. */
export const setWorkflowSample = defineCommand<SetWorkflowSampleArgs>({
  id: 'set-workflow-sample',
  label: { en: 'Save the sample of the state', ja: 'ステートのサンプルを保存' },
  enabled: () => true,
  run: ({ design, selection }, { node, state, sample }) => {
    const found = sampleEntry(design, node);
    const id = found?.id ?? freeId(design, node);
    const { [state]: _before, ...others } = found?.states ?? {};
    const states = sample === undefined ? others : { ...others, [state]: sample };
    const same = JSON.stringify(found?.states ?? {}) === JSON.stringify(states);
    if (same || lookup(design.nodes, node) === undefined) return { state: { design, selection }, undo: 'none' };
    const { [id]: _samples, ...rest } = design.samples;
    const samples = Object.keys(states).length === 0 ? rest : { ...rest, [id]: { node, states } };
    return {
      state: { design: { ...design, samples }, selection },
      undo: 'merge',
      gesture: `workflow-sample:${node}:${state}`,
    };
  },
});

/** The samples of a state machine by the keys of its states. */
export const workflowSamples = (design: Design, node: string): States => sampleEntry(design, node)?.states ?? {};

/** Found by the node that it names, whose id may change. */
function sampleEntry({ samples }: Design, node: string): { readonly id: string; readonly states: States } | undefined {
  for (const [id, sample] of Object.entries(samples)) {
    if (!isRecord(sample) || lookup(sample, 'node') !== node) continue;
    const states = lookup(sample, 'states');
    if (isRecord(states)) return { id, states };
  }
  return undefined;
}

function freeId({ samples }: Design, node: string): string {
  const base = `workflow-${node}`;
  let id = base;
  for (let number = 2; Object.hasOwn(samples, id); number++) id = `${base}-${String(number)}`;
  return id;
}

const isRecord = (value: Json | undefined): value is States =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
