import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { array, callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { privateSubnets } from './network.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const action = actionsOn('DbInstanceIdentifier', 'name');

export const rdsInstance = defineService({
  type: 'rds-instance',
  cfnType: 'AWS::RDS::DBInstance',
  category: 'data',
  icon: 'architecture-service/AmazonRDS',
  label: { en: 'RDS instance', ja: 'RDS インスタンス' },
  defaultLabel: { en: 'Database', ja: 'データベース' },
  description: {
    en: 'A relational database on an instance, which schedules stop and start',
    ja: 'インスタンス上のリレーショナルデータベース。スケジュールによる停止と起動が可能',
  },
  keywords: ['sql', 'mysql', 'postgresql', 'relational', 'データベース', 'リレーショナル', 'インスタンス'],
  fields: {
    engine: field.choice({
      label: { en: 'Engine', ja: 'エンジン' },
      options: { postgresql: { en: 'PostgreSQL', ja: 'PostgreSQL' }, mysql: { en: 'MySQL', ja: 'MySQL' } },
      default: 'postgresql',
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_PostgreSQL.html',
    }),
    instanceType: field.text({
      label: { en: 'Instance type', ja: 'インスタンスタイプ' },
      help: { en: 'Without the prefix db.', ja: '先頭の db. を除いて指定します。' },
      default: 't4g.medium',
      required: true,
      code: true,
      suggestions: ['t4g.medium', 'm8g.large', 'r8g.large'],
      pattern: {
        test: /^[a-z0-9]+\.[a-z0-9]+$/,
        hint: { en: 'a type such as t4g.medium', ja: 't4g.medium のようなタイプを指定してください。' },
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html',
    }),
    storage: field.number({
      label: { en: 'Storage (GiB)', ja: 'ストレージ (GiB)' },
      min: 20,
      max: 65_536,
      default: 20,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html',
    }),
    vpc: field.node({
      label: { en: 'VPC', ja: 'VPC' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用の VPC を作成します。' },
      services: ['vpc'],
      advanced: true,
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted(props.engine === 'postgresql' ? 'PostgreSQL' : 'MySQL', props.instanceType),
  stateful: true,
  roles: {
    eventPublisher: {
      source: 'aws.rds',
      detailTypes: ['RDS DB Instance Event'],
      own: { path: ['SourceIdentifier'], attribute: 'name' },
    },
    metricSource: {
      metrics: { CPUUtilization: 'Average', FreeStorageSpace: 'Average', DatabaseConnections: 'Maximum' },
    },
    sdkTarget: {
      service: 'rds',
      actions: {
        stopDBInstance: action('rds:StopDBInstance', [], { writes: true, async: true }),
        startDBInstance: action('rds:StartDBInstance', [], { writes: true, async: true }),
        rebootDBInstance: action('rds:RebootDBInstance', [], { writes: true, async: true }),
      },
      defaultAction: 'stopDBInstance',
    },
  },
  refusal: {
    en: 'An instance is stopped and started by schedules, workflows and code; this service cannot do so.',
    ja: 'インスタンスの停止と起動は、スケジュール、ワークフロー、コードから行います。このサービスからは操作できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'instanceArn'), name: member(self, 'instanceIdentifier') }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-rds', 'DatabaseInstance'),
      ref('this'),
      lit(constructId),
      object({
        engine:
          props.engine === 'postgresql'
            ? callStatic(
                'aws-rds',
                'DatabaseInstanceEngine.postgres',
                object({ version: sym('aws-rds', 'PostgresEngineVersion.VER_17') }),
              )
            : callStatic(
                'aws-rds',
                'DatabaseInstanceEngine.mysql',
                object({ version: sym('aws-rds', 'MysqlEngineVersion.VER_8_4_7') }),
              ),
        instanceType: create(cdk('aws-ec2', 'InstanceType'), lit(props.instanceType)),
        allocatedStorage: lit(props.storage),
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
                    object({ name: lit('isolated'), subnetType: sym('aws-ec2', 'SubnetType.PRIVATE_ISOLATED') }),
                  ]),
                }),
              )
            : emitter.construct(nodeId(props.vpc)),
        vpcSubnets:
          props.vpc === undefined
            ? object({ subnetType: sym('aws-ec2', 'SubnetType.PRIVATE_ISOLATED') })
            : privateSubnets(emitter.construct(nodeId(props.vpc))),
        storageEncrypted: lit(true),
        iamAuthentication: lit(true),
        backupRetention: callStatic('', 'Duration.days', lit(7)),
        deletionProtection: props.removalPolicy === 'retain' ? lit(true) : undefined,
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html',
});
