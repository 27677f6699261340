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
  },
  subtitle: ({ props }) => dotted(`${String(props.zones)} AZ`),
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
        // Nothing in it calls out: no gateway that is paid by the hour.
        natGateways: lit(0),
        subnetConfiguration: array([
          object({ name: lit('isolated'), subnetType: sym('aws-ec2', 'SubnetType.PRIVATE_ISOLATED') }),
        ]),
      }),
    ),
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
});
