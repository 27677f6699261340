import type { JsonObject, QueryLanguage } from '../../../asl/definition.js';
import type { Pattern } from '../../../asl/tasks.js';
import type { Definition, Design, NodeId } from '../../../model/design.js';
import { translate, type Language } from '../../../model/localized.js';
import { argumentsFromInput } from '../../../sdk/arguments.js';
import { loadSdkCatalog } from '../../../sdk/catalog.js';
import { findAction } from '../../../sdk/lookup.js';
import { taskArguments } from '../../../sdk/optimized/arguments.js';
import { findOptimized, offerOf } from '../../../sdk/optimized/offer.js';
import { taskFor } from '../../../system/tasks.js';
import { flowStates } from './flow-states.js';
import type { PaletteItem } from './item.js';

/** A state before it has a place: its fields but what it leads to, a name, and what its `${Name}` stand for. */
export interface NewState {
  readonly name: string;
  readonly state: JsonObject;
  readonly substitutions: Definition['substitutions'];
}

/** Where a new state is going to be. */
export interface StateContext {
  readonly design: Design;
  readonly machine: NodeId;
  readonly definition: Definition;
  /** Of the machine around the place. */
  readonly queryLanguage: QueryLanguage;
  /** The person's. */
  readonly language: Language;
}

type StateItem = Exclude<PaletteItem, { readonly kind: 'pattern' }>;

/** The state that an item of the palette becomes; undefined: there is no such action or node. */
export async function stateOf(item: StateItem, context: StateContext): Promise<NewState | undefined> {
  switch (item.kind) {
    case 'flow': {
      const { name, fields } = flowStates[item.type];
      return {
        name: translate(name, context.language),
        state: { Type: item.type, ...fields(context.queryLanguage) },
        substitutions: {},
      };
    }
    case 'resource': {
      const { design, definition, queryLanguage } = context;
      const { action, pattern = 'REQUEST_RESPONSE' } = item;
      const call = taskFor(design, definition, item.node as NodeId, { action, pattern, language: queryLanguage });
      return call && { ...call, state: waiting(call.state, pattern) };
    }
    case 'optimized':
      return optimizedTask(item.service, item.action, item.pattern ?? 'REQUEST_RESPONSE', context);
    case 'sdk':
      return sdkTask(item.service, item.action, context);
  }
}

function optimizedTask(
  service: string,
  name: string,
  pattern: Pattern,
  { queryLanguage, language }: StateContext,
): NewState | undefined {
  const action = findOptimized(service, name);
  // What Express lacks is shown as a problem: the type of the workflow can be changed.
  const offer = offerOf(service, name, pattern, 'STANDARD');
  if (action === undefined || !offer.isOffered) return undefined;
  const written = taskArguments(action, pattern, queryLanguage);
  const isFunction = service === 'lambda' && pattern === 'REQUEST_RESPONSE';
  const output = queryLanguage === 'JSONata' ? { Output: '{% $states.result.Payload %}' } : { OutputPath: '$.Payload' };
  const state = {
    Type: 'Task',
    Resource: offer.resource,
    [queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters']: written,
    ...(isFunction ? output : {}),
  };
  return { name: translate(action.label, language), state: waiting(state, pattern), substitutions: {} };
}

/** Without a limit, a callback that never comes keeps an execution open for a year. */
const waiting = (state: JsonObject, pattern: Pattern): JsonObject =>
  pattern === 'WAIT_FOR_TASK_TOKEN' ? { ...state, TimeoutSeconds: 86_400 } : state;

async function sdkTask(service: string, name: string, { queryLanguage }: StateContext): Promise<NewState | undefined> {
  const { action } = findAction(await loadSdkCatalog(), service, name);
  if (action === undefined) return undefined;
  const written = argumentsFromInput(action.required, queryLanguage);
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    state: {
      Type: 'Task',
      Resource: action.resource,
      [queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters']: written,
    },
    substitutions: {},
  };
}
