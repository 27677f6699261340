import { nodeId, type NodeId, type Settings } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { problem } from '../../model/problems.js';
import {
  array,
  call,
  callStatic,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  seconds,
  sym,
  type Expr,
} from '../../ts-ast/ast.js';
import { destinationEnd } from '../connections/lambda-destination.js';
import { given } from '../connections/shared.js';
import { defineService, type ConnectedEnd, type Emitter } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { asynchronousOptions, asynchronousStatements } from './lambda-asynchronous.js';
import { deliveryFields, furtherOfFunction, imageCode, layersOf } from './lambda-delivery.js';
import { dotted, logRetention, logRetentionField, removalPolicy } from './shared.js';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const limits = 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html';

const runtimeMembers = {
  'nodejs20.x': 'NODEJS_20_X',
  'nodejs22.x': 'NODEJS_22_X',
  'nodejs24.x': 'NODEJS_24_X',
  'python3.12': 'PYTHON_3_12',
  'python3.13': 'PYTHON_3_13',
  'python3.14': 'PYTHON_3_14',
} as const;

/** What a function runs by that is written in the language of the design. */
function runtimeOf({ runtime, handlerLanguage }: Settings): string {
  const prefix = handlerLanguage === 'python' ? 'python' : 'nodejs';
  return runtime.startsWith(prefix) ? runtime : handlerLanguage === 'python' ? 'python3.13' : 'nodejs24.x';
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html */
const variableName = /^[A-Za-z][A-Za-z0-9_]+$/;
/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html: those that a function cannot set. */
const reserved: ReadonlySet<string> = new Set(
  (
    'AWS_REGION AWS_DEFAULT_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME AWS_LAMBDA_FUNCTION_MEMORY_SIZE ' +
    'AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_LOG_STREAM_NAME ' +
    'AWS_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT ' +
    'LAMBDA_RUNTIME_DIR'
  ).split(' '),
);

export const lambdaFunction = defineService({
  type: 'lambda-function',
  cfnType: 'AWS::Lambda::Function',
  category: 'compute',
  icon: 'architecture-service/AWSLambda',
  label: { en: 'Lambda function', ja: 'Lambda 関数' },
  defaultLabel: { en: 'Function', ja: '関数' },
  description: {
    en: 'Runs your code: for what has to be computed, not for passing data on',
    ja: 'コードを実行。データの転送ではなく変換に使用',
  },
  keywords: ['code', 'compute', 'handler', 'serverless', 'コード', '関数', 'ハンドラー', 'サーバーレス', 'ラムダ'],
  fields: {
    work: field.choice({
      label: { en: 'Work', ja: '処理の内容' },
      help: {
        en: 'What the code does. The advisor asks where it is not known.',
        ja: 'コードが行う処理です。不明な場合は、提案で確認を求めます。',
      },
      options: {
        unknown: { en: 'Not known', ja: '不明' },
        transport: { en: 'Transport only', ja: '転送のみ' },
        transform: { en: 'Transform', ja: '変換' },
        mixed: { en: 'Transport and transform', ja: '転送と変換' },
      },
      optionHelp: {
        transport: { en: 'Passes data from one service to another.', ja: 'サービス間でデータを受け渡します。' },
        transform: { en: 'Computes something of its own.', ja: '独自の計算や業務ルールを実行します。' },
      },
      default: 'unknown',
    }),
    mapping: field.choice({
      label: { en: 'Mapping', ja: 'マッピング' },
      help: {
        en: 'How the data changes on its way. Templates pick and rename, but cannot compute everything.',
        ja: '受け渡すデータの変え方です。テンプレートでは値の選択と名前の変更ができますが、計算には限りがあります。',
      },
      options: {
        unknown: { en: 'Not known', ja: '不明' },
        none: { en: 'None: passed on unchanged', ja: 'なし: そのまま転送' },
        picks: { en: 'Picks and renames values', ja: '値の選択と名前の変更' },
        computes: { en: 'Computes values', ja: '値の計算' },
      },
      default: 'unknown',
      when: { field: 'work', is: ['transport', 'mixed'] },
    }),
    description: field.text({
      label: { en: 'What it must do', ja: '実装する内容' },
      help: { en: 'Written into the handler of the export.', ja: 'エクスポートするハンドラーに記載されます。' },
      placeholder: { en: 'Checks the stock and computes the price', ja: '在庫を確認し、価格を計算' },
    }),
    runtime: field.choice({
      label: { en: 'Runtime', ja: 'ランタイム' },
      options: {
        'nodejs20.x': { en: 'Node.js 20', ja: 'Node.js 20' },
        'nodejs22.x': { en: 'Node.js 22', ja: 'Node.js 22' },
        'nodejs24.x': { en: 'Node.js 24', ja: 'Node.js 24' },
        'python3.12': { en: 'Python 3.12', ja: 'Python 3.12' },
        'python3.13': { en: 'Python 3.13', ja: 'Python 3.13' },
        'python3.14': { en: 'Python 3.14', ja: 'Python 3.14' },
      },
      default: 'nodejs24.x',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    }),
    memory: field.megabytes({
      label: { en: 'Memory', ja: 'メモリ' },
      min: 128,
      max: 10_240,
      default: 256,
      source: limits,
    }),
    timeout: field.seconds({
      label: { en: 'Timeout', ja: 'タイムアウト' },
      min: 1,
      max: 900,
      default: 10,
      source: limits,
    }),
    architecture: field.choice({
      label: { en: 'Architecture', ja: 'アーキテクチャ' },
      options: { arm64: { en: 'arm64', ja: 'arm64' }, x86_64: { en: 'x86_64', ja: 'x86_64' } },
      default: 'arm64',
      advanced: true,
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html',
    }),
    environment: field.map({
      label: { en: 'Environment variables', ja: '環境変数' },
      help: {
        en: 'Names and ARNs of connected resources are added automatically.',
        ja: '接続したリソースの名前や ARN は自動で追加されます。',
      },
      keyLabel: { en: 'Name', ja: '名前' },
      valueLabel: { en: 'Value', ja: '値' },
      advanced: true,
    }),
    reservedConcurrency: field.number({
      label: { en: 'Reserved concurrency', ja: '予約済み同時実行数' },
      help: {
        en: 'At most this many run at a time, and this many are reserved for it. Empty: no limit of its own.',
        ja: '同時実行数の上限です。同じ数がこの関数のために確保されます。空欄の場合、個別の上限はありません。',
      },
      min: 0,
      max: 1_000_000,
      unit: 'count',
      advanced: true,
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
    }),
    deadLetterQueue: field.node({
      label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
      help: {
        en: 'Receives events of asynchronous invocations that failed.',
        ja: '失敗した非同期呼び出しのイベントを受け取ります。',
      },
      services: ['sqs-queue'],
      advanced: true,
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    }),
    ...deliveryFields,
    logRetention: logRetentionField,
  },
  problems: ({ props }) => {
    const wrong = Object.keys(props.environment).filter((name) => !variableName.test(name) || reserved.has(name));
    return wrong.length === 0
      ? []
      : [
          problem('field-pattern', {
            field: { en: 'Environment variables', ja: '環境変数' },
            hint: {
              en: `not a name that Lambda takes: ${wrong.join(', ')}`,
              ja: `Lambda で使用できない名前です: ${wrong.join(', ')}`,
            },
          }),
        ];
  },
  subtitle: ({ props }) => dotted(`${String(props.memory)} MB`, `${String(props.timeout)} s`),
  defaultsFrom: (settings) => ({ runtime: runtimeOf(settings) }),
  stateful: false,
  roles: {
    dataSource: { by: 'lambda', operations: { Invoke: { iam: ['lambda:InvokeFunction'] } } },
    receiptAction: { construct: cdk('aws-ses-actions', 'Lambda'), resource: 'function' },
    iotAction: iotTarget('lambda', { functionArn: 'arn' }, ['lambda:InvokeFunction'], {
      attribute: 'arn',
      byConstruct: true,
    }),
    proxyTarget: {},
    authorizer: {},
    origin: { by: 'function-url' },
    apiIntegration: {
      service: 'lambda',
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integration-async.html
      actions: {
        Invoke: {
          iam: ['lambda:InvokeFunction'],
          path: ['2015-03-31/functions/', { attribute: 'arn' }, '/invocations'],
          headers: { 'X-Amz-Invocation-Type': 'Event' },
          request: "$input.json('$')",
          async: true,
        },
      },
      defaultAction: 'Invoke',
    },
    reader: {},
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'LambdaInvoke'),
      iam: ['lambda:InvokeFunction'],
    },
    ruleTarget: {
      construct: cdk('aws-events-targets', 'LambdaFunction'),
      input: 'event',
      iam: ['lambda:InvokeFunction'],
    },
    pipeEnrichment: { iam: ['lambda:InvokeFunction'] },
    pipeTarget: { parameters: 'LambdaFunctionParameters', iam: ['lambda:InvokeFunction'] },
    busSubscriber: { parameters: 'lambda', iam: ['lambda:InvokeFunction'], maxBatchSize: 100 },
    notificationTarget: { construct: cdk('aws-s3-notifications', 'LambdaDestination') },
    subscriber: { construct: cdk('aws-sns-subscriptions', 'LambdaSubscription'), raw: false },
    asyncInvoked: {},
    invocationDestination: { construct: cdk('aws-lambda-destinations', 'LambdaDestination') },
    logDestination: { construct: cdk('aws-logs-destinations', 'LambdaDestination') },
    alarmTarget: {
      construct: cdk('aws-cloudwatch-actions', 'LambdaAction'),
      isFunction: true,
      iam: ['lambda:InvokeFunction'],
    },
    metricSource: { metrics: { Errors: 'Sum', Throttles: 'Sum', Duration: 'Maximum' } },
    sdkCaller: {},
    sdkTarget: {
      service: 'lambda',
      actions: {
        invoke: {
          iam: ['lambda:InvokeFunction'],
          required: ['FunctionName'],
          resource: { parameter: 'FunctionName', attribute: 'arn' },
          arn: { attribute: 'arn' },
          sample: { FunctionName: '{resource}', Payload: '{% $states.input %}' },
          sampleOutput: '{% $states.result.Payload %}',
          writes: true,
        },
      },
      defaultAction: 'invoke',
      optimized: [
        {
          resource: 'arn:aws:states:::lambda:invoke',
          action: 'invoke',
          patterns: ['REQUEST_RESPONSE', 'WAIT_FOR_TASK_TOKEN'],
        },
      ],
    },
  },
  hasRole: (role, { props }) => role !== 'origin' || props.functionUrl !== 'none',
  refusal: {
    en: 'A Lambda function is invoked; this service cannot invoke it.',
    ja: 'Lambda 関数は呼び出しによって動作します。このサービスからは直接呼び出せません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'functionArn'), name: member(self, 'functionName') }),
  permissionsBy: 'construct',
  alarms: ({ label }, self) => [
    {
      name: 'errors',
      metric: call(self, 'metricErrors'),
      description: { en: `"${label}" fails.`, ja: `「${label}」が失敗しています。` },
    },
  ],
  construct: ({ id, constructId, props, emitter, incoming, outgoing }) => {
    const image = given(props.imageRepository) ? props.imageRepository : undefined;
    const variables = Object.entries(props.environment);
    return create(
      image !== undefined
        ? cdk('aws-lambda', 'DockerImageFunction')
        : isPython(props.runtime)
          ? cdk('aws-lambda', 'Function')
          : cdk('aws-lambda-nodejs', 'NodejsFunction'),
      ref('this'),
      lit(constructId),
      object({
        description:
          props.description === undefined || props.description === '' ? undefined : lit(shorten(props.description)),
        ...(image === undefined
          ? {
              ...codeOf(id, props.runtime),
              runtime: sym('aws-lambda', `Runtime.${runtimeMembers[props.runtime]}`),
              layers: layersOf(id, props, emitter),
            }
          : { code: imageCode(id, image, props.imageTag, emitter) }),
        architecture: sym('aws-lambda', props.architecture === 'arm64' ? 'Architecture.ARM_64' : 'Architecture.X86_64'),
        memorySize: lit(props.memory),
        timeout: seconds(props.timeout),
        environment:
          variables.length === 0
            ? undefined
            : object(Object.fromEntries(variables.map(([name, value]) => [name, lit(value)]))),
        reservedConcurrentExecutions:
          props.reservedConcurrency === undefined ? undefined : lit(props.reservedConcurrency),
        deadLetterQueue: deadLetterQueueOf(props.deadLetterQueue, incoming, outgoing, emitter),
        ...asynchronousOptions(props, outgoing, emitter),
        tracing: sym('aws-lambda', 'Tracing.ACTIVE'),
        loggingFormat: sym('aws-lambda', 'LoggingFormat.JSON'),
        logGroup: create(
          cdk('aws-logs', 'LogGroup'),
          ref('this'),
          lit(emitter.constructId(id, 'logs')),
          object({ retention: logRetention(props.logRetention), removalPolicy: removalPolicy('destroy') }),
        ),
      }),
    );
  },
  further: ({ id, props, emitter, outgoing }, self) => [
    ...asynchronousStatements(id, props, outgoing, emitter, self),
    ...furtherOfFunction(id, props, emitter, self),
  ],
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-lambda',
      by === 'arn' ? 'Function.fromFunctionArn' : 'Function.fromFunctionName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html',
});

const isPython = (runtime: string): boolean => runtime.startsWith('python');

/** The code that the person writes: TypeScript is bundled, Python goes as its folder. */
function codeOf(id: NodeId, runtime: string): Readonly<Record<string, Expr>> {
  const folder = `handlers/${fileNameOf(id)}`;
  return isPython(runtime)
    ? {
        code: callStatic(
          'aws-lambda',
          'Code.fromAsset',
          { type: 'project-file', path: folder },
          object({ exclude: array([lit('test_*.py'), lit('__pycache__')]) }),
        ),
        handler: lit('index.handler'),
      }
    : { entry: { type: 'project-file', path: `${folder}/index.ts` }, handler: lit('handler') };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html: 256 characters. */
function shorten(description: string): string {
  const line = description.replace(/\s+/g, ' ').trim();
  return line.length <= 256 ? line : `${line.slice(0, 255)}…`;
}

/** Connections over which nobody waits for the function, so that nobody sees it fail. */
const asynchronousKinds: ReadonlySet<string> = new Set([
  'rule',
  'direct-rule',
  'schedule-target',
  'direct-schedule',
  'subscription',
  's3-notification',
  'lambda-destination',
  'log-subscription',
  'alarm-action',
  'iot-action',
  'receipt-action',
]);

export const isInvokedAsynchronously = (
  incoming: readonly { readonly connection: { readonly kind: string } }[],
): boolean => incoming.some(({ connection }) => asynchronousKinds.has(connection.kind));

/** The queue that is drawn, or that of the stack where events would be lost otherwise. */
function deadLetterQueueOf(
  drawn: string | undefined,
  incoming: readonly ConnectedEnd[],
  outgoing: readonly ConnectedEnd[],
  emitter: Emitter,
): Expr | undefined {
  if (drawn !== undefined) return emitter.construct(nodeId(drawn));
  return isInvokedAsynchronously(incoming) && destinationEnd(outgoing, 'failure') === undefined
    ? emitter.common('deadLetters')
    : undefined;
}
