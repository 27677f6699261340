import { nodeId } from '../../model/design.js';
import { field, type Fields, type PropsOf } from '../../model/fields.js';
import { as, call, callStatic, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService, type NodeView, type SdkAction } from '../define.js';
import { dotted } from './shared.js';

const instances = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Instances.html';

const iamOf: Readonly<Record<string, string>> = {
  'stop-instance': 'ec2:StopInstances',
  'reboot-instance': 'ec2:RebootInstances',
  'terminate-instance': 'ec2:TerminateInstances',
};

/** A snapshot is made of the data volume, and has no name before. */
const permissionsOf = ({ id }: NodeView, { instanceAction }: PropsOf<Fields>) =>
  instanceAction === 'create-snapshot'
    ? [
        {
          actions: ['ec2:CreateSnapshot'],
          resources: [{ node: id, attribute: 'volumeArn' }],
          arns: ['arn:{partition}:ec2:{region}::snapshot/*'],
        },
      ]
    : [
        {
          actions: [iamOf[textOf(instanceAction)] ?? 'ec2:StopInstances'],
          resources: [{ node: id, attribute: 'arn' }],
        },
      ];

const onInstance = (name: string, writes = true): SdkAction => ({
  iam: [`ec2:${name}`],
  required: ['InstanceIds'],
  resource: { parameter: 'InstanceIds', attribute: 'id' },
  arn: { attribute: 'arn' },
  sample: { InstanceIds: ['{resource}'] },
  writes,
  async: true,
});

export const ec2Instance = defineService({
  type: 'ec2-instance',
  cfnType: 'AWS::EC2::Instance',
  category: 'compute',
  icon: 'resource/AmazonEC2Instance',
  label: { en: 'EC2 instance', ja: 'EC2 インスタンス' },
  defaultLabel: { en: 'Server', ja: 'サーバー' },
  description: {
    en: 'A virtual server with a data volume, which rules, schedules and alarms stop and start',
    ja: 'データボリュームを持つ仮想サーバー。ルール、スケジュール、アラームから停止と起動が可能',
  },
  keywords: ['server', 'vm', 'instance', 'サーバー', 'インスタンス', '仮想マシン'],
  fields: {
    instanceType: field.text({
      label: { en: 'Instance type', ja: 'インスタンスタイプ' },
      default: 't4g.micro',
      required: true,
      code: true,
      suggestions: ['t4g.micro', 't4g.medium', 'm8g.large'],
      pattern: {
        test: /^[a-z0-9-]+\.[a-z0-9-]+$/,
        hint: { en: 'a type such as t4g.micro', ja: 't4g.micro のようなタイプを指定してください。' },
      },
      source: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
    }),
    architecture: field.choice({
      label: { en: 'Architecture', ja: 'アーキテクチャ' },
      options: { ARM_64: { en: 'ARM64', ja: 'ARM64' }, X86_64: { en: 'X86_64', ja: 'X86_64' } },
      default: 'ARM_64',
      source: instances,
    }),
    dataVolume: field.number({
      label: { en: 'Data volume (GiB)', ja: 'データボリューム (GiB)' },
      min: 1,
      max: 16_384,
      default: 20,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
    }),
    vpc: field.node({
      label: { en: 'VPC', ja: 'VPC' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用の VPC を作成します。' },
      services: ['vpc'],
      advanced: true,
    }),
  },
  subtitle: ({ props }) => dotted('EC2', props.instanceType),
  stateful: true,
  roles: {
    ruleTarget: {
      // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
      direct: directRuleTarget(({ id }, emitter, { instanceAction }) => ({
        arn: call(
          ref('this'),
          'formatArn',
          object({ service: lit('events'), resource: lit('target'), resourceName: lit(textOf(instanceAction)) }),
        ),
        input: call(
          ref('this'),
          'toJsonString',
          emitter.attribute(id, instanceAction === 'create-snapshot' ? 'volumeId' : 'id'),
        ),
      })),
      input: 'none',
      fields: ['instanceAction'],
      iam: ['ec2:StopInstances', 'ec2:RebootInstances', 'ec2:TerminateInstances', 'ec2:CreateSnapshot'],
      permissions: permissionsOf,
    },
    alarmTarget: {
      construct: cdk('aws-cloudwatch-actions', 'Ec2Action'),
      ofInstance: true,
      arguments: (_node, _emitter, { instanceAction }) => [
        sym('aws-cloudwatch-actions', `Ec2InstanceAction.${textOf(instanceAction)}`),
      ],
    },
    metricSource: {
      metrics: { CPUUtilization: 'Average', StatusCheckFailed: 'Maximum', NetworkOut: 'Sum' },
      dimension: { namespace: 'AWS/EC2', name: 'InstanceId', attribute: 'id' },
    },
    eventPublisher: {
      source: 'aws.ec2',
      detailTypes: ['EC2 Instance State-change Notification'],
      own: { path: ['instance-id'], attribute: 'id' },
    },
    sdkTarget: {
      service: 'ec2',
      actions: {
        stopInstances: onInstance('StopInstances'),
        startInstances: onInstance('StartInstances'),
        rebootInstances: onInstance('RebootInstances'),
        terminateInstances: onInstance('TerminateInstances'),
        createSnapshot: {
          iam: ['ec2:CreateSnapshot'],
          required: ['VolumeId'],
          resource: { parameter: 'VolumeId', attribute: 'volumeId' },
          arn: { attribute: 'volumeArn', also: ['snapshotsArn'] },
          sample: { VolumeId: '{resource}' },
          writes: true,
          async: true,
        },
      },
      defaultAction: 'stopInstances',
    },
  },
  refusal: {
    en: 'An instance is stopped and started by rules, schedules, alarms, workflows and code; this service cannot do so.',
    ja: 'インスタンスはルール、スケジュール、アラーム、ワークフロー、コードから停止と起動を行います。このサービスからは操作できません。',
  },
  attributes: (_node, self) => ({
    id: member(self, 'instanceId'),
    arn: arnOf('instance', member(self, 'instanceId')),
    volumeId: member(volumeOf(self), 'volumeId'),
    volumeArn: arnOf('volume', member(volumeOf(self), 'volumeId')),
    snapshotsArn: call(
      ref('this'),
      'formatArn',
      object({ service: lit('ec2'), account: lit(''), resource: lit('snapshot'), resourceName: lit('*') }),
    ),
  }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-ec2', 'Instance'),
      ref('this'),
      lit(constructId),
      object({
        vpc:
          props.vpc === undefined
            ? create(
                cdk('aws-ec2', 'Vpc'),
                ref('this'),
                lit(emitter.constructId(id, 'vpc')),
                object({ maxAzs: lit(2), natGateways: lit(1) }),
              )
            : emitter.construct(nodeId(props.vpc)),
        instanceType: create(cdk('aws-ec2', 'InstanceType'), lit(props.instanceType)),
        machineImage: callStatic(
          'aws-ec2',
          'MachineImage.latestAmazonLinux2023',
          object({ cpuType: sym('aws-ec2', `AmazonLinuxCpuType.${props.architecture}`) }),
        ),
        requireImdsv2: lit(true),
        detailedMonitoring: lit(true),
        ssmSessionPermissions: lit(true),
      }),
    ),
  further: ({ props }, self) => [
    {
      type: 'do',
      expression: create(
        cdk('aws-ec2', 'CfnVolumeAttachment'),
        self,
        lit('DataAttachment'),
        object({
          instanceId: member(self, 'instanceId'),
          volumeId: member(
            create(
              cdk('aws-ec2', 'Volume'),
              self,
              lit('Data'),
              object({
                availabilityZone: member(self, 'instanceAvailabilityZone'),
                size: callStatic('', 'Size.gibibytes', lit(props.dataVolume)),
                encrypted: lit(true),
                volumeType: sym('aws-ec2', 'EbsDeviceVolumeType.GP3'),
              }),
            ),
            'volumeId',
          ),
          device: lit('/dev/sdf'),
        }),
      ),
    },
  ],
  source: instances,
});

const volumeOf = (instance: Expr): Expr =>
  as(call(member(instance, 'node'), 'findChild', lit('Data')), cdk('aws-ec2', 'Volume'));

const arnOf = (resource: string, name: Expr): Expr =>
  call(ref('this'), 'formatArn', object({ service: lit('ec2'), resource: lit(resource), resourceName: name }));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
