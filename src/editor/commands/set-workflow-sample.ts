import { lookup, type Json } from '../../model/design.js';
import { defineCommand } from '../define.js';

export interface SetWorkflowSampleArgs {
  /** The state machine. */
  readonly node: string;
  /** Key of the state that gets the values. */
  readonly state: string;
  /** Input, result and variables; undefined removes the sample. */
  readonly sample: Readonly<Record<string, Json>> | undefined;
}

/** Where the samples of a state machine stand in a design. */
export const workflowSampleId = (node: string): string => `workflow-${node}`;

/** Saves what a state gets as a sample: expressions are evaluated with it. */
export const setWorkflowSample = defineCommand<SetWorkflowSampleArgs>({
  id: 'set-workflow-sample',
  label: { en: 'Save the sample of the state', ja: 'ステートのサンプルを保存' },
  enabled: () => true,
  run: ({ design, selection }, { node, state, sample }) => {
    const id = workflowSampleId(node);
    const before = lookup(design.samples, id);
    const { [state]: _before, ...others } = statesOf(before);
    const states = sample === undefined ? others : { ...others, [state]: sample };
    const { [id]: _samples, ...rest } = design.samples;
    const samples = Object.keys(states).length === 0 ? rest : { ...rest, [id]: { node, states } };
    const same = JSON.stringify(before) === JSON.stringify(lookup(samples, id));
    return {
      state: { design: same ? design : { ...design, samples }, selection },
      undo: 'merge',
      gesture: `workflow-sample:${node}:${state}`,
    };
  },
});

/** The samples of a state machine by the keys of its states. */
export function statesOf(sample: Json | undefined): Readonly<Record<string, Json>> {
  if (!isRecord(sample)) return {};
  const states = lookup(sample, 'states');
  return isRecord(states) ? states : {};
}

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
