import { walkStates } from '../../asl/definition.js';
import { lookup } from '../../model/design.js';
import { isFieldVisible } from '../../model/fields.js';
import { readDefinition } from '../../system/machines.js';
import type { SystemConnection } from '../../system/system.js';
import type { MakeSection, ReviewInput } from '../define.js';
import { dash, nameAt, shortened, valueWords } from '../words.js';

/** Fields of a connection that say what happens when a delivery fails. */
const failureFields: ReadonlySet<string> = new Set([
  ...['retryAttempts', 'retries', 'asyncRetries', 'maxEventAge', 'maxAge', 'maxRecordAge'],
  ...['deadLetterQueue', 'bisect', 'reportBatchItemFailures', 'onFailure'],
]);

/** Every connection: what it is, how it delivers, what happens when that fails, and why it is as it is. */
export const connectionsSection: MakeSection = (input) => {
  const { system, say } = input;
  const connections = [...system.connections.values()];
  return {
    id: 'connections',
    title: say({ en: 'Connections', ja: '接続' }),
    blocks: [
      connections.length === 0
        ? { kind: 'text', text: say({ en: 'There are no connections.', ja: '接続はありません。' }) }
        : {
            kind: 'table',
            head: [
              say({ en: 'From', ja: '接続元' }),
              say({ en: 'To', ja: '接続先' }),
              say({ en: 'Kind', ja: '種類' }),
              say({ en: 'Delivery', ja: '呼び出し方' }),
              say({ en: 'Retry and dead-letter queue', ja: '再試行とデッドレターキュー' }),
              say({ en: 'Reason', ja: '理由' }),
            ],
            rows: connections.map((connection) => rowOf(input, connection)),
          },
    ],
  };
};

function rowOf(input: ReviewInput, connection: SystemConnection): readonly string[] {
  const { say, system } = input;
  const comment = lookup(system.design.connections, connection.id)?.comment;
  return [
    nameAt(input, connection.from),
    nameAt(input, connection.to),
    kindWords(input, connection),
    connection.origin === 'reference'
      ? dash
      : say(connection.delivery === 'sync' ? { en: 'synchronous', ja: '同期' } : { en: 'asynchronous', ja: '非同期' }),
    failureWords(input, connection),
    comment === undefined || comment.trim() === '' ? dash : shortened(comment),
  ];
}

function kindWords({ say }: ReviewInput, { definition, origin, label }: SystemConnection): string {
  const words = shortened(say(label));
  if (origin === 'task') return say({ en: 'Task state: {words}', ja: 'Task ステート: {words}' }, { words });
  if (origin === 'reference' || definition === undefined)
    return say({ en: 'Setting: {words}', ja: '設定項目: {words}' }, { words });
  return `${say(definition.label)}: ${words}`;
}

function failureWords(input: ReviewInput, connection: SystemConnection): string {
  if (connection.origin === 'task') return taskFailureWords(input, connection);
  const { definition, props } = connection;
  if (definition === undefined) return dash;
  const words = Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = lookup<unknown>(props, name);
    if (!failureFields.has(name) || value === undefined || !isFieldVisible(field, props)) return [];
    return [`${input.say(field.label)}: ${valueWords(input, field, value)}`];
  });
  return words.length === 0 ? dash : words.join('; ');
}

/** How many of the states that call are retried or caught. */
function taskFailureWords({ system, say }: ReviewInput, { from, states = [] }: SystemConnection): string {
  const definition = system.node(from)?.node.definition;
  const tree = definition === undefined ? undefined : readDefinition(definition).tree;
  if (tree === undefined || states.length === 0) return dash;
  const names = new Set(states.map((path) => path.at(-1)));
  const calling = [...walkStates(tree)].filter(({ name }) => names.has(name));
  const having = (key: string): number => calling.filter(({ fields }) => Object.hasOwn(fields, key)).length;
  return say(
    {
      en: 'Retry in {retry} and Catch in {caught} of {count} states',
      ja: '{count} 個のステートのうち、Retry あり {retry} 個、Catch あり {caught} 個',
    },
    { retry: having('Retry'), caught: having('Catch'), count: calling.length },
  );
}
