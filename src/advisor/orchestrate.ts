import { addTask } from '../asl/edit.js';
import { taskOf } from '../asl/tasks.js';
import { parseDefinition, stateAt, type JsonObject } from '../asl/definition.js';
import { lookup, type Connection, type Design, type Json } from '../model/design.js';
import { addConnection, addNode, removeConnections, updateNode } from '../model/graph.js';
import { substitutionNameOf } from '../model/names.js';
import { addTaskFor } from '../system/tasks.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import { placeFor } from './changes.js';
import { labelOfNew, routeOf, stateLabel } from './functions.js';

/** A workflow of two functions, in the place of a call in the code of the first. */

/** What leads to the first function and can start a workflow instead; undefined: it cannot. */
type Redirected = { readonly kind: string; readonly props: Readonly<Record<string, Json>>; readonly sync: boolean };

/** Whether everything that calls the function can start a workflow, or one workflow calls it already. */
export function canBecomeWorkflow(system: System, caller: SystemNode): boolean {
  const callers = callersOf(system, caller);
  return machineOf(system, callers) !== undefined || callers.every((connection) => redirected(system, connection));
}

/** Whether something waits for the new workflow, which then is an Express workflow. */
export const isWaitedFor = (system: System, caller: SystemNode): boolean =>
  callersOf(system, caller).some((connection) => redirected(system, connection)?.sync === true);

const callersOf = (system: System, caller: SystemNode): readonly SystemConnection[] =>
  system.incoming(caller.id).filter(({ origin }) => origin !== 'reference');

/** The one state machine whose Task states are all that calls the function. */
function machineOf(system: System, callers: readonly SystemConnection[]): SystemNode | undefined {
  const [first] = callers;
  const only = first !== undefined && callers.length === 1 && first.origin === 'task' ? first : undefined;
  const machine = only && system.node(only.from);
  const { definition, origin } = machine?.node ?? {};
  if (origin !== 'created' || definition === undefined || definition.draft !== undefined) return undefined;
  const { tree } = parseDefinition(definition.text, definition.format);
  // A function that got a task token may have handed it on: its state ends when the other function has run.
  const answers = (path: readonly string[]): boolean => {
    const state = tree && stateAt(tree, path);
    return state !== undefined && taskOf(state).pattern === 'REQUEST_RESPONSE';
  };
  return first?.states?.every(answers) === true ? machine : undefined;
}

export function asWorkflow(system: System, caller: SystemNode, callee: SystemNode, calls: ReadonlySet<string>): Design {
  const callers = callersOf(system, caller);
  const machine = machineOf(system, callers);
  const without = removeConnections(system.design, calls);
  const waits = [...calls].some((id) => system.connections.get(id)?.props['invocation'] !== 'async');
  return machine === undefined
    ? newWorkflow(system, without, caller, callee, callers)
    : longerWorkflow(without, machine, callee, callers[0]?.states ?? [], waits);
}

/** A Task for the second function behind each state that calls the first. */
function longerWorkflow(
  design: Design,
  machine: SystemNode,
  callee: SystemNode,
  states: readonly (readonly string[])[],
  waits: boolean,
): Design {
  const definition = machine.node.definition;
  if (definition === undefined) return design;
  const known = Object.entries(definition.substitutions).find(
    ([, value]) => 'node' in value && value.node === callee.id && value.attribute === 'arn',
  );
  let name = known?.[0] ?? substitutionNameOf(callee.id, 'arn');
  for (let number = 2; known === undefined && Object.hasOwn(definition.substitutions, name); number++)
    name = `${substitutionNameOf(callee.id, 'arn')}${String(number)}`;
  let { text } = definition;
  for (const path of states) {
    const { tree } = parseDefinition(text, definition.format);
    const before = tree && stateAt(tree, path);
    if (before === undefined) continue;
    const call = callOf(name, tree?.queryLanguage === 'JSONata', waits);
    const state = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...call };
    text = addTask(text, definition.format, { name: stateLabel(callee), state, after: path })?.text ?? text;
  }
  return updateNode(design, machine.id, (node) => ({
    ...node,
    definition: {
      ...definition,
      text,
      substitutions: { ...definition.substitutions, [name]: { node: callee.id, attribute: 'arn' } },
    },
  }));
}

/** How a Task calls a function. Where nobody waited for its answer, later states get what they got before. */
function callOf(name: string, isJsonata: boolean, waits: boolean): JsonObject {
  const called = { FunctionName: `\${${name}}` };
  return isJsonata
    ? {
        Arguments: { ...called, Payload: '{% $states.input %}' },
        Output: waits ? '{% $states.result.Payload %}' : '{% $states.input %}',
      }
    : { Parameters: { ...called, 'Payload.$': '$' }, ...(waits ? { OutputPath: '$.Payload' } : { ResultPath: null }) };
}

function newWorkflow(
  system: System,
  design: Design,
  caller: SystemNode,
  callee: SystemNode,
  callers: readonly SystemConnection[],
): Design {
  const redirects = callers.flatMap((connection) => {
    const to = redirected(system, connection);
    return to === undefined ? [] : [{ connection, to }];
  });
  const sync = isWaitedFor(system, caller);
  const place = placeFor(system.design, caller, false);
  const { context } = caller.node;
  const workflow = addNode(
    design,
    {
      service: 'state-machine',
      label: labelOfNew(system, caller, false, caller.id, callee.id),
      ...(context === undefined ? {} : { context }),
      origin: 'created',
      props: { type: sync ? 'EXPRESS' : 'STANDARD' },
    },
    { wanted: `${caller.id}-workflow`, ...(place === undefined ? {} : { at: place }) },
  );
  const tasks = addTaskFor(addTaskFor(workflow.design, workflow.id, caller.id), workflow.id, callee.id);
  const detached = removeConnections(tasks, new Set(redirects.map(({ connection }) => connection.id)));
  return redirects.reduce((current, { connection, to }) => {
    const { resource, comment } = writtenOf(system.design, connection) ?? {};
    return addConnection(current, {
      kind: to.kind,
      from: connection.from,
      to: workflow.id,
      props: to.props,
      ...(resource === undefined ? {} : { resource }),
      ...(comment === undefined ? {} : { comment }),
    }).design;
  }, detached);
}

const writtenOf = (design: Design, { id }: SystemConnection): Connection | undefined =>
  lookup<Connection>(design.connections, id);

function redirected(system: System, connection: SystemConnection): Redirected | undefined {
  const written = writtenOf(system.design, connection);
  const rest = system.node(connection.from)?.service.type === 'rest-api';
  if (written === undefined) return undefined;
  switch (connection.kind) {
    case 'rule':
      return { kind: 'rule', props: written.props, sync: false };
    case 'api-proxy':
      // The function got the whole request; what the workflow needs of it is not known.
      return {
        kind: rest ? 'api-integration' : 'http-api-integration',
        props: {
          ...routeOf(connection),
          ...(rest ? { action: 'StartSyncExecution' } : { subtype: 'StepFunctions-StartSyncExecution' }),
          mapping: 'missing',
        },
        sync: true,
      };
    case 'uses': {
      const sync = connection.props['invocation'] !== 'async';
      return { kind: 'uses', props: { actions: [sync ? 'startSyncExecution' : 'startExecution'] }, sync };
    }
    default:
      return undefined;
  }
}
