import { useMemo } from 'react';
import type { FlowKey } from '../../../../asl/flow-key.js';
import { flowKey } from '../../../../asl/flow-key.js';
import { isObject } from '../../../../asl/definition.js';
import type { Sample } from '../../../../asl/jsonata/evaluate.js';
import { setWorkflowSample, workflowSamples } from '../../../../editor/commands/set-workflow-sample.js';
import { lookup, type Json } from '../../../../model/design.js';
import { studio, useStudio } from '../../../studio/studio.js';
import { useForm, useOwner } from '../form-context.js';

/** The parts of a sample that people write. */
export type SamplePart = 'input' | 'result' | 'errorOutput' | 'variables';

export type StateSample = Readonly<Partial<Record<SamplePart, Json>>>;

/** The sample of the state whose form it is; undefined: there is none yet. */
export function useStateSample(): StateSample | undefined {
  const { view } = useForm();
  const { path } = useOwner();
  const key = flowKey(path);
  const written = useStudio(({ design }) => lookup(workflowSamples(design, view.node), key));
  return isObject(written) ? written : undefined;
}

/** Saves one part of the sample of a state. */
export function setSamplePart(node: string, state: FlowKey, part: SamplePart, value: Json | undefined): void {
  const { design, editor } = studio.getState();
  const before = lookup(workflowSamples(design, node), state);
  const { [part]: _before, ...rest } = isObject(before) ? before : {};
  const sample: Readonly<Record<string, Json>> = value === undefined ? rest : { ...rest, [part]: value };
  editor.run(setWorkflowSample, { node, state, sample: Object.keys(sample).length === 0 ? undefined : sample });
}

/** What an expression of the state reads: the sample, with a context object as an execution has it. */
export function useSample(): Sample | undefined {
  const sample = useStateSample();
  const { view } = useForm();
  const { path } = useOwner();
  const machine = useStudio(({ design }) => lookup(design.nodes, view.node)?.label ?? '');
  return useMemo(() => {
    if (sample === undefined) return undefined;
    const { input, result, errorOutput, variables } = sample;
    return {
      ...(input === undefined ? {} : { input }),
      ...(result === undefined ? {} : { result }),
      ...(errorOutput === undefined ? {} : { errorOutput }),
      ...(isObject(variables) ? { variables } : {}),
      context: contextOf(machine, path.at(-1) ?? '', input ?? {}),
    };
  }, [sample, machine, path]);
}

/** The context object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const contextOf = (machine: string, state: string, input: Json): Json => ({
  Execution: {
    Id: `arn:aws:states:us-east-1:123456789012:execution:${machine}:sample`,
    Input: input,
    Name: 'sample',
    RoleArn: 'arn:aws:iam::123456789012:role/sample',
    StartTime: '2026-01-01T00:00:00Z',
    RedriveCount: 0,
  },
  State: { EnteredTime: '2026-01-01T00:00:00Z', Name: state, RetryCount: 0 },
  StateMachine: { Id: `arn:aws:states:us-east-1:123456789012:stateMachine:${machine}`, Name: machine },
  Task: { Token: 'sample-task-token' },
  Map: { Item: { Index: 0, Value: input } },
});
