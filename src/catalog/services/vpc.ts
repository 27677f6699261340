import { field } from '../../model/fields.js';
import { array, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

export const vpc = defineService({
  type: 'vpc',
  cfnType: 'AWS::EC2::VPC',
  category: 'other',
  icon: 'architecture-service/AmazonVirtualPrivateCloud',
  label: { en: 'VPC', ja: 'VPC' },
  defaultLabel: { en: 'Network', ja: 'ネットワーク' },
  description: {
    en: 'A private network, for what cannot do without one',
    ja: 'プライベートネットワーク。必要とするサービスだけが使用',
  },
  keywords: ['network', 'subnet', 'private', 'ネットワーク', 'サブネット', 'プライベート'],
  fields: {
    zones: field.number({
      label: { en: 'Availability Zones', ja: 'アベイラビリティーゾーン' },
      min: 2,
      max: 3,
      default: 2,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
    }),
    internet: field.boolean({
      label: { en: 'Way out to the internet', ja: 'インターネットへの接続' },
      help: {
        en: 'By a NAT gateway, which is paid by the hour. What reads from brokers in the VPC needs it.',
        ja: 'NAT ゲートウェイを使用します (時間課金)。VPC 内のブローカーを読み取る場合に必要です。',
      },
      default: false,
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    }),
  },
  subtitle: ({ props }) => dotted(`${String(props.zones)} AZ`, props.internet ? 'NAT' : ''),
  stateful: true,
  roles: {},
  refusal: {
    en: 'A network is named in the fields of what lives in it; nothing is sent to it.',
    ja: 'VPC は、配置するサービスのフィールドで指定します。接続はできません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'vpcArn'), id: member(self, 'vpcId') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-ec2', 'Vpc'),
      ref('this'),
      lit(constructId),
      object({
        maxAzs: lit(props.zones),
        // Where nothing in it calls out, no gateway that is paid by the hour.
        natGateways: lit(props.internet ? 1 : 0),
        subnetConfiguration: props.internet
          ? undefined
          : array([object({ name: lit('isolated'), subnetType: sym('aws-ec2', 'SubnetType.PRIVATE_ISOLATED') })]),
      }),
    ),
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
});
