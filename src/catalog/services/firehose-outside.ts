import type { NodeId } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import { lit, object, type Expr } from '../../ts-ast/ast.js';
import { arnOf } from '../arn.js';
import type { Permission } from '../define.js';

const splunk = 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html#create-destination-splunk';
const snowflake =
  'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html#create-destination-snowflake';
const ofSplunk = { field: 'partner', is: ['splunk'] } as const;
const ofSnowflake = { field: 'partner', is: ['snowflake'] } as const;

const name = {
  test: /^[^\s]{1,255}$/,
  hint: { en: 'a name without spaces', ja: '空白を含まない名前' },
};

/** Destinations that no resource of AWS stands for. */
export const outsideFields = {
  partner: field.choice({
    label: { en: 'Destination outside AWS', ja: 'AWS 外部の送信先' },
    help: {
      en: 'A connected bucket then gets only what fails.',
      ja: '指定した場合、接続したバケットには失敗したレコードだけを書き込みます。',
    },
    options: {
      none: { en: 'None', ja: 'なし' },
      splunk: { en: 'Splunk', ja: 'Splunk' },
      snowflake: { en: 'Snowflake', ja: 'Snowflake' },
    },
    default: 'none',
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html',
  }),
  splunkEndpoint: field.text({
    label: { en: 'HEC endpoint', ja: 'HEC エンドポイント' },
    default: 'https://http-inputs-firehose-example.splunkcloud.com:443',
    required: true,
    code: true,
    pattern: {
      test: /^https:\/\/[^\s/]+\S*$/,
      hint: { en: 'it begins with https://', ja: 'https:// で始まる URL を指定してください。' },
    },
    when: ofSplunk,
    source: splunk,
  }),
  splunkType: field.choice({
    label: { en: 'HEC endpoint type', ja: 'HEC エンドポイントタイプ' },
    options: { Raw: { en: 'Raw', ja: 'Raw' }, Event: { en: 'Event', ja: 'Event' } },
    default: 'Raw',
    when: ofSplunk,
    source: splunk,
  }),
  snowflakeUrl: field.text({
    label: { en: 'Snowflake account URL', ja: 'Snowflake アカウントの URL' },
    default: 'https://example.snowflakecomputing.com',
    required: true,
    code: true,
    pattern: {
      test: /^https:\/\/\S+\.snowflakecomputing\.com\S*$/,
      hint: {
        en: 'such as https://example.snowflakecomputing.com',
        ja: 'https://example.snowflakecomputing.com のような URL',
      },
    },
    when: ofSnowflake,
    source: snowflake,
  }),
  snowflakeDatabase: field.text({
    label: { en: 'Database', ja: 'データベース' },
    default: 'APP',
    required: true,
    code: true,
    pattern: name,
    when: ofSnowflake,
    source: snowflake,
  }),
  snowflakeSchema: field.text({
    label: { en: 'Schema', ja: 'スキーマ' },
    default: 'PUBLIC',
    required: true,
    code: true,
    pattern: name,
    when: ofSnowflake,
    source: snowflake,
  }),
  snowflakeTable: field.text({
    label: { en: 'Table', ja: 'テーブル' },
    default: 'RECORDS',
    required: true,
    code: true,
    pattern: name,
    when: ofSnowflake,
    source: snowflake,
  }),
  partnerSecret: field.text({
    label: { en: 'Secret', ja: 'シークレット' },
    help: {
      en: 'Name of a secret in Secrets Manager with the token of Splunk, or user and key of Snowflake.',
      ja: 'Splunk のトークン、または Snowflake のユーザーとキーを保存した Secrets Manager のシークレットの名前です。',
    },
    default: 'delivery-credentials',
    required: true,
    code: true,
    pattern: {
      test: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
      hint: { en: 'the name of a secret', ja: 'シークレットの名前' },
    },
    when: { field: 'partner', is: ['splunk', 'snowflake'] },
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/using-secrets-manager.html',
  }),
} as const;

type OutsideProps = PropsOf<typeof outsideFields>;

const secretArn = (secret: string): string => `arn:{partition}:secretsmanager:{region}:{account}:secret:${secret}`;

/** The name of a secret is followed by six characters in its ARN. */
export const outsidePermissions = (id: NodeId, { partner, partnerSecret }: OutsideProps): readonly Permission[] =>
  partner === 'none'
    ? []
    : [
        {
          grantee: id,
          actions: ['secretsmanager:GetSecretValue'],
          resources: [],
          arns: [`${secretArn(partnerSecret)}-??????`],
        },
        { grantee: id, actions: ['logs:PutLogEvents'], resources: [{ node: id, attribute: 'logsArn' }] },
      ];

/** The property of the stream and what it says, beside what all destinations say. */
export function outsideConfiguration(
  props: OutsideProps,
  roleArn: Expr,
): { readonly property: string; readonly own: Readonly<Record<string, Expr>> } | undefined {
  const secretsManagerConfiguration = object({
    enabled: lit(true),
    secretArn: arnOf(secretArn(props.partnerSecret)),
    roleArn,
  });
  switch (props.partner) {
    case 'none':
      return undefined;
    case 'splunk':
      return {
        property: 'splunkDestinationConfiguration',
        own: {
          hecEndpoint: lit(props.splunkEndpoint),
          hecEndpointType: lit(props.splunkType),
          secretsManagerConfiguration,
        },
      };
    case 'snowflake':
      return {
        property: 'snowflakeDestinationConfiguration',
        own: {
          accountUrl: lit(props.snowflakeUrl),
          database: lit(props.snowflakeDatabase),
          schema: lit(props.snowflakeSchema),
          table: lit(props.snowflakeTable),
          secretsManagerConfiguration,
        },
      };
  }
}
