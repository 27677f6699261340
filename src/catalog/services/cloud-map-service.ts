import { nodeId, type NodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { constructIdOf } from '../../model/names.js';
import { call, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineService, type Emitter, type NodeView } from '../define.js';
import { vpcNamed } from './load-balancer.js';
import { dotted } from './shared.js';

const namespaces = 'https://docs.aws.amazon.com/cloud-map/latest/dg/working-with-namespaces.html';

export const cloudMapService = defineService({
  type: 'cloud-map-service',
  cfnType: 'AWS::ServiceDiscovery::Service',
  category: 'integration',
  icon: 'architecture-service/AWSCloudMap',
  label: { en: 'Cloud Map service', ja: 'Cloud Map サービス' },
  defaultLabel: { en: 'Discovery', ja: '検出' },
  description: {
    en: 'Knows where the instances of a service run in a network',
    ja: 'ネットワーク内で動作するサービスのインスタンスの場所を登録',
  },
  keywords: ['service discovery', 'namespace', 'registry', 'サービス検出', '名前空間', 'レジストリ'],
  fields: {
    namespace: field.text({
      label: { en: 'Namespace', ja: '名前空間' },
      default: 'internal.local',
      required: true,
      code: true,
      pattern: {
        test: /^(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
        hint: { en: 'a domain such as internal.local', ja: 'internal.local のような名前を指定してください。' },
      },
      source: namespaces,
    }),
    vpc: field.node({
      label: { en: 'VPC', ja: 'VPC' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用の VPC を作成します。' },
      services: ['vpc'],
      source: namespaces,
    }),
  },
  subtitle: ({ props }) => dotted(props.namespace),
  stateful: false,
  roles: { httpTarget: { by: 'cloud-map' } },
  refusal: {
    en: 'Services are looked up by an HTTP API; this service cannot call them.',
    ja: 'サービスは HTTP API から検出して呼び出します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'serviceArn'), id: member(self, 'serviceId') }),
  construct: ({ id, constructId, props, emitter }) => {
    return create(
      cdk('aws-servicediscovery', 'Service'),
      ref('this'),
      lit(constructId),
      object({
        namespace: create(
          cdk('aws-servicediscovery', 'PrivateDnsNamespace'),
          ref('this'),
          lit(emitter.constructId(id, 'namespace')),
          object({
            name: lit(props.namespace),
            vpc: props.vpc === undefined ? vpcNamed(ownVpcId(id), false) : emitter.construct(nodeId(props.vpc)),
          }),
        ),
        dnsRecordType: sym('aws-servicediscovery', 'DnsRecordType.SRV'),
      }),
    );
  },
  source: 'https://docs.aws.amazon.com/cloud-map/latest/dg/what-is-cloud-map.html',
});

/** No construct id of ours has an underscore: found again by it, it is never another one. */
const ownVpcId = (id: NodeId): string => `${constructIdOf(id)}_Vpc`;

/** The network of the namespace, for what reaches into it: the one that is drawn, or the one made with it. */
export const networkOfService = ({ id, props }: NodeView, emitter: Emitter): Expr => {
  const { vpc } = props;
  return typeof vpc === 'string'
    ? emitter.construct(nodeId(vpc))
    : {
        type: 'as',
        value: call(member(member(emitter.construct(id), 'stack'), 'node'), 'findChild', lit(ownVpcId(id))),
        class: cdk('aws-ec2', 'Vpc'),
      };
};
