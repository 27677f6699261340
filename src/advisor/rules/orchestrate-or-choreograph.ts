import { contextId, lookup, type ContextId, type Context, type NodeId } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';
import { defineRule, type Limit, type Match } from '../define.js';
import { leadsTo, marked, nameOf } from '../functions.js';
import { asEvent } from '../choreograph.js';
import { asWorkflow, canBecomeWorkflow, isWaitedFor } from '../orchestrate.js';

const invocation = 'https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html';
const targets = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html';

const workflowTypes = 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html';
const expressSeconds = 300;

export const orchestrateOrChoreograph = defineRule({
  id: 'orchestrate-or-choreograph',
  family: 'orchestration',
  severity: 'suggestion',
  title: {
    en: 'A workflow can run "{lambda}" and "{callee}"',
    ja: 'ワークフローで「{lambda}」と「{callee}」を実行できます',
  },
  what: {
    en: '"{lambda}" calls "{callee}" in its code. A state machine with both as Task states can run one after the other.',
    ja: '「{lambda}」は、コードの中で「{callee}」を呼び出しています。両方を Task ステートにしたステートマシンで、順に実行できます。',
  },
  why: {
    en: 'The order of the calls, retries and errors become visible in the workflow. You do not pay for a function that waits for another.',
    ja: '呼び出しの順序、再試行、エラー処理をワークフローで確認できます。別の関数を待つ間の料金もかかりません。',
  },
  tradeOff: {
    en: 'A workflow is one more resource, billed by state transition or by duration. What "{lambda}" passed on has to become its return value.',
    ja: 'ワークフローというリソースが増え、状態遷移または実行時間で課金されます。「{lambda}」が渡していた値は、関数の戻り値にする必要があります。',
  },
  source: {
    url: invocation,
    title: { en: 'Event-driven architectures (Lambda)', ja: 'イベント駆動型アーキテクチャ (Lambda)' },
    date: '2026-11-23',
  },
  anchor: 'lambda-function',
  reach: 2,

  *find(system, caller) {
    if (caller.node.origin === 'existing') return;
    const called = new Set(callsOf(system, caller.id).map(({ to }) => to));
    for (const id of called) {
      const callee = system.node(id);
      if (callee?.service.type !== 'lambda-function' || callee.id === caller.id) continue;
      const waits = callsOf(system, caller.id, id).some(({ props }) => props['invocation'] !== 'async');
      yield caller.context === callee.context
        ? workflowMatch(system, caller, callee, waits)
        : caller.context === undefined || callee.context === undefined
          ? unplacedMatch(system, caller, callee, waits)
          : !waits
            ? eventMatch(system, caller, callee)
            : synchronousMatch(system, caller, callee);
    }
  },

  apply(system, match) {
    const [callerId, calleeId] = match.nodes;
    const caller = callerId === undefined ? undefined : system.node(callerId);
    const callee = calleeId === undefined ? undefined : system.node(calleeId);
    if (caller === undefined || callee === undefined) return system.design;
    const calls = new Set(callsOf(system, caller.id, callee.id).map(({ id }) => id));
    return caller.context === callee.context
      ? asWorkflow(system, caller, callee, calls)
      : asEvent(system, caller, callee, calls);
  },

  examples: {
    hits: [
      'lambda-function Check -> lambda-function Charge',
      'rest-api Api -> lambda-function Check -> lambda-function Charge',
      'event-bus Events -> lambda-function Check -> lambda-function Charge',
      'state-machine Flow -> lambda-function Check -> lambda-function Charge',
      'sqs-queue Orders -> lambda-function Check -> lambda-function Charge',
      '[Shop] lambda-function Check; [] lambda-function Charge; lambda-function Check -> lambda-function Charge',
    ],
    misses: [
      'lambda-function Check -> sqs-queue Jobs',
      'rest-api Api -> lambda-function Check',
      'lambda-function Check -uses-> lambda-function Check',
    ],
  },
});

const secondsOf = ({ props }: SystemNode): number => Number(props['timeout'] ?? 0);

/** The calls in the code of a function; several connections can stand for calls of one other. */
const callsOf = (system: System, caller: NodeId, callee?: NodeId): readonly SystemConnection[] =>
  system.outgoing(caller).filter(({ kind, to }) => kind === 'uses' && (callee === undefined || to === callee));

const factsOf = (system: System, caller: SystemNode, callee: SystemNode) => ({
  lambda: nameOf(caller),
  callee: nameOf(callee),
  a: contextName(system, caller.context),
  b: contextName(system, callee.context),
});

const contextName = (system: System, id: ContextId | undefined): Localized => {
  const label = id === undefined ? undefined : lookup<Context>(system.design.contexts, contextId(id))?.label;
  return label === undefined ? { en: 'no context', ja: 'コンテキストなし' } : { en: label, ja: label };
};

function workflowMatch(system: System, caller: SystemNode, callee: SystemNode, waits: boolean): Match {
  const isCircle = leadsTo(system, callee.id, caller.id, 'tasks-and-code');
  // A workflow that calls itself in a circle could not be created.
  const applicable = !isCircle && canBecomeWorkflow(system, caller);
  const limits: Limit[] = [
    {
      text: {
        en: 'Step Functions can run both functions.',
        ja: 'どちらの関数も Step Functions で実行できます。',
      },
      state: 'met',
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html',
    },
    {
      text: {
        en: '"{callee}" must not need the answer to go back into the middle of "{lambda}".',
        ja: '「{callee}」の応答を「{lambda}」の処理の途中で使う場合、この構成にはできません。',
      },
      state: 'check',
    },
  ];
  if (applicable && isWaitedFor(system, caller))
    limits.push({
      text: {
        en: 'Callers wait for the workflow: as an Express workflow it takes 5 minutes at most.',
        ja: '呼び出し元が応答を待つため、Express ワークフローになります。実行は最長 5 分です。',
      },
      state: secondsOf(caller) + secondsOf(callee) <= expressSeconds ? 'met' : 'check',
      source: workflowTypes,
    });
  if (isCircle)
    limits.push({
      text: {
        en: 'Calls lead from "{callee}" back to "{lambda}"; a workflow needs an end.',
        ja: '「{callee}」の呼び出しは「{lambda}」に戻ります。ワークフローにするには、循環をなくす必要があります。',
      },
      state: 'check',
    });
  else if (!applicable)
    limits.push({
      text: {
        en: 'What calls "{lambda}" cannot start a state machine as it is; its connections have to be drawn anew.',
        ja: '「{lambda}」の呼び出し元は、そのままではステートマシンを開始できません。接続を作り直す必要があります。',
      },
      state: 'check',
    });
  return {
    nodes: marked(caller, callee),
    facts: { ...factsOf(system, caller, callee), waits: waits ? 'yes' : 'no' },
    verdict: 'question',
    confidence: waits ? 'medium' : 'low',
    function: caller.id,
    mechanism: 'sfn-optimized',
    evidence: callEvidence(caller, callee, waits),
    limits,
    applicable,
  };
}

/** Which advice fits depends on the contexts: until both are known, this only asks. */
function unplacedMatch(system: System, caller: SystemNode, callee: SystemNode, waits: boolean): Match {
  return {
    nodes: marked(caller, callee),
    facts: { ...factsOf(system, caller, callee), waits: waits ? 'yes' : 'no' },
    verdict: 'question',
    confidence: 'low',
    function: caller.id,
    mechanism: waits ? 'sfn-optimized' : 'eventbridge-rule-target',
    evidence: callEvidence(caller, callee, waits),
    limits: [],
    applicable: false,
    texts: unplacedTexts,
  };
}

const unplacedTexts: NonNullable<Match['texts']> = {
  title: {
    en: 'Do "{lambda}" and "{callee}" belong to one context?',
    ja: '「{lambda}」と「{callee}」は同じコンテキストに属していますか?',
  },
  what: {
    en: '"{lambda}" calls "{callee}" in its code, and only one of them belongs to a context.',
    ja: '「{lambda}」は、コードの中で「{callee}」を呼び出していますが、一方はコンテキストに属していません。',
  },
  why: {
    en: 'Inside a context, a workflow can run both. Between two contexts, an event keeps the teams independent. Put both into contexts, and the advice follows.',
    ja: '同じコンテキストの中では、ワークフローで両方を実行できます。コンテキスト間では、イベントを使うとチームごとに独立して開発できます。両方をコンテキストに入れると、提案が表示されます。',
  },
  tradeOff: {
    en: 'A call in code stays hidden from the workflow and from other consumers.',
    ja: 'コードの中の呼び出しは、ワークフローにもほかのコンシューマーにも見えません。',
  },
};

const callEvidence = (caller: SystemNode, callee: SystemNode, waits: boolean): Match['evidence'] => [
  {
    text: waits
      ? {
          en: '"{lambda}" invokes "{callee}" and waits for the answer.',
          ja: '「{lambda}」は「{callee}」を呼び出し、応答を待っています。',
        }
      : {
          en: '"{lambda}" invokes "{callee}" and does not wait for an answer.',
          ja: '「{lambda}」は「{callee}」を呼び出し、応答を待っていません。',
        },
    node: caller.id,
  },
  { text: contextWords(caller, callee), node: callee.id },
];

function contextWords(caller: SystemNode, callee: SystemNode): Localized {
  if (caller.context !== callee.context && (caller.context === undefined || callee.context === undefined))
    return caller.context === undefined
      ? {
          en: 'Only "{callee}" belongs to a context: "{b}".',
          ja: '「{callee}」だけがコンテキスト「{b}」に属しています。',
        }
      : {
          en: 'Only "{lambda}" belongs to a context: "{a}".',
          ja: '「{lambda}」だけがコンテキスト「{a}」に属しています。',
        };
  if (caller.context !== callee.context)
    return { en: 'They belong to "{a}" and "{b}".', ja: 'コンテキストは、それぞれ「{a}」と「{b}」です。' };
  return caller.context === undefined
    ? { en: 'Neither belongs to a context.', ja: 'どちらもコンテキストに属していません。' }
    : { en: 'Both belong to "{a}".', ja: 'どちらもコンテキスト「{a}」に属しています。' };
}

const eventTexts: NonNullable<Match['texts']> = {
  title: {
    en: 'An event can replace the call between the contexts',
    ja: 'コンテキスト間の呼び出しはイベントに置き換えられます',
  },
  what: {
    en: '"{lambda}" in "{a}" calls "{callee}" in "{b}" and does not use the answer. It can publish an event to a bus instead, and a rule starts the work in "{b}".',
    ja: '「{a}」の「{lambda}」は、「{b}」の「{callee}」を呼び出していますが、応答は使っていません。代わりにイベントをイベントバスに発行し、ルールで「{b}」の処理を開始できます。',
  },
  why: {
    en: '"{a}" keeps working while "{b}" is slow or down. Each team deploys on its own, and new consumers need no change in "{a}".',
    ja: '「{b}」の遅延や障害が「{a}」に波及しません。チームごとに独立してデプロイでき、「{a}」を変更せずにコンシューマーを追加できます。',
  },
  tradeOff: {
    en: 'Data becomes consistent later, consumers must be idempotent, and failures show up in a DLQ, not in the caller.',
    ja: 'データは結果整合性となり、コンシューマーは冪等にする必要があります。失敗は、呼び出し元ではなく DLQ で検知します。',
  },
};

const synchronousTexts: NonNullable<Match['texts']> = {
  ...eventTexts,
  title: {
    en: 'Does "{lambda}" need the answer of the other context?',
    ja: '「{lambda}」は、別のコンテキストの応答を必要としていますか?',
  },
  what: {
    en: '"{lambda}" in "{a}" calls "{callee}" in "{b}" and waits. If the answer is not needed at once, it can publish an event, and a rule starts the work in "{b}".',
    ja: '「{a}」の「{lambda}」は、「{b}」の「{callee}」を呼び出して応答を待っています。応答がすぐに必要でない場合は、イベントを発行し、ルールで「{b}」の処理を開始できます。',
  },
  tradeOff: {
    en: 'The response can no longer contain the result. Data becomes consistent later, consumers must be idempotent, and failures show up in a DLQ, not in the caller. If the answer is needed at once, keep the synchronous call and set a timeout.',
    ja: 'レスポンスに処理の結果を含められなくなります。データは結果整合性となり、コンシューマーは冪等にする必要があります。失敗は、呼び出し元ではなく DLQ で検知します。結果がすぐに必要な場合は、同期呼び出しのままにして、タイムアウトを設定してください。',
  },
};

function eventMatch(system: System, caller: SystemNode, callee: SystemNode): Match {
  return {
    nodes: marked(caller, callee),
    facts: { ...factsOf(system, caller, callee), waits: 'no' },
    verdict: 'question',
    confidence: 'medium',
    function: caller.id,
    mechanism: 'eventbridge-rule-target',
    evidence: callEvidence(caller, callee, false),
    limits: [
      {
        text: {
          en: 'A rule can start "{callee}".',
          ja: 'ルールで「{callee}」を開始できます。',
        },
        state: 'met',
        source: targets,
      },
      {
        text: {
          en: 'The code of "{lambda}" has to publish the event, and "{callee}" gets it with the data in detail.',
          ja: '「{lambda}」のコードでイベントを発行する必要があります。「{callee}」はデータを detail で受け取ります。',
        },
        state: 'check',
      },
    ],
    applicable: true,
    texts: eventTexts,
  };
}

function synchronousMatch(system: System, caller: SystemNode, callee: SystemNode): Match {
  return {
    nodes: marked(caller, callee),
    facts: { ...factsOf(system, caller, callee), waits: 'yes' },
    verdict: 'question',
    confidence: 'low',
    function: caller.id,
    mechanism: 'eventbridge-rule-target',
    evidence: callEvidence(caller, callee, true),
    limits: [
      {
        text: {
          en: 'With an event "{lambda}" gets no answer.',
          ja: 'イベントにすると、「{lambda}」は応答を受け取れません。',
        },
        state: 'check',
        source: invocation,
      },
    ],
    applicable: false,
    texts: synchronousTexts,
  };
}
