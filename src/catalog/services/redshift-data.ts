import { field } from '../../model/fields.js';
import { call, cdk, create, lit, member, object, ref, sym, template } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService, type NodeView, type SdkAction } from '../define.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

/** The Data API reads the password itself, and asks whether its caller may. */
const runsSql = ({ id }: NodeView) => [
  { actions: ['redshift-data:ExecuteStatement'], resources: [{ node: id, attribute: 'arn' }] },
  { actions: ['secretsmanager:GetSecretValue'], resources: [{ node: id, attribute: 'secretArn' }] },
];

const statement = (name: string, sql: string, text: readonly string[] | string): SdkAction => ({
  iam: [`redshift-data:${name}`, 'secretsmanager:GetSecretValue'],
  required: ['ClusterIdentifier', 'Database', sql],
  resource: { parameter: 'ClusterIdentifier', attribute: 'name' },
  arn: { attribute: 'arn', also: ['secretArn'] },
  environment: ['secretArn', 'database'],
  sample: {
    ClusterIdentifier: '{resource}',
    Database: '{resource.database}',
    SecretArn: '{resource.secretArn}',
    [sql]: text,
  },
  writes: true,
  async: true,
});

export const redshiftData = defineService({
  type: 'redshift-data',
  cfnType: 'AWS::Redshift::Cluster',
  category: 'data',
  icon: 'architecture-service/AmazonRedshift',
  label: { en: 'Redshift cluster', ja: 'Redshift クラスター' },
  defaultLabel: { en: 'Warehouse', ja: 'データウェアハウス' },
  description: {
    en: 'A data warehouse, called with SQL through the Data API',
    ja: 'データウェアハウス。Data API 経由で SQL を実行',
  },
  keywords: ['sql', 'warehouse', 'analytics', 'redshift', 'データウェアハウス', '分析', 'クエリ'],
  fields: {
    nodeType: field.text({
      label: { en: 'Node type', ja: 'ノードタイプ' },
      default: 'ra3.large',
      required: true,
      code: true,
      suggestions: ['ra3.large', 'ra3.xlplus', 'ra3.4xlarge', 'ra3.16xlarge'],
      pattern: {
        test: /^[a-z0-9]+\.[a-z0-9]+$/,
        hint: { en: 'a type such as ra3.large', ja: 'ra3.large のようなタイプを指定してください。' },
      },
      source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html',
    }),
    nodes: field.number({
      label: { en: 'Nodes', ja: 'ノード数' },
      min: 1,
      max: 100,
      default: 1,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html',
    }),
    databaseName: field.text({
      label: { en: 'Database name', ja: 'データベース名' },
      default: 'app',
      required: true,
      code: true,
      pattern: {
        test: /^[a-z][a-z0-9_]{0,62}$/,
        hint: {
          en: 'lower-case letters, digits and _',
          ja: '英小文字で始め、英小文字、数字、_ だけを使用してください。',
        },
      },
      source: 'https://docs.aws.amazon.com/redshift/latest/dg/r_names.html',
    }),
    publiclyAccessible: field.boolean({
      label: { en: 'Publicly accessible', ja: 'パブリックアクセス' },
      help: {
        en: 'Firehose needs it; its security group still decides who comes in.',
        ja: 'Firehose から書き込む場合に必要です。接続元はセキュリティグループで制限します。',
      },
      default: false,
      advanced: true,
      source: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted(`${String(props.nodes)} × ${props.nodeType}`, props.databaseName),
  stateful: true,
  roles: {
    ruleTarget: {
      // The class of CDK lets no retries be set, and its role not read the password.
      direct: directRuleTarget(({ id, props: { databaseName } }, emitter, { sql }) => ({
        arn: emitter.attribute(id, 'arn'),
        redshiftDataParameters: object({
          database: lit(String(databaseName)),
          secretManagerArn: emitter.attribute(id, 'secretArn'),
          sql: lit(typeof sql === 'string' ? sql : ''),
        }),
      })),
      input: 'none',
      fields: ['sql'],
      iam: ['redshift-data:ExecuteStatement'],
      permissions: runsSql,
    },
    pipeTarget: {
      parameters: 'RedshiftDataParameters',
      iam: ['redshift-data:BatchExecuteStatement'],
      permissions: ({ id }) => [
        {
          actions: ['redshift-data:BatchExecuteStatement', 'redshift-data:ExecuteStatement'],
          resources: [{ node: id, attribute: 'arn' }],
        },
        { actions: ['secretsmanager:GetSecretValue'], resources: [{ node: id, attribute: 'secretArn' }] },
      ],
      own: ({ id, props: { databaseName } }, emitter) => ({
        redshiftDataParameters: object({
          database: lit(String(databaseName)),
          secretManagerArn: emitter.attribute(id, 'secretArn'),
        }),
      }),
    },
    zeroEtlTarget: {},
    deliveryDestination: {
      by: 'redshift',
      own: ({ id }, emitter) => ({
        clusterJdbcurl: emitter.attribute(id, 'jdbcUrl'),
        secretsManagerConfiguration: object({ enabled: lit(true), secretArn: emitter.attribute(id, 'secretArn') }),
      }),
      permissions: ({ id }) => [
        { actions: ['secretsmanager:GetSecretValue'], resources: [{ node: id, attribute: 'secretArn' }] },
      ],
    },
    sdkTarget: {
      service: 'redshiftdata',
      actions: {
        executeStatement: statement('ExecuteStatement', 'Sql', 'SELECT 1'),
        batchExecuteStatement: statement('BatchExecuteStatement', 'Sqls', ['SELECT 1']),
        // A statement belongs to who ran it; IAM knows no resource for it:
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshiftdataapi.html
        describeStatement: { iam: ['redshift-data:DescribeStatement'], required: ['Id'], writes: false },
        getStatementResult: { iam: ['redshift-data:GetStatementResult'], required: ['Id'], writes: false },
      },
      defaultAction: 'executeStatement',
    },
  },
  hasRole: (role, { props }) => role !== 'deliveryDestination' || props.publiclyAccessible,
  refusal: {
    en: 'A statement is run by rules, schedules, pipes, workflows and code; this service cannot run one.',
    ja: 'ステートメントはルール、スケジュール、パイプ、ワークフロー、コードから実行します。このサービスからは実行できません。',
  },
  attributes: ({ props }, self) => ({
    name: member(self, 'ref'),
    arn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('redshift'),
        resource: lit('cluster'),
        resourceName: member(self, 'ref'),
        arnFormat: sym('', 'ArnFormat.COLON_RESOURCE_NAME'),
      }),
    ),
    database: lit(props.databaseName),
    secretArn: member(self, 'attrMasterPasswordSecretArn'),
    namespaceArn: member(self, 'attrClusterNamespaceArn'),
    jdbcUrl: template(
      'jdbc:redshift://',
      member(self, 'attrEndpointAddress'),
      ':',
      member(self, 'attrEndpointPort'),
      `/${props.databaseName}`,
    ),
  }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-redshift', 'CfnCluster'),
      ref('this'),
      lit(constructId),
      object({
        clusterType: lit(props.nodes > 1 ? 'multi-node' : 'single-node'),
        numberOfNodes: props.nodes > 1 ? lit(props.nodes) : undefined,
        nodeType: lit(props.nodeType),
        dbName: lit(props.databaseName),
        masterUsername: lit('admin'),
        manageMasterPassword: lit(true),
        encrypted: lit(true),
        publiclyAccessible: lit(props.publiclyAccessible),
      }),
    ),
  further: ({ props }, self) => [
    { type: 'do', expression: call(self, 'applyRemovalPolicy', removalPolicy(props.removalPolicy)) },
  ],
  source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/data-api.html',
});
