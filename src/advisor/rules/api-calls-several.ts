import { lookup, type Connection, type Design, type Definition, type Json } from '../../model/design.js';
import { addConnection, addNode, removeConnections } from '../../model/graph.js';
import { stateNameOf } from '../../model/names.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';
import { placeFor, removeIfUnused } from '../changes.js';
import { defineRule } from '../define.js';
import {
  apiName,
  callsOf,
  labelOfNew,
  marked,
  nameOf,
  otherCallers,
  routeOf,
  stateLabel,
  viewFunction,
  type SingleCall,
} from '../functions.js';
import { listed } from '../machines.js';
import { gapArguments, gapExpression, hasGap, isToldApart, taskCallOf, withSubstitution } from '../task-call.js';

const workflowTypes = 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html';

export const apiCallsSeveral = defineRule({
  id: 'api-calls-several',
  family: 'direct-integration',
  severity: 'suggestion',
  title: {
    en: 'An Express workflow can make the {count} calls of "{lambda}"',
    ja: '「{lambda}」の {count} 回の呼び出しは、Express ワークフローで行えます',
  },
  what: {
    en: '"{lambda}" answers "{api}" by calling {actions}, and computes nothing. A synchronous Express workflow with a Task state for each can take its place.',
    ja: '「{lambda}」は、{actions} を呼び出して「{api}」に応答しているだけで、計算は行っていません。Task ステートを並べた同期 Express ワークフローに置き換えられます。',
  },
  why: {
    en: 'The order of the calls, retries and errors stand in the workflow instead of in code. Calls that do not need each other can run in a Parallel state.',
    ja: '呼び出しの順序、再試行、エラー処理がコードではなくワークフローに定義されます。互いに依存しない呼び出しは、Parallel ステートで並列に実行できます。',
  },
  tradeOff: {
    en: 'The workflow is billed by request and duration, and a synchronous execution runs at most once for a request. The API waits about 30 seconds at most.',
    ja: 'ワークフローは、リクエスト数と実行時間で課金されます。同期実行は、1 回のリクエストに対して最大 1 回実行されます。API の待機時間は最長約 30 秒です。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/step-functions/latest/dg/tutorial-api-gateway.html',
    title: { en: 'Step Functions behind API Gateway', ja: 'API Gateway から Step Functions を呼び出す' },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 2,
  *find(system, node) {
    for (const { api, routes, calls } of plansFor(system, node)) {
      const view = viewFunction(system, node);
      const others = otherCallers(view, new Set(routes.map(({ id }) => id))).length;
      const known = calls.every((call) => isToldApart(system, call, node.context));
      yield {
        nodes: marked(api, node, ...calls.map(({ target }) => target)),
        facts: {
          lambda: nameOf(node),
          api: nameOf(api),
          count: calls.length,
          actions: listed(calls.map(({ target, action }) => `${nameOf(target)} ${apiName(action)}`)),
          work: view.work,
          others,
        },
        verdict: view.work === 'transport' ? (others > 0 ? 'partly' : 'replace') : 'question',
        confidence: view.work === 'transport' ? 'medium' : 'low',
        function: node.id,
        mechanism: 'sfn-express',
        evidence: calls.map(({ target, action }) => ({
          text: { en: `It calls ${apiName(action)}.`, ja: `${apiName(action)} を呼び出しています。` },
          node: target.id,
        })),
        limits: [
          {
            text: {
              en: 'The order of the calls is not known from the drawing; put the states into the order of the code.',
              ja: '呼び出しの順序は図ではわかりません。ステートをコードと同じ順に並べてください。',
            },
            state: 'check',
          },
          {
            text: {
              en: 'The calls take less than 29 seconds together; input and output have 256 KiB at most.',
              ja: '呼び出しは合計 29 秒未満、入力と出力は 256 KiB までです。',
            },
            state: 'check',
            source: workflowTypes,
          },
        ],
        applicable: view.work === 'transport' && known,
        ...(view.work === 'transport'
          ? {}
          : {
              texts: {
                title: {
                  en: 'Does "{lambda}" only make these {count} calls?',
                  ja: '「{lambda}」の処理は、この {count} 回の呼び出しだけですか?',
                },
                what: {
                  en: '"{lambda}" answers "{api}" and calls {actions}. If it computes nothing, a synchronous Express workflow can take its place.',
                  ja: '「{lambda}」は「{api}」に応答し、{actions} を呼び出しています。計算を行っていない場合は、同期 Express ワークフローに置き換えられます。',
                },
              },
            }),
      };
    }
  },
  apply(system, match) {
    const [apiId, functionId] = match.nodes;
    const lambda = functionId === undefined ? undefined : system.node(functionId);
    const plan = lambda && plansFor(system, lambda).find(({ api }) => api.id === apiId);
    return lambda === undefined || plan === undefined ? system.design : asWorkflow(system, lambda, plan);
  },
  examples: {
    hits: [
      'rest-api Api -> lambda-function Order(work: transport, mapping: picks) -> dynamodb-table Orders; lambda-function Order -> sqs-queue Jobs',
      'http-api Api -> lambda-function Order(work: transport, mapping: picks) -> dynamodb-table Orders; lambda-function Order -> event-bus Events',
      'http-api Api -> lambda-function Order(work: unknown) -> dynamodb-table Orders; lambda-function Order -> event-bus Events',
    ],
    misses: [
      'rest-api Api -> lambda-function Order(work: transform) -> dynamodb-table Orders; lambda-function Order -> sqs-queue Jobs',
      'rest-api Api -> lambda-function Order(work: mixed) -> dynamodb-table Orders; lambda-function Order -> sqs-queue Jobs',
      'rest-api Api -> lambda-function Order(work: transport) -> dynamodb-table Orders',
      'rest-api Api -> lambda-function Order(work: transport) -> dynamodb-table Orders; lambda-function Order -> lambda-function Other',
    ],
  },
});

interface Plan {
  readonly api: SystemNode;
  readonly routes: readonly SystemConnection[];
  readonly calls: readonly SingleCall[];
}

/** More calls than this are a program, not a list. */
const mostCalls = 6;

function plansFor(system: System, node: SystemNode): readonly Plan[] {
  const view = viewFunction(system, node);
  if (node.node.origin === 'existing' || !['transport', 'unknown'].includes(view.work)) return [];
  const calls = callsOf(system, node);
  if (calls === undefined || calls.length < 2 || calls.length > mostCalls) return [];
  const fits = (call: SingleCall): boolean =>
    call.target.service.roles.sdkCaller === undefined &&
    call.role.codeOnly !== true &&
    taskCallOf(call, 'REQUEST_RESPONSE') !== undefined;
  if (!calls.every(fits)) return [];
  const routes = view.callers.filter(({ kind }) => kind === 'api-proxy');
  return [...new Set(routes.map(({ from }) => from))].flatMap((id) => {
    const api = system.node(id);
    return api === undefined ? [] : [{ api, calls, routes: routes.filter(({ from }) => from === id) }];
  });
}

/** The calls one after the other, each with what it sends left open: that is what the code did. */
function asWorkflow(system: System, lambda: SystemNode, { api, routes, calls }: Plan): Design {
  const view = viewFunction(system, lambda);
  const gone = new Set(routes.map(({ id }) => id));
  const leaves = otherCallers(view, gone).length === 0;
  let substitutions: Definition['substitutions'] = {};
  const named: { readonly name: string; readonly state: Readonly<Record<string, Json>> }[] = [];
  for (const call of calls) {
    const made = withSubstitution(substitutions, call.target, lookup(call.role.actions, call.action));
    substitutions = made.substitutions;
    const sent = gapArguments(call, made.name);
    const name = stateNameOf(`${stateLabel(call.target)} ${apiName(call.action)}`, (taken) =>
      named.some((one) => one.name === taken),
    );
    named.push({
      name,
      state: {
        Type: 'Task',
        Resource: taskCallOf(call, 'REQUEST_RESPONSE')?.resource ?? '',
        Arguments: sent,
        ...(hasGap(sent) ? {} : { Output: gapExpression('Output') }),
      },
    });
  }
  const states = named.map(({ name, state }, index) => {
    const next = named[index + 1]?.name;
    return [name, { ...state, ...(next === undefined ? { End: true } : { Next: next }) }] as const;
  });
  const definition = { QueryLanguage: 'JSONata', StartAt: named[0]?.name ?? '', States: Object.fromEntries(states) };
  const place = placeFor(system.design, lambda, leaves);
  const workflow = addNode(
    removeConnections(system.design, gone),
    {
      service: 'state-machine',
      label: leaves ? nameOf(lambda) : labelOfNew(system, lambda, leaves, api.id, lambda.id),
      ...(lambda.node.context === undefined ? {} : { context: lambda.node.context }),
      origin: 'created',
      props: { type: 'EXPRESS' },
      definition: { format: 'json', text: `${JSON.stringify(definition, null, 2)}\n`, substitutions },
    },
    { wanted: `${lambda.id}-workflow`, ...(place === undefined ? {} : { at: place }) },
  );
  const rest = api.service.type === 'rest-api';
  const connected = routes.reduce((design, route) => {
    const comment = lookup<Connection>(system.design.connections, route.id)?.comment;
    return addConnection(design, {
      kind: rest ? 'api-integration' : 'http-api-integration',
      from: api.id,
      to: workflow.id,
      props: {
        ...routeOf(route),
        ...(rest ? { action: 'StartSyncExecution' } : { subtype: 'StepFunctions-StartSyncExecution' }),
      },
      ...(comment === undefined ? {} : { comment }),
    }).design;
  }, workflow.design);
  return removeIfUnused(connected, lambda.id);
}
