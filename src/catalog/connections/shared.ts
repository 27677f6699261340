import { nodeId, type Json } from '../../model/design.js';
import { field } from '../../model/fields.js';
import type { Localized } from '../../model/localized.js';
import { problem, type Problem } from '../../model/problems.js';
import { lit, seconds, type Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView } from '../define.js';

/** Fields and words that several connection kinds share. */

const methods = {
  ANY: { en: 'ANY', ja: 'ANY' },
  GET: { en: 'GET', ja: 'GET' },
  POST: { en: 'POST', ja: 'POST' },
  PUT: { en: 'PUT', ja: 'PUT' },
  PATCH: { en: 'PATCH', ja: 'PATCH' },
  DELETE: { en: 'DELETE', ja: 'DELETE' },
} as const;

/** The HTTP method of a route. */
export const methodField = (byDefault: keyof typeof methods) =>
  field.choice({ label: { en: 'Method', ja: 'メソッド' }, options: methods, default: byDefault });

/** The path of a route: segments of words, `{name}` or, at the end, `{name+}`. */
export const pathField = field.text({
  label: { en: 'Path', ja: 'パス' },
  default: '/',
  required: true,
  code: true,
  placeholder: '/orders/{id}',
  pattern: {
    test: /^\/$|^(?:\/(?:[A-Za-z0-9._~$:-]+|\{[A-Za-z0-9._-]+\}))*(?:\/(?:[A-Za-z0-9._~$:-]+|\{[A-Za-z0-9._-]+\+?\}))$/,
    hint: {
      en: 'it begins with / and has words or {name} between slashes',
      ja: '/ で始め、/ の間には文字列か {name} を指定してください。',
    },
  },
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html',
});

/** How the data is written for the target. `missing` is a marked gap: it fails on purpose until it is filled. */
export const mappingField = (byDefault: Localized) =>
  field.choice({
    label: { en: 'Mapping', ja: 'マッピング' },
    options: {
      default: byDefault,
      custom: { en: 'Template', ja: 'テンプレート' },
      missing: { en: 'Still to be written', ja: '未定義' },
    },
    optionHelp: {
      missing: { en: 'Fails on purpose until it is written.', ja: '定義するまで、意図的に失敗します。' },
    },
    default: 'default',
  });

/** A text that is given: neither absent nor blank. */
export const given = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** JSON text without its white space; undefined where it is blank or no JSON (which the system reports). */
export function compactJson(text: string | undefined): string | undefined {
  const value = parseJson(text);
  return value === undefined ? undefined : JSON.stringify(value);
}

/** The value of a JSON text; undefined where it is blank or no JSON. */
export function parseJson(text: string | undefined): Json | undefined {
  if (!given(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value as Json;
  } catch {
    return undefined;
  }
}

/** The message group of messages sent to a FIFO queue. */
export const messageGroupField = field.text({
  label: { en: 'Message group ID', ja: 'メッセージグループ ID' },
  help: { en: 'Messages of one group keep their order.', ja: '同じグループのメッセージは順序を保ちます。' },
  code: true,
  source:
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html',
});

/** What decides the shard of a record. */
export const partitionKeyField = field.text({
  label: { en: 'Partition key', ja: 'パーティションキー' },
  help: {
    en: 'Records of one key keep their order. A path such as $.eventID takes it from the data.',
    ja: '同じキーのレコードは順序を保ちます。$.eventID のようなパスを指定すると、データから取得します。',
  },
  default: '$.eventID',
  required: true,
  code: true,
  source: 'https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html',
});

/** A FIFO queue takes no message without a group. */
export const messageGroupProblems = (to: NodeView, messageGroupId: string | undefined): readonly Problem[] =>
  to.props['queueType'] === 'fifo' && !given(messageGroupId)
    ? [problem('field-required', { field: messageGroupField.label })]
    : [];

/** What a resource of a REST API cannot be called, though a route of an HTTP API can. */
export const restPathProblems = (path: string): readonly Problem[] =>
  path.includes('~')
    ? [
        problem('field-pattern', {
          field: pathField.label,
          hint: { en: 'a REST API takes no tilde', ja: 'REST API ではチルダを使用できません。' },
        }),
      ]
    : [];

/** The queue of a field for what could not be delivered; where none is drawn, that of the stack. */
export const deadLetterQueueOf = (queue: unknown, emitter: Emitter): Expr =>
  typeof queue === 'string' ? emitter.construct(nodeId(queue)) : emitter.common('deadLetters');

const defaultRetryAttempts = 185;
const defaultMaxEventAge = 86_400;

/** How long EventBridge goes on with a target that fails; `source` is the documentation of what delivers. */
export const retryFields = <const Source extends string>(source: Source) => ({
  retryAttempts: field.number({
    label: { en: 'Retry attempts', ja: '再試行回数' },
    min: 0,
    max: 185,
    default: defaultRetryAttempts,
    unit: 'count',
    advanced: true,
    source,
  }),
  maxEventAge: field.seconds({
    label: { en: 'Maximum age of an event', ja: 'イベントの最大経過時間' },
    min: 60,
    max: 86_400,
    default: defaultMaxEventAge,
    advanced: true,
    source,
  }),
});

/** The options of a CDK target for `retryFields`: only what differs from what AWS does by itself. */
export const retryOptions = ({
  retryAttempts,
  maxEventAge,
}: {
  readonly retryAttempts: number;
  readonly maxEventAge: number;
}): Readonly<Record<'retryAttempts' | 'maxEventAge', Expr | undefined>> => ({
  retryAttempts: retryAttempts === defaultRetryAttempts ? undefined : lit(retryAttempts),
  maxEventAge: maxEventAge === defaultMaxEventAge ? undefined : seconds(maxEventAge),
});
