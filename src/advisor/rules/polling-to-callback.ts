import { lookup, type Json } from '../../model/design.js';
import { asText, isObject, walkMachines, type State, type StateMachine } from '../../asl/definition.js';
import { defineObservation } from '../observe.js';
import { marked, nameOf } from '../functions.js';
import { treeOfMachine } from '../machines.js';

/** A loop of Wait, ask and Choice: a callback tells when the job is done. */
export const pollingToCallback = defineObservation({
  id: 'polling-to-callback',
  family: 'responsibility',
  severity: 'suggestion',
  title: { en: 'A callback can replace the polling loop', ja: 'ポーリングループはコールバックに置き換えられます' },
  what: {
    en: 'The states "{wait}" and "{check}" of "{machine}" ask again and again whether the job is done. Pass a task token (.waitForTaskToken), or use .sync where the integration offers it.',
    ja: '「{machine}」のステート「{wait}」と「{check}」は、ジョブの完了を繰り返し確認しています。タスクトークンを渡してコールバックを待機できます (.waitForTaskToken)。対応している統合では .sync も使えます。',
  },
  why: {
    en: 'The workflow continues as soon as the job ends. While it waits, there are no state transitions and no function calls to pay for.',
    ja: 'ジョブが終わると、ワークフローがすぐに先へ進みます。待機中は、状態遷移や関数の呼び出しの料金がかかりません。',
  },
  tradeOff: {
    en: 'Both patterns need a Standard workflow. With a task token, someone must call SendTaskSuccess or SendTaskFailure; otherwise the execution waits until it times out. Always set a heartbeat or a timeout.',
    ja: 'どちらのパターンも Standard ワークフローでのみ使えます。タスクトークンの場合、SendTaskSuccess か SendTaskFailure が呼び出されないと、実行はタイムアウトまで待ち続けます。ハートビートかタイムアウトを必ず設定してください。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
    title: { en: 'Service integration patterns (Step Functions)', ja: 'サービス統合パターン (Step Functions)' },
    date: '2026-11-25',
  },
  anchor: 'state-machine',
  reach: 0,
  *find(_system, machine) {
    const tree = treeOfMachine(machine);
    if (tree === undefined) return;
    for (const { wait, check } of [...walkMachines(tree)].flatMap(loopsIn))
      yield {
        nodes: marked(machine),
        facts: { machine: nameOf(machine), wait: wait.name, check: check.name },
        verdict: 'question',
        confidence: 'medium',
        mechanism: 'sfn-callback',
        evidence: [
          {
            text: {
              en: '"{check}" follows "{wait}", and a Choice leads back.',
              ja: '「{wait}」の次に「{check}」があり、Choice で戻っています。',
            },
            node: machine.id,
          },
        ],
        limits: [],
        applicable: false,
      };
  },
  examples: {
    hits: [
      `state-machine Flow(definition: ${JSON.stringify({
        StartAt: 'Wait',
        States: {
          Wait: { Type: 'Wait', Seconds: 10, Next: 'Ask' },
          Ask: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:transcribe:getTranscriptionJob', Next: 'Done?' },
          'Done?': { Type: 'Choice', Choices: [{ Condition: '{% $states.input.ok %}', Next: 'End' }], Default: 'Wait' },
          End: { Type: 'Succeed' },
        },
      })})`,
    ],
    misses: [
      'state-machine Flow -> dynamodb-table Orders',
      `state-machine Flow(definition: ${JSON.stringify({
        StartAt: 'Wait',
        States: {
          Wait: { Type: 'Wait', Seconds: 10, Next: 'Ask' },
          Ask: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:transcribe:getTranscriptionJob', End: true },
        },
      })})`,
    ],
  },
});

function loopsIn(machine: StateMachine): readonly { readonly wait: State; readonly check: State }[] {
  return [...machine.states.values()].flatMap((wait) => {
    if (wait.type !== 'Wait') return [];
    const check = wait.next === undefined ? undefined : machine.states.get(wait.next);
    if (check?.type !== 'Task') return [];
    const leadsBack = choicesBehind(machine, check).some((choice) => nextsOf(choice).includes(wait.name));
    return leadsBack ? [{ wait, check }] : [];
  });
}

/** The Choice that looks at the answer, perhaps behind a Pass. */
function choicesBehind(machine: StateMachine, state: State): readonly State[] {
  const next = state.next === undefined ? undefined : machine.states.get(state.next);
  if (next === undefined) return [];
  if (next.type === 'Choice') return [next];
  const after = next.type === 'Pass' && next.next !== undefined ? machine.states.get(next.next) : undefined;
  return after?.type === 'Choice' ? [after] : [];
}

function nextsOf({ fields }: State): readonly string[] {
  const choices = lookup(fields, 'Choices');
  const nexts = (Array.isArray(choices) ? (choices as readonly Json[]) : []).map((choice) =>
    isObject(choice) ? asText(lookup(choice, 'Next')) : undefined,
  );
  return [...nexts, asText(lookup(fields, 'Default'))].filter((name) => name !== undefined);
}
