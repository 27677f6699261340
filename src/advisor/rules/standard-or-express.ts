import { lookup, type Design } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { isObject, type State } from '../../asl/definition.js';
import { taskOf } from '../../asl/tasks.js';
import { defineRule } from '../define.js';
import { marked, nameOf } from '../functions.js';
import { statesOf, treeOfMachine } from '../machines.js';

const types = 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html';

/** Callers that start an execution for each message or event. */
const frequent = ['pipe-target', 'iot-action', 'websocket-integration', 'bus-subscriber'];
const expressSeconds = 300;

export const standardOrExpress = defineRule({
  id: 'standard-or-express',
  family: 'orchestration',
  severity: 'suggestion',
  title: {
    en: '"{machine}" can be an Express workflow',
    ja: '「{machine}」は Express ワークフローにできます',
  },
  what: {
    en: '"{machine}" starts for each message of "{source}", and none of its {states} states waits for a person, a job or a long time.',
    ja: '「{machine}」は「{source}」のメッセージごとに開始されます。{states} 個のステートに、人やジョブを待つものや長時間の待機はありません。',
  },
  why: {
    en: 'Express workflows are billed by requests and duration instead of state transitions, which is far cheaper for many short executions, and start at a much higher rate.',
    ja: 'Express ワークフローは、状態遷移ではなくリクエスト数と実行時間で課金されます。短い実行が多い場合は料金が大幅に下がり、開始できる実行数も大きく増えます。',
  },
  tradeOff: {
    en: 'An execution runs 5 minutes at most and at least once, so its steps have to be idempotent. There is no execution history beyond the logs, and no redrive.',
    ja: '実行は最長 5 分で、少なくとも 1 回実行されるため、各ステップを冪等にする必要があります。実行履歴はログだけで、再処理 (redrive) はできません。',
  },
  source: {
    url: types,
    title: { en: 'Choosing a workflow type', ja: 'Step Functions でワークフロータイプを選択する' },
    date: '2026-11-25',
  },
  anchor: 'state-machine',
  reach: 1,
  *find(system, machine) {
    const tree = treeOfMachine(machine);
    if (tree === undefined || machine.props['type'] === 'EXPRESS' || tree.states.size === 0) return;
    const callers = system.incoming(machine.id).filter(({ origin }) => origin !== 'reference');
    const [first] = callers;
    if (first === undefined || !callers.every(({ kind }) => frequent.includes(kind))) return;
    const states = statesOf(tree);
    if (states.some(needsStandard)) return;
    const source = system.node(first.from);
    yield {
      nodes: marked(machine),
      facts: {
        machine: nameOf(machine),
        source: source === undefined ? '' : nameOf(source),
        states: states.length,
        callers: callers.map(({ kind }) => kind).join(', '),
      },
      verdict: 'question',
      confidence: 'low',
      mechanism: 'sfn-express',
      evidence: [
        {
          text: {
            en: '"{source}" starts an execution for each event.',
            ja: '「{source}」はイベントごとに実行を開始します。',
          },
          node: machine.id,
        },
      ],
      limits: [
        {
          text: {
            en: 'No state waits for a callback or a job, and no Wait state is long.',
            ja: 'コールバックやジョブを待つステートと、長時間の Wait ステートはありません。',
          },
          state: 'met',
          source: types,
        },
        {
          text: {
            en: 'An execution ends within 5 minutes, and its steps may run twice.',
            ja: '実行が 5 分以内に終わり、各ステップが 2 回実行されても問題がない必要があります。',
          },
          state: 'check',
          source: types,
        },
      ],
      applicable: true,
    };
  },
  apply(system, match): Design {
    const [id] = match.nodes;
    if (id === undefined) return system.design;
    return updateNode(system.design, id, (node) => ({ ...node, props: { ...node.props, type: 'EXPRESS' } }));
  },
  examples: {
    hits: ['iot-rule Readings -> state-machine Flow -> dynamodb-table Orders'],
    misses: [
      'iot-rule Readings -> state-machine Flow(type: EXPRESS) -> dynamodb-table Orders',
      'state-machine Flow -> dynamodb-table Orders',
      'event-bus Events -> state-machine Flow -> dynamodb-table Orders',
      'schedule Nightly -> state-machine Flow -> dynamodb-table Orders',
      'iot-rule Readings -> state-machine Flow(definition: {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3600, "End": true}}})',
      'iot-rule Readings -> state-machine Flow(definition: {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true}}})',
    ],
  },
});

/** What an Express workflow cannot do: wait for a job or a token, wait long, run an activity, a Distributed Map. */
function needsStandard(state: State): boolean {
  if (state.type === 'Task') {
    const { pattern, kind } = taskOf(state);
    return pattern !== 'REQUEST_RESPONSE' || kind === 'activity';
  }
  if (state.type === 'Wait') {
    const seconds = lookup(state.fields, 'Seconds');
    return typeof seconds !== 'number' || seconds >= expressSeconds;
  }
  if (state.type !== 'Map') return false;
  const config = lookup(state.itemProcessor?.fields ?? {}, 'ProcessorConfig');
  return isObject(config) && lookup(config, 'Mode') === 'DISTRIBUTED';
}
