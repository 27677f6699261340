import { lookup } from '../../model/design.js';
import type { State } from '../../asl/definition.js';
import { taskOf } from '../../asl/tasks.js';
import { isReadOnly } from '../../sdk/read-only.js';
import { defineObservation } from '../observe.js';
import { marked, nameOf } from '../functions.js';
import { listed, statesOf, treeOfMachine } from '../machines.js';

/** A workflow that changes several things and has no way back. */
export const sagaWithoutCompensation = defineObservation({
  id: 'saga-without-compensation',
  family: 'orchestration',
  severity: 'suggestion',
  title: {
    en: '"{machine}" changes {count} things and undoes none',
    ja: '「{machine}」は {count} か所を変更しますが、補償がありません',
  },
  what: {
    en: 'The states {states} change data one after the other, and no Catch leads to a state that undoes them. If a later one fails, what the earlier ones did stays.',
    ja: 'ステート {states} は順にデータを変更しますが、元に戻すステートに進む Catch がありません。後のステートが失敗すると、それまでの変更が残ります。',
  },
  why: {
    en: 'With a Catch to compensating states, a failure leaves the data as it was, and the workflow shows what was undone.',
    ja: '補償のステートに進む Catch を設定すると、失敗時にデータを元に戻せます。何を元に戻したかは、ワークフローで確認できます。',
  },
  tradeOff: {
    en: 'Compensation doubles the states, and each has to be idempotent. Where the steps may simply run again, a redrive of the execution is enough.',
    ja: '補償を加えるとステートは 2 倍になり、それぞれを冪等にする必要があります。同じステップを再実行するだけでよい場合は、実行の再処理 (redrive) で十分です。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/cloud-design-patterns/saga-orchestration.html',
    title: { en: 'Saga orchestration pattern', ja: 'Saga オーケストレーションパターン' },
    date: '2026-11-25',
  },
  anchor: 'state-machine',
  reach: 1,
  thresholds: { writes: { label: { en: 'States that change data', ja: 'データを変更するステートの数' }, default: 2 } },
  *find(system, machine, { writes = 2 }) {
    const tree = treeOfMachine(machine);
    if (tree === undefined) return;
    const states = statesOf(tree);
    if (states.some(({ fields }) => Array.isArray(lookup(fields, 'Catch')))) return;
    const changed = states.filter((state) => changes(state));
    const targets = new Set(
      system
        .outgoing(machine.id)
        .filter(({ origin, states: paths }) => origin === 'task' && paths !== undefined)
        .flatMap(({ to, states: paths = [] }) =>
          paths.some((path) => changed.some((state) => state.path.join('/') === path.join('/'))) ? [to] : [],
        ),
    );
    if (changed.length < writes || targets.size < 2) return;
    yield {
      nodes: marked(machine, ...[...targets].map((id) => system.node(id))),
      facts: { machine: nameOf(machine), count: changed.length, states: listed(changed.map(({ name }) => name)) },
      verdict: 'question',
      confidence: 'low',
      mechanism: 'sfn-catch',
      evidence: [
        {
          text: {
            en: 'No state of "{machine}" has a Catch.',
            ja: '「{machine}」に Catch を設定したステートはありません。',
          },
          node: machine.id,
        },
      ],
      limits: [],
      applicable: false,
    };
  },
  examples: {
    hits: ['state-machine Flow -> dynamodb-table Orders; state-machine Flow -> dynamodb-table Stock'],
    misses: [
      'state-machine Flow -> dynamodb-table Orders',
      'state-machine Flow -> dynamodb-table Orders; state-machine Flow -> sqs-queue Jobs',
    ],
  },
});

/** What keeps data: a message that was sent is a matter of whoever reads it. */
const keepers = ['dynamodb', 's3', 'rdsdata'];

function changes(state: State): boolean {
  if (state.type !== 'Task') return false;
  const { service, action } = taskOf(state);
  return service !== undefined && action !== undefined && keepers.includes(service) && !isReadOnly(action);
}
