import { replaceState } from '../../asl/edit.js';
import {
  asText,
  parseDefinition,
  stateAt,
  substitutionsIn,
  walkStates,
  type DefinitionTree,
  type State,
} from '../../asl/definition.js';
import { taskOf } from '../../asl/tasks.js';
import { lookup, type Definition, type Design, type NodeId } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import type { System, SystemConnection, SystemNode } from '../../system/system.js';
import { removeIfUnused } from '../changes.js';
import { defineRule, type Limit, type Match } from '../define.js';
import {
  apiName,
  evidenceOf,
  judge,
  leadsTo,
  marked,
  nameOf,
  otherCallers,
  questionTexts,
  viewFunction,
  type FunctionView,
  type SingleCall,
} from '../functions.js';
import { isToldApart, notToldApart, passFieldOf, taskCallOf, withSubstitution, type TaskCall } from '../task-call.js';
import { rewriteTask } from '../task-rewrite.js';

const quotas = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html';

export const taskCallsTransportLambda = defineRule({
  id: 'task-calls-transport-lambda',
  family: 'direct-integration',
  severity: 'suggestion',
  title: {
    en: 'The workflow can call "{target}" without a function',
    ja: 'ワークフローから「{target}」を直接呼び出せます',
  },
  what: {
    en: 'The state "{state}" runs "{lambda}" only to call {action}. The Task state can make this call itself ({integration}).',
    ja: 'ステート「{state}」は、{action} を呼び出すためだけに「{lambda}」を実行しています。この呼び出しは Task ステートだけで行えます ({integration})。',
  },
  why: {
    en: 'Retry, Catch, timeouts and the execution history are built into the state, so code and logging go away. The workflow itself shows what happens.',
    ja: '再試行、キャッチ、タイムアウト、実行履歴はステートに組み込まれているため、関数のコードとログ出力が不要になります。処理の内容は、ワークフローを見ればわかります。',
  },
  tradeOff: {
    en: 'Input and output are shaped with JSONata. A payload has 256 KiB at most and the whole API response comes back, so keep only what you need with Output. In Standard workflows, retries are billed as state transitions.',
    ja: '入力と出力の整形には JSONata を使います。ペイロードの上限は 256 KiB です。API のレスポンス全体が返るため、必要な値だけを Output で残してください。Standard ワークフローでは、再試行も状態遷移として課金されます。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
    title: {
      en: 'Integrating with AWS SDK services (Step Functions)',
      ja: 'AWS SDK サービスの統合 (Step Functions)',
    },
    date: '2026-11-23',
  },
  anchor: 'lambda-function',
  reach: 2,

  *find(system, node) {
    const view = viewFunction(system, node);
    const { call } = view;
    if (call === undefined || node.node.origin === 'existing') return;
    // Of functions that call each other none is the one to keep.
    if (call.role.service === 'lambda' && leadsTo(system, call.target.id, node.id, 'tasks-and-code')) return;
    for (const task of view.callers.filter(({ origin }) => origin === 'task')) {
      const machine = system.node(task.from);
      // A definition that names its own machine, or one that calls it, could not be created.
      if (machine === undefined || leadsTo(system, call.target.id, machine.id, 'tasks')) continue;
      const match = matchOf(system, view, call, task, machine);
      if (match !== undefined) yield match;
    }
  },

  apply(system, match) {
    const [machineId, functionId] = match.nodes;
    if (machineId === undefined || functionId === undefined) return system.design;
    return withDirectTask(system, machineId, functionId);
  },

  examples: {
    hits: [
      'state-machine Flow -> lambda-function Save(work: transport, mapping: picks) -> dynamodb-table Orders',
      'state-machine Flow -> lambda-function Send(work: transport, mapping: none) -> sqs-queue Jobs',
      'state-machine Flow -> lambda-function Ask(work: transport, mapping: computes) -> bedrock-model Model',
      'state-machine Flow -> lambda-function Listen(work: transport, mapping: picks) -> transcribe Speech',
      'state-machine Flow -> lambda-function Save(work: unknown) -> dynamodb-table Orders',
    ],
    misses: [
      'state-machine Flow -> lambda-function Price(work: transform) -> dynamodb-table Orders',
      'state-machine Flow -> lambda-function Price(work: transport)',
      'state-machine Flow -> dynamodb-table Orders',
      'state-machine Flow -> lambda-function A(work: transport) -> lambda-function B(work: transport) -> lambda-function A',
      'state-machine Flow -> lambda-function Again(work: transport) -> state-machine Flow',
      'state-machine Flow -> lambda-function Save(work: transport, existing: save) -> dynamodb-table Orders',
    ],
  },
});

/** A definition is immutable: it is read once, however many of its functions are looked at. */
const trees = new WeakMap<Definition, DefinitionTree>();

function treeOf(definition: Definition): DefinitionTree | undefined {
  const tree = trees.get(definition) ?? parseDefinition(definition.text, definition.format).tree;
  if (tree !== undefined) trees.set(definition, tree);
  return tree;
}

/** The states of a machine that call the function, as far as its text is read. */
function callingStates(machine: SystemNode, task: SystemConnection): readonly State[] {
  const { definition } = machine.node;
  const tree = definition && treeOf(definition);
  return tree === undefined ? [] : statesAt(tree, task);
}

const statesAt = (tree: DefinitionTree, task: SystemConnection): readonly State[] =>
  (task.states ?? []).flatMap((path) => stateAt(tree, path) ?? []);

/** How each of the states makes the call itself; undefined: one of them cannot. */
function taskCallsOf(call: SingleCall, states: readonly State[]): readonly TaskCall[] | undefined {
  const calls = states.flatMap((state) => taskCallOf(call, taskOf(state).pattern) ?? []);
  return calls.length === 0 || calls.length < states.length ? undefined : calls;
}

function matchOf(
  system: System,
  view: FunctionView,
  call: SingleCall,
  task: SystemConnection,
  machine: SystemNode,
): Match | undefined {
  const states = callingStates(machine, task);
  const [direct] = taskCallsOf(call, states) ?? [];
  const judgement = judge(view, 'jsonata', passFieldOf(call) !== undefined);
  if (direct === undefined || judgement === undefined || machine.node.origin === 'existing') return undefined;
  const others = otherCallers(view, new Set([task.id])).length;
  const integration =
    direct.mechanism === 'sfn-sdk'
      ? { en: 'AWS SDK integration', ja: 'AWS SDK 統合' }
      : { en: 'optimized integration', ja: '最適化統合' };
  const isKnown = isToldApart(system, call, machine.context);
  const texts =
    judgement.verdict === 'question'
      ? questionTexts(view.work, {
          en: 'If that is all, the Task state can make the call itself.',
          ja: '転送だけであれば、Task ステートだけで呼び出せます。',
        })
      : view.mapping === 'computes'
        ? computesTexts
        : undefined;
  return {
    nodes: marked(machine, view.node, call.target),
    facts: {
      lambda: nameOf(view.node),
      workflow: nameOf(machine),
      target: nameOf(call.target),
      state: states.map(({ name }) => name).join(', '),
      action: apiName(call.action),
      service: call.target.service.label,
      integration,
      work: view.work,
      mapping: view.mapping,
      others,
    },
    verdict: judgement.verdict === 'replace' && others > 0 ? 'partly' : judgement.verdict,
    confidence: judgement.confidence,
    function: view.node.id,
    mechanism: direct.mechanism,
    evidence: [
      {
        text: {
          en: 'The state "{state}" of "{workflow}" calls "{lambda}".',
          ja: '「{workflow}」のステート「{state}」が「{lambda}」を呼び出しています。',
        },
        node: machine.id,
      },
      ...evidenceOf(view, call),
    ],
    limits: [...limitsOf(states, others), ...(isKnown ? [] : [notToldApart])],
    applicable: judgement.applicable && isKnown && machine.node.definition?.draft === undefined,
    ...(texts === undefined ? {} : { texts }),
  };
}

const computesTexts: NonNullable<Match['texts']> = {
  what: {
    en: 'The state "{state}" runs "{lambda}" to compute values and call {action}. The Task state can make the call ({integration}) if the computation can be written in JSONata.',
    ja: 'ステート「{state}」は、値を計算して {action} を呼び出すために「{lambda}」を実行しています。計算を JSONata で書ける場合、この呼び出しは Task ステートだけで行えます ({integration})。',
  },
};

function limitsOf(states: readonly State[], others: number): readonly Limit[] {
  const limits: Limit[] = [
    {
      text: {
        en: 'Step Functions offers this call, in the pattern that the state uses.',
        ja: 'このアクションは、ステートの統合パターンで呼び出せます。',
      },
      state: 'met',
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html',
    },
    {
      text: {
        en: 'Input and response have 256 KiB each at most.',
        ja: '入力とレスポンスは、それぞれ 256 KiB までです。',
      },
      state: 'check',
      source: quotas,
    },
    {
      text: {
        en: 'Later states get the response of {action} instead of what the function returned.',
        ja: '後続のステートには、関数の戻り値の代わりに {action} のレスポンスが渡されます。',
      },
      state: 'check',
    },
  ];
  const namesLambdaErrors = states.some(({ fields }) =>
    /"Lambda\./.test(JSON.stringify([lookup(fields, 'Retry') ?? null, lookup(fields, 'Catch') ?? null])),
  );
  if (namesLambdaErrors)
    limits.push({
      text: {
        en: 'Retry or Catch names errors of Lambda; the service has errors of its own.',
        ja: 'Retry または Catch に Lambda のエラー名があります。呼び出し先のエラー名に変更してください。',
      },
      state: 'check',
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
    });
  if (others > 0)
    limits.push({
      text: {
        en: 'The function stays for its other callers.',
        ja: '関数は、ほかの呼び出し元のために残ります。',
      },
      state: 'met',
    });
  return limits;
}

function withDirectTask(system: System, machineId: NodeId, functionId: NodeId): Design {
  const machine = system.node(machineId);
  const lambda = system.node(functionId);
  const task = system.incoming(functionId).find(({ origin, from }) => origin === 'task' && from === machineId);
  const definition = machine?.node.definition;
  if (machine === undefined || lambda === undefined || task === undefined || definition === undefined)
    return system.design;
  const view = viewFunction(system, lambda);
  const { call } = view;
  const states = callingStates(machine, task);
  const tasks = call && taskCallsOf(call, states);
  if (call === undefined || tasks === undefined) return system.design;
  const gap = judge(view, 'jsonata', passFieldOf(call) !== undefined)?.gap ?? true;
  const { name, substitutions } = withSubstitution(
    definition.substitutions,
    call.target,
    lookup(call.role.actions, call.action),
  );
  const isReadLater = readsPayload(definition, states);
  let { text } = definition;
  for (const [index, state] of states.entries()) {
    const direct = tasks[index];
    if (direct === undefined) continue;
    const fields = rewriteTask(state, { call, task: direct, substitution: name, gap, isReadLater });
    text = replaceState(text, definition.format, state.path, fields) ?? text;
  }
  const next: Definition = { ...definition, text, substitutions: usedIn(text, substitutions, functionId) };
  return removeIfUnused(
    updateNode(system.design, machineId, (node) => ({ ...node, definition: next })),
    functionId,
  );
}

/**
 * Whether other states read the Payload in which lambda:invoke hands over what a function returned. What a state does
 * with its own result does not count, nor what stands in the machines inside a state: those are states themselves.
 */
function readsPayload(definition: Definition, calling: readonly State[]): boolean {
  const tree = treeOf(definition);
  const own = new Set(calling.map(({ path }) => path.join('/')));
  return (
    tree !== undefined &&
    [...walkStates(tree)].some((state) => !own.has(state.path.join('/')) && readsPayloadOfOthers(state))
  );
}

const machineFields = ['Branches', 'ItemProcessor', 'Iterator'];

function readsPayloadOfOthers({ type, fields }: State): boolean {
  // A Task without ResultPath hands on its result alone, so that OutputPath speaks of that.
  const replacesInput = type === 'Task' && ['$', undefined].includes(asText(lookup(fields, 'ResultPath')));
  const ownResult = [
    'ResultSelector',
    ...(replacesInput && lookup(fields, 'ResultPath') !== null ? ['OutputPath'] : []),
  ];
  const read = Object.entries(fields).filter(([key]) => !machineFields.includes(key) && !ownResult.includes(key));
  return /(?<!states\.result)\.Payload\b/.test(JSON.stringify(Object.fromEntries(read)));
}

/** The substitutions without those of a function that the text no longer names. */
function usedIn(
  text: string,
  substitutions: Definition['substitutions'],
  functionId: NodeId,
): Definition['substitutions'] {
  const used = new Set(substitutionsIn(text));
  return Object.fromEntries(
    Object.entries(substitutions).filter(
      ([name, value]) => used.has(name) || !('node' in value) || value.node !== functionId,
    ),
  );
}
