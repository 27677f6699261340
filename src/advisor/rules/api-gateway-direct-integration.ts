import { httpApiIntegration } from '../../catalog/connections/http-api-integration.js';
import { lookup, type Connection, type Design, type Json, type NodeId } from '../../model/design.js';
import { addConnection, removeConnections } from '../../model/graph.js';
import { endOf } from '../../system/nodes.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';
import { removeIfUnused } from '../changes.js';
import { defineRule, type Limit, type Match } from '../define.js';
import { eventNamesOf, namesFact, namesLimit, type EventNames } from '../event-names.js';
import { addExpressWorkflow } from '../express-workflow.js';
import {
  apiName,
  evidenceOf,
  judge,
  keepTexts,
  labelOfNew,
  marked,
  nameOf,
  otherCallers,
  questionTexts,
  routeOf,
  viewFunction,
  type FunctionView,
  type SingleCall,
} from '../functions.js';
import { isToldApart, notToldApart, passFieldOf, taskCallOf } from '../task-call.js';

const restQuotas =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html';
const httpQuotas = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html';
const httpSubtypes =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html';
const workflowTypes = 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html';

export const apiGatewayDirectIntegration = defineRule({
  id: 'api-gateway-direct-integration',
  family: 'direct-integration',
  severity: 'suggestion',
  title: {
    en: 'API Gateway can call "{target}" itself',
    ja: 'API Gateway は「{target}」を直接呼び出せます',
  },
  what: {
    en: '"{lambda}" only passes the request on to "{target}". An AWS integration ({action}) with a mapping template can take its place.',
    ja: '「{lambda}」は、リクエストを「{target}」に転送しているだけです。AWS のサービス統合 ({action}) とマッピングテンプレートに置き換えられます。',
  },
  why: {
    en: 'There is no code, runtime update or cold start to look after, and the role of the API needs only {action} on "{target}". Authorization, throttling and request validation stay in API Gateway.',
    ja: '関数のコード、ランタイムの更新、コールドスタートがなくなります。API のロールに必要なアクセス許可は、「{target}」に対する {action} だけです。認可、スロットリング、リクエストの検証は API Gateway に任せられます。',
  },
  tradeOff: {
    en: 'A mapping template (VTL) is harder to test than code. Nothing retries, and the caller sees the error of the service unless you map it.',
    ja: 'マッピングテンプレート (VTL) は、コードよりテストが難しくなります。再試行は行われず、サービスのエラーは統合レスポンスで変換しない限り呼び出し元に返ります。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html',
    title: { en: 'AWS integrations of a REST API', ja: 'REST API での AWS のサービス統合' },
    date: '2026-11-23',
  },
  anchor: 'lambda-function',
  reach: 2,

  *find(system, node) {
    const view = viewFunction(system, node);
    const { call } = view;
    if (call === undefined || node.node.origin === 'existing') return;
    const apis = new Set(view.callers.filter(({ kind }) => kind === 'api-proxy').map(({ from }) => from));
    for (const id of apis) {
      const api = system.node(id);
      const match = api && matchOf(system, view, call, api);
      if (match !== undefined) yield match;
    }
  },

  apply(system, match) {
    const [apiId, functionId] = match.nodes;
    const api = apiId === undefined ? undefined : system.node(apiId);
    const lambda = functionId === undefined ? undefined : system.node(functionId);
    return api === undefined || lambda === undefined ? system.design : integrated(system, api, lambda);
  },

  examples: {
    hits: [
      'rest-api Api -> lambda-function Put(work: transport, mapping: picks) -> dynamodb-table Orders',
      'rest-api Api -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'rest-api Api -> lambda-function Start(work: transport, mapping: none) -> state-machine Flow',
      'http-api Api -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'http-api Api -> lambda-function Publish(work: transport, mapping: picks) -> event-bus Events',
      'http-api Api -> lambda-function Put(work: transport, mapping: picks) -> dynamodb-table Orders',
      'rest-api Api -> lambda-function Price(work: transport, mapping: computes) -> dynamodb-table Orders',
      'rest-api Api -> lambda-function Put(work: unknown) -> dynamodb-table Orders',
      'rest-api Api -> lambda-function Put(work: mixed) -> dynamodb-table Orders',
    ],
    misses: [
      'rest-api Api -> lambda-function Price(work: transform) -> dynamodb-table Orders',
      'rest-api Api -> lambda-function Price(work: transport)',
      'http-api Api -> lambda-function Load(work: transport, mapping: none) -> s3-bucket Files',
      'rest-api Api -> lambda-function Put(work: transport) -uses(actions: ["putItem", "dynamodb:BatchWriteItem"])-> dynamodb-table Orders',
      'rest-api Api -> lambda-function Put(work: transport, existing: put) -> dynamodb-table Orders',
    ],
  },
});

/** How an API can do without the function. */
type Plan =
  | { readonly kind: 'api-integration'; readonly action: string; readonly passThrough: boolean }
  | {
      readonly kind: 'http-api-integration';
      readonly subtype: string;
      readonly passThrough: boolean;
      /** Of events; undefined: not known. */
      readonly names: EventNames | undefined;
    }
  | { readonly kind: 'express'; readonly mechanism: string; readonly passThrough: boolean };

/** Actions of HTTP APIs that stand for an action of the SDK, by service id and action. */
const subtypeOf: Readonly<Record<string, string>> = {
  'sqs:sendMessage': 'SQS-SendMessage',
  'eventbridge:putEvents': 'EventBridge-PutEvents',
  'sfn:startExecution': 'StepFunctions-StartExecution',
  'sfn:startSyncExecution': 'StepFunctions-StartSyncExecution',
};

/** Actions that take the body of a request as it is, or take nothing. */
const takesBody = ['sendMessage', 'startExecution', 'startSyncExecution', 'putEvents', 'scan'];

/** Services that answer an API through an Express workflow in the time and size that both have. */
const throughWorkflow = ['dynamodb', 'bedrockruntime', 'transcribe'];

function planFor(system: System, api: SystemNode, call: SingleCall): Plan | undefined {
  const { target, role, action } = call;
  // A function that calls a function is no matter of the API alone.
  if (target.service.roles.sdkCaller !== undefined) return undefined;
  const sync = action !== 'startSyncExecution' || target.props['type'] === 'EXPRESS';
  const fifo = target.props['queueType'] === 'fifo';
  const passThrough = takesBody.includes(action) && !fifo;
  if (api.service.type === 'rest-api') {
    const end = endOf(target, 'apiIntegration');
    if (end !== undefined && sync && lookup(end.role.actions, apiName(action)) !== undefined)
      return { kind: 'api-integration', action: apiName(action), passThrough };
  } else {
    const subtype = lookup(subtypeOf, `${role.service}:${action}`);
    const from = endOf(api, 'httpApi');
    const end = endOf(target, 'httpApiIntegration');
    const offered = subtype !== undefined && end !== undefined && lookup(end.role.subtypes, subtype) !== undefined;
    if (offered && sync && from !== undefined && httpApiIntegration.refuse?.(from, end) === undefined) {
      const names = action === 'putEvents' ? eventNamesOf(system, call) : {};
      return { kind: 'http-api-integration', subtype, passThrough: passThrough && names !== undefined, names };
    }
  }
  const task = taskCallOf(call, 'REQUEST_RESPONSE');
  return task !== undefined && throughWorkflow.includes(role.service)
    ? { kind: 'express', mechanism: task.mechanism, passThrough: passFieldOf(call) !== undefined }
    : undefined;
}

const mechanisms = {
  'api-integration': 'apigw-rest-aws-integration',
  'http-api-integration': 'apigw-http-api-subtype',
} as const;

const routesOf = (view: FunctionView, api: NodeId): readonly SystemConnection[] =>
  view.callers.filter(({ kind, from }) => kind === 'api-proxy' && from === api);

function matchOf(system: System, view: FunctionView, call: SingleCall, api: SystemNode): Match | undefined {
  const plan = planFor(system, api, call);
  if (plan === undefined) return undefined;
  const judgement = judge(view, plan.kind === 'express' ? 'jsonata' : 'template', plan.passThrough);
  if (judgement === undefined) return undefined;
  const routes = routesOf(view, api.id);
  const others = otherCallers(view, new Set(routes.map(({ id }) => id))).length;
  const texts = textsOf(view, plan, judgement.verdict);
  const isKnown = plan.kind !== 'express' || isToldApart(system, call, view.node.context);
  return {
    nodes: marked(api, view.node, call.target),
    facts: {
      lambda: nameOf(view.node),
      api: nameOf(api),
      target: nameOf(call.target),
      action: apiName(call.action),
      service: call.target.service.label,
      work: view.work,
      mapping: view.mapping,
      others,
      // A fact, since a path can have braces of its own.
      routes: routeNames(routes),
      ...(plan.kind === 'http-api-integration' && call.action === 'putEvents' ? { events: namesFact(plan.names) } : {}),
    },
    verdict: judgement.verdict === 'replace' && others > 0 ? 'partly' : judgement.verdict,
    // The source and detail type that the function chose are not known.
    confidence: judgement.confidence === 'high' && call.action === 'putEvents' ? 'medium' : judgement.confidence,
    function: view.node.id,
    mechanism: plan.kind === 'express' ? plan.mechanism : mechanisms[plan.kind],
    evidence: [
      {
        text: {
          en: '"{api}" answers with "{lambda}": {routes}.',
          ja: '「{api}」は「{lambda}」で応答しています: {routes}。',
        },
        node: api.id,
      },
      ...evidenceOf(view, call),
    ],
    limits: [...limitsOf(plan, call, others), ...(isKnown ? [] : [notToldApart])],
    applicable: judgement.applicable && isKnown,
    ...(texts === undefined ? {} : { texts }),
  };
}

const routeNames = (routes: readonly SystemConnection[]): string =>
  routes
    .map(({ props: { method, path } }) => [method, path].filter((word) => typeof word === 'string').join(' '))
    .join(', ');

function textsOf(view: FunctionView, plan: Plan, verdict: Match['verdict']): Match['texts'] {
  if (verdict === 'keep') return keepTexts;
  if (verdict === 'question')
    return questionTexts(
      view.work,
      plan.kind === 'express'
        ? {
            en: 'If that is all, an Express workflow can take its place.',
            ja: '転送だけであれば、Express ワークフローに置き換えられます。',
          }
        : {
            en: 'If that is all, API Gateway can make the call itself.',
            ja: '転送だけであれば、API Gateway から直接呼び出せます。',
          },
    );
  if (plan.kind === 'express') return expressTexts;
  return plan.kind === 'http-api-integration' ? httpTexts : undefined;
}

const httpTexts: NonNullable<Match['texts']> = {
  what: {
    en: '"{lambda}" only passes the request on to "{target}". A first-class integration of the HTTP API ({action}) can take its place.',
    ja: '「{lambda}」は、リクエストを「{target}」に転送しているだけです。HTTP API のファーストクラス統合 ({action}) に置き換えられます。',
  },
  tradeOff: {
    en: 'Parameters are picked from the request, and nothing else: no template, no default values. Nothing retries, and the body of the answer cannot be changed.',
    ja: 'マッピングで行えるのは、リクエストからの値の選択だけです。テンプレートやデフォルト値は使えません。再試行は行われず、レスポンスの本文は変更できません。',
  },
};

const expressTexts: NonNullable<Match['texts']> = {
  title: {
    en: 'An Express workflow can call "{target}" for the API',
    ja: 'API は Express ワークフローで「{target}」を呼び出せます',
  },
  what: {
    en: '"{lambda}" only passes the request on to "{target}". "{api}" has no direct integration for {action}; an Express workflow with one Task state can make the call and answer.',
    ja: '「{lambda}」は、リクエストを「{target}」に転送しているだけです。「{api}」には {action} の直接統合がありませんが、Task ステート 1 つの Express ワークフローで呼び出して応答できます。',
  },
  why: {
    en: 'There is no code, runtime update or cold start to look after. The Task state retries and catches errors, and JSONata shapes request and answer.',
    ja: '関数のコード、ランタイムの更新、コールドスタートがなくなります。再試行とキャッチは Task ステートで設定でき、リクエストとレスポンスは JSONata で整形できます。',
  },
  tradeOff: {
    en: 'A workflow stands between the API and the service: it is billed by request and duration, and a synchronous execution runs at most once for a request.',
    ja: 'API とサービスの間にワークフローが入り、リクエスト数と実行時間で課金されます。同期実行は、1 回のリクエストに対して最大 1 回実行されます。',
  },
};

function limitsOf(plan: Plan, call: SingleCall, others: number): readonly Limit[] {
  const rest = plan.kind === 'api-integration';
  const limits: Limit[] = [
    rest
      ? {
          text: { en: 'REST APIs can call {action} themselves.', ja: 'REST API は {action} を直接呼び出せます。' },
          state: 'met',
          source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html',
        }
      : plan.kind === 'http-api-integration'
        ? {
            text: {
              en: `The HTTP API offers ${plan.subtype}.`,
              ja: `HTTP API で ${plan.subtype} を使用できます。`,
            },
            state: 'met',
            source: httpSubtypes,
          }
        : {
            text: {
              en: 'An execution takes 5 minutes at most, but the API waits about 30 seconds; input and output have 256 KiB at most.',
              ja: '実行は最長 5 分ですが、API の待機時間は約 30 秒です。入力と出力は 256 KiB までです。',
            },
            state: 'check',
            source: workflowTypes,
          },
    {
      text: rest
        ? {
            en: 'A call takes 29 seconds at most by default, and a payload has 10 MB at most.',
            ja: '呼び出しはデフォルトで 29 秒まで、ペイロードは 10 MB までです。',
          }
        : {
            en: 'A call takes 30 seconds at most, and a payload has 10 MB at most.',
            ja: '呼び出しは 30 秒まで、ペイロードは 10 MB までです。',
          },
      state: 'check',
      source: rest ? restQuotas : httpQuotas,
    },
    {
      text: {
        en: 'Callers get the answer of the service instead of what the function answered.',
        ja: '呼び出し元には、関数の応答の代わりにサービスの応答が返ります。',
      },
      state: 'check',
    },
  ];
  if (plan.kind === 'http-api-integration' && call.action === 'putEvents')
    limits.push(
      namesLimit(
        plan.names,
        {
          en: 'Rules see the source and detail type that are set at the route.',
          ja: 'ルールが受け取る source と detail-type は、ルートで設定した値になります。',
        },
        httpSubtypes,
      ),
    );
  if (others > 0)
    limits.push({
      text: { en: 'The function stays for its other callers.', ja: '関数は、ほかの呼び出し元のために残ります。' },
      state: 'met',
    });
  return limits;
}

function integrated(system: System, api: SystemNode, lambda: SystemNode): Design {
  const view = viewFunction(system, lambda);
  const { call } = view;
  const plan = call && planFor(system, api, call);
  if (call === undefined || plan === undefined) return system.design;
  const routes = routesOf(view, api.id);
  const gap = judge(view, plan.kind === 'express' ? 'jsonata' : 'template', plan.passThrough)?.gap ?? true;
  const leaves = otherCallers(view, new Set(routes.map(({ id }) => id))).length === 0;
  const workflow =
    plan.kind === 'express'
      ? addExpressWorkflow(
          system.design,
          view,
          call,
          gap,
          leaves,
          labelOfNew(system, lambda, leaves, api.id, call.target.id),
        )
      : undefined;
  let design = removeConnections(workflow?.design ?? system.design, new Set(routes.map(({ id }) => id)));
  for (const route of routes) {
    const comment = lookup<Connection>(system.design.connections, route.id)?.comment;
    design = addConnection(design, {
      kind: plan.kind === 'express' ? workflowKind(api) : plan.kind,
      from: api.id,
      to: workflow?.id ?? call.target.id,
      props: { ...routeOf(route), ...propsOf(plan, api, gap, call) },
      ...(comment === undefined ? {} : { comment }),
    }).design;
  }
  return removeIfUnused(design, lambda.id);
}

const workflowKind = (api: SystemNode): string =>
  api.service.type === 'rest-api' ? 'api-integration' : 'http-api-integration';

/** Says what is called, and what is still open. */
function propsOf(plan: Plan, api: SystemNode, gap: boolean, call: SingleCall): Readonly<Record<string, Json>> {
  switch (plan.kind) {
    case 'express':
      return api.service.type === 'rest-api'
        ? { action: 'StartSyncExecution' }
        : { subtype: 'StepFunctions-StartSyncExecution' };
    case 'api-integration':
      return { action: plan.action, ...(gap ? { mapping: 'missing' } : {}) };
    case 'http-api-integration':
      return {
        subtype: plan.subtype,
        ...(gap ? { mapping: 'missing' } : {}),
        ...(plan.names ?? {}),
        // A FIFO queue takes no message without a group; which one the function chose is part of the gap.
        ...(call.target.props['queueType'] === 'fifo' ? { messageGroupId: '$context.requestId' } : {}),
      };
  }
}
