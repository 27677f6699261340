import { nodeId, type NodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, call, callStatic, cdk, create, lit, member, object, ref, sym } from '../../ts-ast/ast.js';
import type { Expr } from '../../ts-ast/ast.js';
import { defineService, type Emitter } from '../define.js';
import { networkIn } from './network.js';
import { dotted } from './shared.js';

const balancers = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/what-is-load-balancing.html';

export const loadBalancer = defineService({
  type: 'load-balancer',
  cfnType: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  category: 'api',
  icon: 'architecture-service/ElasticLoadBalancing',
  label: { en: 'Load balancer', ja: 'ロードバランサー' },
  defaultLabel: { en: 'Balancer', ja: 'バランサー' },
  description: {
    en: 'Spreads requests over what runs in a network: containers, servers',
    ja: 'ネットワーク内のコンテナやサーバーにリクエストを分散',
  },
  keywords: ['alb', 'nlb', 'elb', 'application load balancer', 'network load balancer', '負荷分散', 'ロードバランサー'],
  fields: {
    type: field.choice({
      label: { en: 'Type', ja: 'タイプ' },
      options: {
        application: { en: 'Application (HTTP)', ja: 'Application (HTTP)' },
        network: { en: 'Network (TCP)', ja: 'Network (TCP)' },
      },
      default: 'application',
      source: balancers,
    }),
    scheme: field.choice({
      label: { en: 'Scheme', ja: 'スキーム' },
      options: {
        internal: { en: 'Internal', ja: '内部' },
        internetFacing: { en: 'Internet-facing', ja: 'インターネット向け' },
      },
      default: 'internal',
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    }),
    port: field.number({
      label: { en: 'Port', ja: 'ポート' },
      min: 1,
      max: 65_535,
      default: 80,
      unit: 'count',
      advanced: true,
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
    }),
    vpc: field.node({
      label: { en: 'VPC', ja: 'VPC' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用の VPC を作成します。' },
      services: ['vpc'],
      source: balancers,
    }),
  },
  subtitle: ({ props }) =>
    dotted(props.type === 'application' ? 'ALB' : 'NLB', props.scheme === 'internal' ? 'internal' : 'internet'),
  problemsInPlace: ({ props }, _incoming, outgoing) => {
    const network = networkIn(outgoing);
    return props.scheme === 'internetFacing' &&
      network !== undefined &&
      network.other.node.origin === 'created' &&
      network.other.props['internet'] !== true
      ? [
          problem('field-pattern', {
            field: { en: 'VPC', ja: 'VPC' },
            hint: {
              en: 'an internet-facing load balancer needs a VPC with a way out to the internet',
              ja: 'インターネット向けの場合、インターネットに接続できる VPC を指定してください。',
            },
          }),
        ]
      : [];
  },
  stateful: false,
  roles: {
    entryPoint: {},
    httpTarget: { by: 'load-balancer' },
    origin: { by: 'load-balancer' },
    protectedByAcl: { attribute: 'arn', scope: 'REGIONAL' },
    aliasTarget: { by: 'load-balancer' },
  },
  // A distribution reaches what faces the internet; WAF knows HTTP alone.
  hasRole: (role, { props }) =>
    role === 'origin'
      ? props.scheme === 'internetFacing'
      : role === 'protectedByAcl'
        ? props.type === 'application'
        : true,
  refusal: {
    en: 'A load balancer is called over HTTP, by an API or a distribution; this service cannot call it.',
    ja: 'ロードバランサーは API やディストリビューションから HTTP で呼び出します。このサービスからは呼び出せません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'loadBalancerArn'),
    name: member(self, 'loadBalancerName'),
    dnsName: member(self, 'loadBalancerDnsName'),
  }),
  construct: ({ id, constructId, props, emitter }) => {
    const isPublic = props.scheme === 'internetFacing';
    return create(
      cdk(module, props.type === 'application' ? 'ApplicationLoadBalancer' : 'NetworkLoadBalancer'),
      ref('this'),
      lit(constructId),
      object({
        vpc: props.vpc === undefined ? ownVpc(id, isPublic, emitter) : emitter.construct(nodeId(props.vpc)),
        internetFacing: lit(isPublic),
        dropInvalidHeaderFields: props.type === 'application' ? lit(true) : undefined,
      }),
    );
  },
  further: ({ id, props, emitter }, self) => [
    {
      type: 'do',
      comment: emitter.text({
        en: 'What it leads to is registered by whoever runs it; until then it answers 503.',
        ja: '転送先は、実行する側で登録します。登録するまでは 503 を返します。',
      }),
      expression: call(
        self,
        'addListener',
        lit('Listener'),
        props.type === 'application'
          ? object({
              port: lit(props.port),
              protocol: sym(module, 'ApplicationProtocol.HTTP'),
              open: lit(props.scheme === 'internetFacing'),
              defaultAction: callStatic(module, 'ListenerAction.fixedResponse', lit(503)),
            })
          : object({
              port: lit(props.port),
              defaultTargetGroups: array([
                create(
                  cdk(module, 'NetworkTargetGroup'),
                  ref('this'),
                  lit(emitter.constructId(id, 'targets')),
                  object({
                    vpc: member(self, 'vpc'),
                    port: lit(props.port),
                    targetType: sym(module, 'TargetType.IP'),
                  }),
                ),
              ]),
            }),
      ),
    },
    ...(props.type === 'application' && props.scheme === 'internal'
      ? [
          {
            type: 'do' as const,
            expression: call(
              member(self, 'connections'),
              'allowFrom',
              // Private addresses: only what is in the network gets there.
              callStatic('aws-ec2', 'Peer.ipv4', lit('10.0.0.0/8')),
              callStatic('aws-ec2', 'Port.tcp', lit(props.port)),
            ),
          },
        ]
      : []),
  ],
  source: balancers,
});

const module = 'aws-elasticloadbalancingv2';

/** A network without gateways that are paid by the hour. */
export const ownVpc = (id: NodeId, isPublic: boolean, emitter: Emitter): Expr =>
  vpcNamed(emitter.constructId(id, 'vpc'), isPublic);

/** The same by a construct id of its own. */
export function vpcNamed(constructId: string, isPublic: boolean): Expr {
  const subnet = (name: string, type: string): Expr =>
    object({ name: lit(name), subnetType: sym('aws-ec2', `SubnetType.${type}`) });
  return create(
    cdk('aws-ec2', 'Vpc'),
    ref('this'),
    lit(constructId),
    object({
      maxAzs: lit(2),
      natGateways: lit(0),
      subnetConfiguration: array([
        ...(isPublic ? [subnet('public', 'PUBLIC')] : []),
        subnet('isolated', 'PRIVATE_ISOLATED'),
      ]),
    }),
  );
}

/** The listener of a load balancer, which is made with it. */
export const listenerOf = (self: Expr, type: unknown): Expr => ({
  type: 'as',
  value: call(member(self, 'node'), 'findChild', lit('Listener')),
  class: cdk(module, type === 'network' ? 'NetworkListener' : 'ApplicationListener'),
});
