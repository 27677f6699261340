import { defineRule } from '../define.js';
import { addExpressWorkflow } from '../express-workflow.js';
import {
  apiName,
  evidenceOf,
  judge,
  marked,
  nameOf,
  questionTexts,
  viewFunction,
  type FunctionView,
  type SingleCall,
} from '../functions.js';
import { removeNodes, updateNode } from '../../model/graph.js';
import { lookup, type Design } from '../../model/design.js';
import { nodeFields } from '../../system/node-fields.js';
import { isToldApart, notToldApart, passFieldOf, taskCallOf } from '../task-call.js';
import type { System, SystemNode } from '../../system/system.js';

const sdk = 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html';

/** A function that nothing of the design calls and that makes one call: a workflow with one Task does the same. */
export const oneCallFunction = defineRule({
  id: 'one-call-function',
  family: 'direct-integration',
  severity: 'suggestion',
  title: {
    en: 'A workflow with one state can do what "{lambda}" does',
    ja: '「{lambda}」は、ステート 1 つのワークフローに置き換えられます',
  },
  what: {
    en: '"{lambda}" only calls {action} of "{target}". A state machine with one Task state makes the same call, and whoever starts the function can start an execution.',
    ja: '「{lambda}」は、「{target}」の {action} を呼び出しているだけです。Task ステート 1 つのステートマシンで同じ呼び出しができます。関数を呼び出す代わりに、実行を開始します。',
  },
  why: {
    en: 'No longer yours: the import of the SDK, the client, error handling, retries, logging, the runtime and its updates.',
    ja: 'SDK のインポート、クライアント、エラー処理、再試行、ログ出力、ランタイムとその更新を、自分で管理せずに済みます。',
  },
  tradeOff: {
    en: 'Who calls the function by its name has to start the execution instead. Input and output have 256 KiB at most, and streaming APIs cannot be called.',
    ja: '関数名で呼び出している側は、代わりに実行を開始する必要があります。入力と出力は 256 KiB までで、ストリーミング API は呼び出せません。',
  },
  source: {
    url: sdk,
    title: { en: 'Integrating with AWS SDK services', ja: 'AWS SDK サービスの統合' },
    date: '2026-11-25',
  },
  anchor: 'lambda-function',
  reach: 1,
  *find(system, node) {
    const plan = planFor(system, node);
    if (plan === undefined) return;
    const { view, call, mechanism } = plan;
    const judgement = judge(view, 'jsonata', passFieldOf(call) !== undefined);
    if (judgement === undefined) return;
    const isKnown = isToldApart(system, call, node.context);
    yield {
      nodes: marked(node, call.target),
      facts: {
        lambda: nameOf(node),
        target: nameOf(call.target),
        action: apiName(call.action),
        service: call.target.service.label,
        work: view.work,
        mapping: view.mapping,
      },
      verdict: judgement.verdict,
      // Who calls it stands outside of the design.
      confidence: judgement.confidence === 'high' ? 'medium' : judgement.confidence,
      function: node.id,
      mechanism,
      evidence: evidenceOf(view, call),
      limits: [
        {
          text: {
            en: 'Nothing in the design calls "{lambda}"; callers outside of it have to start an execution.',
            ja: '設計内に「{lambda}」の呼び出し元はありません。設計外の呼び出し元は、実行を開始するように変更する必要があります。',
          },
          state: 'check',
        },
        ...(isKnown ? [] : [notToldApart]),
      ],
      applicable: judgement.applicable && isKnown,
      ...(judgement.verdict === 'question'
        ? {
            texts: questionTexts(view.work, {
              en: 'If that is all, a workflow with one state can take its place.',
              ja: '転送だけであれば、ステート 1 つのワークフローに置き換えられます。',
            }),
          }
        : {}),
    };
  },
  apply(system, match) {
    const node = match.nodes[0] === undefined ? undefined : system.node(match.nodes[0]);
    const plan = node && planFor(system, node);
    return plan === undefined ? system.design : asWorkflow(system, plan.view, plan.call);
  },
  examples: {
    hits: [
      'lambda-function Ask(work: transport, mapping: picks) -> bedrock-model Model',
      'lambda-function Put(work: transport, mapping: none) -> sqs-queue Jobs',
      'lambda-function Put(work: transport, mapping: picks) -> dynamodb-table Orders',
      'lambda-function Put(work: unknown) -> dynamodb-table Orders',
    ],
    misses: [
      'lambda-function Price(work: transform) -> dynamodb-table Orders',
      'rest-api Api -> lambda-function Put(work: transport) -> dynamodb-table Orders',
      'lambda-function A(work: transport) -> lambda-function B(work: transform)',
      'lambda-function Put(work: transport) -> dynamodb-table Orders; lambda-function Put -> sqs-queue Jobs',
    ],
  },
});

function planFor(system: System, node: SystemNode) {
  const view = viewFunction(system, node);
  const { call } = view;
  if (call === undefined || view.callers.length > 0 || node.node.origin === 'existing') return undefined;
  if (call.target.service.roles.sdkCaller !== undefined || call.role.codeOnly === true) return undefined;
  const task = taskCallOf(call, 'REQUEST_RESPONSE');
  return task === undefined ? undefined : { view, call, mechanism: task.mechanism };
}

function asWorkflow(system: System, view: FunctionView, call: SingleCall): Design {
  const gap = judge(view, 'jsonata', passFieldOf(call) !== undefined)?.gap ?? true;
  const made = addExpressWorkflow(system.design, view, call, gap, true, nameOf(view.node));
  // Nobody waits for it here: with a history, one sees what it did.
  const standard = updateNode(made.design, made.id, (node) => ({
    ...node,
    props: { ...node.props, type: 'STANDARD' },
  }));
  return lookup(standard.nodes, view.node.id) === undefined
    ? standard
    : removeNodes(standard, new Set([view.node.id]), nodeFields);
}
