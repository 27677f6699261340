import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { array, as, callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { glueTables } from '../connections/delivery-source.js';
import { defineService, type SdkAction } from '../define.js';
import { privateSubnets } from './network.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const capacity =
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html';

/** The Data API reads the password itself, and asks whether its caller may. */
const action = (name: string, required: readonly string[], writes: boolean): SdkAction => ({
  iam: [`rds-data:${name}`, 'secretsmanager:GetSecretValue'],
  required: ['ResourceArn', 'SecretArn', ...required],
  resource: { parameter: 'ResourceArn', attribute: 'arn' },
  arn: { attribute: 'arn', also: ['secretArn'] },
  environment: ['secretArn'],
  writes,
});

export const auroraCluster = defineService({
  type: 'aurora-cluster',
  cfnType: 'AWS::RDS::DBCluster',
  category: 'data',
  icon: 'architecture-service/AmazonAurora',
  label: { en: 'Aurora cluster', ja: 'Aurora クラスター' },
  defaultLabel: { en: 'Database', ja: 'データベース' },
  description: {
    en: 'A relational database that scales by itself, called through the Data API',
    ja: '自動でスケールするリレーショナルデータベース。Data API で呼び出し',
  },
  keywords: ['rds', 'sql', 'postgresql', 'mysql', 'relational', 'データベース', 'リレーショナル', 'クラスター'],
  fields: {
    engine: field.choice({
      label: { en: 'Engine', ja: 'エンジン' },
      options: { postgresql: { en: 'PostgreSQL', ja: 'PostgreSQL' }, mysql: { en: 'MySQL', ja: 'MySQL' } },
      default: 'postgresql',
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html',
    }),
    databaseName: field.text({
      label: { en: 'Database name', ja: 'データベース名' },
      default: 'app',
      required: true,
      code: true,
      pattern: {
        test: /^[A-Za-z][A-Za-z0-9_]{0,62}$/,
        hint: { en: 'letters, digits and _', ja: '英字で始め、英数字と _ だけを使用してください。' },
      },
    }),
    minCapacity: field.number({
      label: { en: 'Minimum capacity (ACU)', ja: '最小キャパシティ (ACU)' },
      help: { en: '0: it pauses when nobody uses it.', ja: '0 の場合、未使用時に一時停止します。' },
      min: 0,
      max: 256,
      step: 0.5,
      default: 0,
      unit: 'count',
      source: capacity,
    }),
    maxCapacity: field.number({
      label: { en: 'Maximum capacity (ACU)', ja: '最大キャパシティ (ACU)' },
      min: 1,
      max: 256,
      step: 0.5,
      default: 4,
      unit: 'count',
      source: capacity,
    }),
    vpc: field.node({
      label: { en: 'VPC', ja: 'VPC' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用の VPC を作成します。' },
      services: ['vpc'],
      advanced: true,
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) =>
    dotted(
      props.engine === 'postgresql' ? 'PostgreSQL' : 'MySQL',
      `${String(props.minCapacity)}–${String(props.maxCapacity)} ACU`,
    ),
  stateful: true,
  roles: {
    dataSource: {
      by: 'rds',
      operations: {
        Select: { iam: ['rds-data:ExecuteStatement', 'secretsmanager:GetSecretValue'] },
        Insert: { iam: ['rds-data:ExecuteStatement', 'secretsmanager:GetSecretValue'], writes: true },
      },
      resources: [{ attribute: 'arn' }, { attribute: 'secretArn' }],
    },
    deliverySource: {
      by: 'database',
      permissions: ({ id }) => [
        { actions: ['secretsmanager:GetSecretValue'], resources: [{ node: id, attribute: 'secretArn' }] },
        glueTables,
      ],
    },
    sdkTarget: {
      service: 'rdsdata',
      actions: {
        executeStatement: action('ExecuteStatement', ['Sql'], true),
        batchExecuteStatement: action('BatchExecuteStatement', ['Sql'], true),
        beginTransaction: action('BeginTransaction', [], true),
        commitTransaction: action('CommitTransaction', ['TransactionId'], true),
        rollbackTransaction: action('RollbackTransaction', ['TransactionId'], true),
      },
      defaultAction: 'executeStatement',
    },
  },
  refusal: {
    en: 'A database is called by a state machine or by code; this service cannot call it.',
    ja: 'データベースはステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  attributes: ({ props }, self) => ({
    arn: member(self, 'clusterArn'),
    name: member(self, 'clusterIdentifier'),
    host: member(member(self, 'clusterEndpoint'), 'hostname'),
    database: lit(props.databaseName),
    // The member is optional in the type, since a cluster can do without.
    secretArn: member(as(member(self, 'secret'), cdk('aws-secretsmanager', 'Secret')), 'secretArn'),
  }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-rds', 'DatabaseCluster'),
      ref('this'),
      lit(constructId),
      object({
        engine:
          props.engine === 'postgresql'
            ? callStatic(
                'aws-rds',
                'DatabaseClusterEngine.auroraPostgres',
                object({ version: sym('aws-rds', 'AuroraPostgresEngineVersion.VER_17_7') }),
              )
            : callStatic(
                'aws-rds',
                'DatabaseClusterEngine.auroraMysql',
                object({ version: sym('aws-rds', 'AuroraMysqlEngineVersion.VER_3_11_1') }),
              ),
        writer: callStatic('aws-rds', 'ClusterInstance.serverlessV2', lit('writer')),
        serverlessV2MinCapacity: lit(props.minCapacity),
        serverlessV2MaxCapacity: lit(Math.max(props.minCapacity, props.maxCapacity)),
        vpc:
          props.vpc === undefined
            ? create(
                cdk('aws-ec2', 'Vpc'),
                ref('this'),
                lit(emitter.constructId(id, 'vpc')),
                object({
                  maxAzs: lit(2),
                  natGateways: lit(0),
                  subnetConfiguration: array([
                    object({
                      name: lit('isolated'),
                      subnetType: sym('aws-ec2', 'SubnetType.PRIVATE_ISOLATED'),
                    }),
                  ]),
                }),
              )
            : emitter.construct(nodeId(props.vpc)),
        vpcSubnets:
          props.vpc === undefined
            ? object({ subnetType: sym('aws-ec2', 'SubnetType.PRIVATE_ISOLATED') })
            : privateSubnets(emitter.construct(nodeId(props.vpc))),
        defaultDatabaseName: lit(props.databaseName),
        enableDataApi: lit(true),
        storageEncrypted: lit(true),
        iamAuthentication: lit(true),
        backup: object({ retention: callStatic('', 'Duration.days', lit(7)) }),
        deletionProtection: props.removalPolicy === 'retain' ? lit(true) : undefined,
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html',
});
