import { isInvokedAsynchronously } from '../../catalog/services/lambda-function.js';
import type { ServiceDefinition } from '../../catalog/define.js';
import type { Explain, Reasons } from './finding.js';
import { named, sameReason } from './finding.js';

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, as far as the CDK of the export knows them. */
const newest: ReadonlySet<string> = new Set(['nodejs24.x']);

export const tracingReason = {
  en: 'X-Ray takes traces for no resource in particular.',
  ja: 'X-Ray へのトレースの送信では、リソースを指定できません。',
} as const;

export const managedLogsPolicy =
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]';
const managedNetworkPolicy =
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole]';

/** Of every function. */
export const reasonsOfFunctions: Reasons = {
  [managedLogsPolicy]: {
    en: 'Functions write their logs by the policy that AWS manages for that.',
    ja: '関数のログは、AWS の管理ポリシーで出力します。',
  },
};

/** What fails there is moved by the queue itself. */
const isQueue = (service: ServiceDefinition | undefined): boolean => service?.roles.eventSource?.kind === 'queue';

export const explainFunction: Explain = ({ node, incoming, outgoing, serviceOf }) => {
  const { props } = node;
  const runtime = typeof props['runtime'] === 'string' ? props['runtime'] : '';
  const failure = outgoing.some(({ kind, props: own }) => kind === 'lambda-destination' && own['on'] !== 'success');
  const hasQueue =
    props['deadLetterQueue'] !== undefined ||
    (isInvokedAsynchronously(incoming.map((connection) => ({ connection }))) && !failure);
  return {
    'AwsSolutions-IAM5[Resource::*]': tracingReason,
    ...(incoming.some(({ kind }) => kind === 'event-source-mapping')
      ? {
          'AwsSolutions-IAM5': {
            en: 'cdk-nag cannot read the names that the policy puts together when the stack is deployed.',
            ja: 'デプロイ時に組み立てられるポリシー内の名前は、cdk-nag では検査できません。',
          },
        }
      : {}),
    ...(newest.has(runtime)
      ? {}
      : sameReason(['AwsSolutions-L1', 'Serverless-LambdaLatestVersion'], {
          en: `The design asks for the runtime ${runtime}.`,
          ja: `設計でランタイム ${runtime} が指定されています。`,
        })),
    ...(hasQueue
      ? {}
      : {
          'Serverless-LambdaDLQ': failure
            ? {
                en: 'What fails goes to the destination that the design draws.',
                ja: '失敗したイベントは、設計で接続した送信先に送られます。',
              }
            : {
                en: 'Whatever invokes it waits for the answer and sees it fail.',
                ja: '呼び出し元が応答を待つため、失敗は呼び出し元で検知されます。',
              },
        }),
    ...(outgoing.some(({ kind, to }) => kind === 'lambda-destination' && serviceOf(to)?.type === 's3-bucket')
      ? {
          'Serverless-LambdaAsyncFailureDestination': {
            en: 'Failures go to the bucket that the design draws, whose ARN cdk-nag does not read there.',
            ja: '失敗したイベントは設計で接続したバケットに送られますが、cdk-nag はその ARN を検査できません。',
          },
        }
      : {}),
    ...(!failure
      ? {
          'Serverless-LambdaAsyncFailureDestination': {
            en: 'What fails goes to a dead-letter queue, or whatever invokes it waits for the answer.',
            ja: '失敗したイベントはデッドレターキューに送られるか、呼び出し元で検知されます。',
          },
        }
      : {}),
    ...(outgoing.some(({ kind, to }) => kind === 'lambda-destination' && serviceOf(to)?.type === 'lambda-function')
      ? {
          'AwsSolutions-IAM5[Resource::<…>:*]': {
            en: 'Any version of the function that gets the result.',
            ja: '結果を受け取る関数の任意のバージョンです。',
          },
        }
      : {}),
    ...(incoming.some(({ kind, from }) => kind === 'event-source-mapping' && isQueue(serviceOf(from)))
      ? {
          'Serverless-LambdaEventSourceMappingDestination': {
            en: `Messages that "${named(node)}" fails on go to the dead-letter queue of their source.`,
            ja: `「${named(node)}」が処理に失敗したメッセージは、送信元のデッドレターキューに送られます。`,
          },
        }
      : {}),
    ...(props['vpc'] === undefined
      ? {}
      : {
          [managedNetworkPolicy]: {
            en: 'Functions in a VPC get their network interfaces by the policy that AWS manages for that.',
            ja: 'VPC 内の関数は、AWS の管理ポリシーでネットワークインターフェイスを作成します。',
          },
        }),
  };
};

/** Of event source mappings that are constructs of their own. */
export const reasonsOfMappings: Reasons = {
  'Serverless-LambdaEventSourceMappingDestination': {
    en: 'Lambda tries the records again until they succeed or are too old for their source.',
    ja: 'レコードは、成功するか、ソースの保持期間が過ぎるまで再試行されます。',
  },
};
