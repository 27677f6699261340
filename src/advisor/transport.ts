import { apiCallOf, missingParameters } from '../catalog/connections/api-call.js';
import { lookup, type Connection, type Design, type Json } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import { addConnection, removeConnections } from '../model/graph.js';
import { directWays } from '../system/direct.js';
import { connectDirectly } from '../system/ways.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import { removeIfUnused } from './changes.js';
import { defineRule, type Limit, type Match, type RuleDefinition } from './define.js';
import { addExpressWorkflow } from './express-workflow.js';
import {
  apiName,
  evidenceOf,
  joined,
  judge,
  keepTexts,
  labelOfNew,
  marked,
  nameOf,
  otherCallers,
  questionTexts,
  viewFunction,
  type FunctionView,
  type Judgement,
  type Language,
  type SingleCall,
} from './functions.js';
import { isToldApart, notToldApart, passFieldOf, taskCallOf } from './task-call.js';

/** Source -> function -> target, where the function makes one call. */
export interface Transport {
  readonly system: System;
  readonly view: FunctionView;
  readonly call: SingleCall;
  readonly source: SystemNode;
  /** The connections by which the source calls the function: each is replaced. */
  readonly triggers: readonly SystemConnection[];
}

type Props = Readonly<Record<string, Json>>;

/** A connection that can take the place of the function. */
export interface Integration {
  readonly kind: string;
  readonly mechanism: string;
  readonly language: Language;
  /** Whether it sends what the function got, as the function did. */
  readonly passThrough: boolean;
  /** Marks it as a gap; undefined: it has nowhere to say what is sent. */
  readonly gap?: Props;
  /** What is carried over from the connection that called the function. */
  props(trigger: SystemConnection, written: Props): Props;
  readonly limits?: readonly Limit[];
}

/** By which kind the source starts a workflow, where no integration fits. */
export interface ByWorkflow {
  readonly kind: string;
  props(trigger: SystemConnection, written: Props): Props;
}

export interface TransportRule extends Pick<
  RuleDefinition,
  'id' | 'title' | 'what' | 'why' | 'tradeOff' | 'source' | 'examples'
> {
  /** Kinds by which a source calls the function. */
  readonly via: readonly string[];
  /** What would follow if the function only passed data on. */
  readonly then: Localized;
  /** What takes the place, the cheapest first. */
  integrations(transport: Transport): readonly Integration[];
  workflow?(transport: Transport): ByWorkflow | undefined;
}

type Plan =
  | { readonly by: 'integration'; readonly integration: Integration; readonly judgement: Judgement }
  | {
      readonly by: 'workflow';
      readonly workflow: ByWorkflow;
      readonly mechanism: string;
      readonly judgement: Judgement;
      readonly passThrough: boolean;
    };

/** A rule for a function that stands between two services, of which the first can call the second. */
export const defineTransportRule = (rule: TransportRule): RuleDefinition =>
  defineRule({
    id: rule.id,
    family: 'direct-integration',
    severity: 'suggestion',
    title: rule.title,
    what: rule.what,
    why: rule.why,
    tradeOff: rule.tradeOff,
    source: rule.source,
    anchor: 'lambda-function',
    reach: 2,
    *find(system, node) {
      for (const transport of transportsOf(system, node, rule.via)) {
        const plan = planFor(rule, transport);
        if (plan !== undefined) yield matchOf(rule, transport, plan);
      }
    },
    apply(system, match) {
      const [sourceId, functionId] = match.nodes;
      const lambda = functionId === undefined ? undefined : system.node(functionId);
      const transport = lambda && transportsOf(system, lambda, rule.via).find(({ source }) => source.id === sourceId);
      const plan = transport && planFor(rule, transport);
      return transport !== undefined && plan?.judgement.applicable === true ? applied(transport, plan) : system.design;
    },
    examples: rule.examples,
  });

function transportsOf(system: System, node: SystemNode, via: readonly string[]): readonly Transport[] {
  const view = viewFunction(system, node);
  const { call } = view;
  if (call === undefined || node.node.origin === 'existing') return [];
  const triggers = view.callers.filter(({ kind }) => via.includes(kind));
  return [...new Set(triggers.map(({ from }) => from))].flatMap((id) => {
    const source = system.node(id);
    return source === undefined || source.id === call.target.id
      ? []
      : [{ system, view, call, source, triggers: triggers.filter(({ from }) => from === id) }];
  });
}

/** The first that says what the function said; else the first that can be left open. */
function planFor(rule: TransportRule, transport: Transport): Plan | undefined {
  const { source, call, view } = transport;
  const ways = new Set(directWays(source, call.target).ways.map(({ kind }) => kind));
  const fitting = rule.integrations(transport).filter(({ kind }) => ways.has(kind));
  const plans = fitting.flatMap((integration): Plan[] => {
    const judgement = judge(view, integration.language, integration.passThrough);
    if (judgement === undefined) return [];
    return [{ by: 'integration', integration, judgement }];
  });
  const carries = (plan: Plan): boolean =>
    plan.by === 'workflow' || !plan.judgement.gap || plan.integration.gap !== undefined;
  const all = [...plans, ...workflowPlan(rule, transport)];
  const applicable = all.find((plan) => plan.judgement.applicable && carries(plan));
  if (applicable !== undefined) return applicable;
  const [first] = all;
  if (first === undefined || first.judgement.verdict === 'keep' || first.judgement.verdict === 'question') return first;
  // What is sent cannot be said here and not be left open either: there is only something to ask.
  return { ...first, judgement: { verdict: 'question', confidence: 'low', applicable: false, gap: false } };
}

function workflowPlan(rule: TransportRule, transport: Transport): readonly Plan[] {
  const { system, call, view } = transport;
  const workflow = rule.workflow?.(transport);
  const task = taskCallOf(call, 'REQUEST_RESPONSE');
  const passThrough = passFieldOf(call) !== undefined;
  const judgement = judge(view, 'jsonata', passThrough);
  // What calls functions and workflows is no matter of one connection alone.
  if (workflow === undefined || task === undefined || judgement === undefined) return [];
  if (call.target.service.roles.sdkCaller !== undefined || call.role.codeOnly === true) return [];
  const isKnown = isToldApart(system, call, view.node.context);
  const applicable = judgement.applicable && isKnown;
  return [
    { by: 'workflow', workflow, mechanism: task.mechanism, judgement: { ...judgement, applicable }, passThrough },
  ];
}

function matchOf(rule: TransportRule, transport: Transport, plan: Plan): Match {
  const { system, view, call, source, triggers } = transport;
  const others = otherCallers(view, new Set(triggers.map(({ id }) => id))).length;
  const { verdict, confidence, applicable } = plan.judgement;
  const texts = textsOf(rule, transport, plan);
  return {
    nodes: marked(source, view.node, call.target),
    facts: {
      lambda: nameOf(view.node),
      source: nameOf(source),
      target: nameOf(call.target),
      action: apiName(call.action),
      service: call.target.service.label,
      work: view.work,
      mapping: view.mapping,
      others,
    },
    verdict: verdict === 'replace' && others > 0 ? 'partly' : verdict,
    confidence: confidence === 'high' && others > 0 ? 'medium' : confidence,
    function: view.node.id,
    mechanism: plan.by === 'workflow' ? plan.mechanism : plan.integration.mechanism,
    evidence: [
      {
        text: { en: '"{source}" calls "{lambda}".', ja: '「{source}」が「{lambda}」を呼び出しています。' },
        node: source.id,
      },
      ...evidenceOf(view, call),
    ],
    limits: [
      ...(plan.by === 'workflow' ? workflowLimits : (plan.integration.limits ?? [])),
      ...(plan.by === 'workflow' && !isToldApart(system, call, view.node.context) ? [notToldApart] : []),
      ...(others > 0 ? [staysForOthers] : []),
    ],
    applicable,
    ...(texts === undefined ? {} : { texts }),
  };
}

const staysForOthers: Limit = {
  text: { en: 'The function stays for its other callers.', ja: '関数は、ほかの呼び出し元のために残ります。' },
  state: 'met',
};

const workflowLimits: readonly Limit[] = [
  {
    text: {
      en: 'An Express workflow runs 5 minutes at most, and at least once for each event; input and output have 256 KiB at most.',
      ja: 'Express ワークフローの実行は最長 5 分で、イベントごとに少なくとも 1 回実行されます。入力と出力は 256 KiB までです。',
    },
    state: 'check',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  },
];

const workflowTexts = {
  title: {
    en: 'A workflow can call "{target}" for "{source}"',
    ja: '「{source}」から「{target}」への呼び出しは、ワークフローで行えます',
  },
  what: {
    en: '"{lambda}" only passes data on to "{target}". An Express workflow with one Task state ({action}) can take its place.',
    ja: '「{lambda}」は、データを「{target}」に転送しているだけです。Task ステート ({action}) 1 つの Express ワークフローに置き換えられます。',
  },
  why: {
    en: 'There is no code, runtime update or cold start to look after. The Task state retries and catches errors, and JSONata shapes what is sent.',
    ja: '関数のコード、ランタイムの更新、コールドスタートがなくなります。再試行とキャッチは Task ステートで設定でき、送信する内容は JSONata で整形できます。',
  },
  tradeOff: {
    en: 'A workflow stands in between: it is billed by request and duration, and may run more than once for one event.',
    ja: '間にワークフローが入り、リクエスト数と実行時間で課金されます。1 件のイベントに対して複数回実行されることがあります。',
  },
} as const satisfies NonNullable<Match['texts']>;

const openTexts: Localized = {
  en: 'This connection sends data as it is and has no mapping. If the data may go unchanged, set the mapping of the function to "None".',
  ja: 'この接続ではデータがそのまま送信され、マッピングは設定できません。変更せずに送信してよい場合は、関数のマッピングを「なし」に設定してください。',
};

function textsOf(rule: TransportRule, { view }: Transport, plan: Plan): Match['texts'] {
  switch (plan.judgement.verdict) {
    case 'keep':
      return keepTexts;
    case 'question':
      return view.work === 'transport'
        ? { what: joined(rule.what, openTexts) }
        : questionTexts(view.work, plan.by === 'workflow' ? thenWorkflow : rule.then);
    default:
      return plan.by === 'workflow' ? workflowTexts : undefined;
  }
}

const thenWorkflow: Localized = {
  en: 'If that is all, an Express workflow can take its place.',
  ja: '転送だけであれば、Express ワークフローに置き換えられます。',
};

function applied(transport: Transport, plan: Plan): Design {
  const { system, view, call, source, triggers } = transport;
  const gone = new Set(triggers.map(({ id }) => id));
  const leaves = otherCallers(view, gone).length === 0;
  const detached = removeConnections(system.design, gone);
  const { gap } = plan.judgement;
  const label = labelOfNew(system, view.node, leaves, source.id, call.target.id);
  const workflow = plan.by === 'workflow' ? addExpressWorkflow(detached, view, call, gap, leaves, label) : undefined;
  const by = plan.by === 'workflow' ? plan.workflow : plan.integration;
  const open: Props = plan.by === 'integration' && gap ? (plan.integration.gap ?? {}) : {};
  const to = workflow?.id ?? call.target.id;
  const connected = triggers.reduce((design, trigger) => {
    const before = lookup<Connection>(system.design.connections, trigger.id);
    const { design: prepared, connection } = connectDirectly(design, source.id, to, by.kind);
    if (connection === undefined) return design;
    // Only what a person said and what is known stands there: no samples of a new connection.
    return addConnection(removeConnections(prepared, new Set([connection])), {
      kind: by.kind,
      from: source.id,
      to,
      props: { ...by.props(trigger, before?.props ?? {}), ...open },
      ...(before?.comment === undefined ? {} : { comment: before.comment }),
    }).design;
  }, workflow?.design ?? detached);
  return removeIfUnused(connected, view.node.id);
}

/** The written props with these names. */
export const carried =
  (...names: readonly string[]) =>
  (_trigger: SystemConnection, written: Props): Props =>
    Object.fromEntries(Object.entries(written).filter(([name]) => names.includes(name)));

/** The action by which code does what a delivery to a service does, by service type. */
const deliveries: Readonly<Record<string, readonly string[]>> = {
  'sqs-queue': ['sendMessage'],
  'sns-topic': ['publish'],
  'event-bus': ['putEvents'],
  'kinesis-stream': ['putRecord'],
  'firehose-stream': ['putRecord'],
  'state-machine': ['startExecution'],
  'log-group': ['putLogEvents'],
  'fargate-task': ['runTask'],
  'batch-job': ['submitJob'],
  'codebuild-project': ['startBuild'],
  codepipeline: ['startPipelineExecution'],
  'glue-workflow': ['startWorkflowRun'],
  'sagemaker-pipeline': ['startPipelineExecution'],
  'api-destination': ['invoke'],
};

/** Whether the call does what a delivery to the target does. */
export const isDelivery = ({ target, action }: SingleCall): boolean =>
  lookup(deliveries, target.service.type)?.includes(action) === true;

/** Whether the target takes whatever it is sent: the event as it is. */
export const takesWhole = ({ target }: SingleCall): boolean =>
  ['sqs-queue', 'sns-topic', 'kinesis-stream', 'firehose-stream', 'state-machine', 'log-group'].includes(
    target.service.type,
  ) && target.props['queueType'] !== 'fifo';

/** Whether a call by EventBridge is known to lack something as long as nobody writes its parameters. */
export function leavesParametersOpen({ role, action }: SingleCall): boolean {
  const called = apiCallOf(role, action);
  return called !== undefined && missingParameters(called, {}).length > 0;
}
