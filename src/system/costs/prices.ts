import type { Localized } from '../../model/localized.js';
import { machineShape, type MachineShape } from './machine-shape.js';
import type { SystemNode } from '../system.js';

/** What a million calls of one node cost, in USD. */
export interface Price {
  readonly usd: number;
  /** What is counted. */
  readonly unit: Localized;
  readonly source: string;
}

/** What all prices have in common: they are looked up by hand, and change. */
export const priceBasis = { region: 'us-east-1', year: 2026 } as const;

/** Assumed of a function's run where nothing is known. */
const runSeconds = 0.1;
const gigabyteSecond = 0.0000166667;

const units = {
  requests: { en: 'requests', ja: 'リクエスト' },
  messages: { en: 'messages', ja: 'メッセージ' },
  events: { en: 'custom events published', ja: '発行されたカスタムイベント' },
  filtered: { en: 'events after the filter', ja: 'フィルター通過後のイベント' },
  invocations: { en: 'invocations', ja: '呼び出し' },
  writes: { en: 'writes of 1 KB', ja: '1 KB の書き込み' },
  sends: { en: 'requests of 64 KB', ja: '64 KB のリクエスト' },
  publishes: { en: 'publishes', ja: '発行' },
  runs: { en: 'executions, without their duration', ja: '実行 (実行時間を除く)' },
} as const satisfies Record<string, Localized>;

const pricing = (service: string): string => `https://aws.amazon.com/${service}/pricing/`;

function ofFunction({ props }: SystemNode): Price {
  const memory = typeof props['memory'] === 'number' ? props['memory'] : 128;
  const usd = 0.2 + (memory / 1024) * runSeconds * 1_000_000 * gigabyteSecond;
  const size = String(memory);
  return {
    usd,
    unit: { en: `invocations of ${size} MB and 100 ms`, ja: `${size} MB、100 ms の呼び出し` },
    source: pricing('lambda'),
  };
}

function ofMachine(node: SystemNode): Price | undefined {
  const source = pricing('step-functions');
  if (node.props['type'] === 'EXPRESS') return { usd: 1, unit: units.runs, source };
  const shape: MachineShape | undefined = machineShape(node);
  if (shape === undefined) return undefined;
  const count = String(shape.transitions);
  const unit = { en: `executions of ${count} transitions`, ja: `状態遷移 ${count} 回の実行` };
  return { usd: 25 * shape.transitions, unit, source };
}

/** By service type. Only what has a source: a service that is not listed is said not to be counted. */
const prices: Readonly<Record<string, (node: SystemNode) => Price | undefined>> = {
  'rest-api': () => ({ usd: 3.5, unit: units.requests, source: pricing('api-gateway') }),
  'http-api': () => ({ usd: 1, unit: units.requests, source: pricing('api-gateway') }),
  'websocket-api': () => ({ usd: 1, unit: units.messages, source: pricing('api-gateway') }),
  'lambda-function': ofFunction,
  'state-machine': ofMachine,
  'event-bus': () => ({ usd: 1, unit: units.events, source: pricing('eventbridge') }),
  pipe: () => ({ usd: 0.4, unit: units.filtered, source: pricing('eventbridge') }),
  schedule: () => ({ usd: 1, unit: units.invocations, source: pricing('eventbridge') }),
  'api-destination': () => ({ usd: 0.2, unit: units.invocations, source: pricing('eventbridge') }),
  'sqs-queue': ({ props }) => ({
    usd: props['queueType'] === 'fifo' ? 0.5 : 0.4,
    unit: units.sends,
    source: pricing('sqs'),
  }),
  'sns-topic': () => ({ usd: 0.5, unit: units.publishes, source: pricing('sns') }),
  'dynamodb-table': () => ({ usd: 0.625, unit: units.writes, source: pricing('dynamodb/on-demand') }),
};

/** What a million calls of a node cost; undefined: nothing is known for certain. */
export const priceOf = (node: SystemNode): Price | undefined =>
  Object.hasOwn(prices, node.service.type) ? prices[node.service.type]?.(node) : undefined;
