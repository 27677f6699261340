import { isInvokedAsynchronously } from '../../catalog/services/lambda-function.js';
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

export const explainFunction: Explain = ({ node, incoming, outgoing }) => {
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
    ...(!failure
      ? {
          'Serverless-LambdaAsyncFailureDestination': {
            en: 'What fails goes to a dead-letter queue, or whatever invokes it waits for the answer.',
            ja: '失敗したイベントはデッドレターキューに送られるか、呼び出し元で検知されます。',
          },
        }
      : {}),
    ...(outgoing.some(({ kind }) => kind === 'lambda-destination')
      ? {
          'AwsSolutions-IAM5[Resource::<…>:*]': {
            en: 'Any version of the function that gets the result.',
            ja: '結果を受け取る関数の任意のバージョンです。',
          },
          ...sameReason(
            ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'].map(
              (action) => `AwsSolutions-IAM5[Action::${action}]`,
            ),
            {
              en: 'CDK allows this of a bucket that is the destination of a function.',
              ja: '関数の送信先にしたバケットに対して、CDK がこのアクションを許可します。',
            },
          ),
          'AwsSolutions-IAM5[Resource::<…>/*]': {
            en: 'What is written into the destination has no ARN before.',
            ja: '送信先に書き込まれるオブジェクトの ARN は、実行時に決まります。',
          },
        }
      : {}),
    ...(incoming.some(({ kind }) => kind === 'event-source-mapping')
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
