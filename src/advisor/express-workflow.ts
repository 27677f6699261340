import { lookup, type Design, type Json, type NodeId } from '../model/design.js';
import { stateNameOf } from '../model/names.js';
import { addNode, type Added } from '../model/graph.js';
import { placeFor } from './changes.js';
import { stateLabel, type FunctionView, type SingleCall } from './functions.js';
import {
  fixedParameters,
  gapArguments,
  gapExpression,
  hasGap,
  passFieldOf,
  resourceArgument,
  taskCallOf,
  withSubstitution,
} from './task-call.js';

/** Adds an Express workflow with one Task that makes the call of a function, in the place of the function. */
export function addExpressWorkflow(
  design: Design,
  { node }: FunctionView,
  call: SingleCall,
  gap: boolean,
  replacesFunction: boolean,
  label: string,
): Added<NodeId> {
  const definition = lookup(call.role.actions, call.action);
  const { name, substitutions } = withSubstitution({}, call.target, definition);
  const passField = gap ? undefined : passFieldOf(call);
  const sent: Readonly<Record<string, Json>> =
    passField === undefined
      ? gapArguments(call, name)
      : {
          ...resourceArgument(definition, name),
          ...fixedParameters(definition),
          ...(passField === '' ? {} : { [passField]: '{% $states.input %}' }),
        };
  // What is picked may be a part of the answer.
  const isOpen = gap && !hasGap(sent);
  const state = stateNameOf(stateLabel(node), () => false);
  const place = placeFor(design, node, replacesFunction);
  const { context } = node.node;
  return addNode(
    design,
    {
      service: 'state-machine',
      label,
      ...(context === undefined ? {} : { context }),
      origin: 'created',
      props: { type: 'EXPRESS' },
      definition: {
        format: 'json',
        text: `${JSON.stringify(
          {
            QueryLanguage: 'JSONata',
            StartAt: state,
            States: {
              [state]: {
                Type: 'Task',
                Resource: taskCallOf(call, 'REQUEST_RESPONSE')?.resource ?? '',
                Arguments: sent,
                ...(isOpen ? { Output: gapExpression('Output') } : {}),
                End: true,
              },
            },
          },
          null,
          2,
        )}\n`,
        substitutions,
      },
    },
    { wanted: `${node.id}-workflow`, ...(place === undefined ? {} : { at: place }) },
  );
}
