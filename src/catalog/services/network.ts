import { nodeId, type NodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import { call, callStatic, cdk, create, lit, member, object, ref, type Expr } from '../../ts-ast/ast.js';
import type { ConnectedEnd, Emitter } from '../define.js';
import type { Needed } from '../roles/pipe.js';

/** The network of a cluster or a broker that is reached through one. */
export const vpcField = field.node({
  label: { en: 'VPC', ja: 'VPC' },
  help: {
    en: 'Empty: one of its own, with a NAT gateway.',
    ja: '空欄の場合、NAT ゲートウェイ付きの専用の VPC を作成します。',
  },
  services: ['vpc'],
  advanced: true,
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
});

/** How many zones a network of its own has. */
export const ownZones = 2;

/** The network that is drawn, or one of its own; and a group whose members reach each other, as readers have to. */
export function networkOf(
  id: NodeId,
  vpc: string | undefined,
  emitter: Emitter,
): { readonly vpc: Expr; readonly group: Expr } {
  const network = vpc === undefined ? ownNetwork(id, emitter) : emitter.construct(nodeId(vpc));
  const group = ref(emitter.variable(id, 'security', 'group'));
  emitter.before(
    {
      type: 'const',
      name: nameOf(group),
      value: create(
        cdk('aws-ec2', 'SecurityGroup'),
        ref('this'),
        lit(emitter.constructId(id, 'security', 'group')),
        object({ vpc: network }),
      ),
    },
    {
      type: 'do',
      expression: call(
        member(group, 'connections'),
        'allowInternally',
        callStatic('aws-ec2', 'Port.allTcp'),
        lit(emitter.text({ en: 'Readers run in this group', ja: '読み取り側もこのグループで動作' })),
      ),
    },
  );
  return { vpc: network, group };
}

function ownNetwork(id: NodeId, emitter: Emitter): Expr {
  const network = ref(emitter.variable(id, 'vpc'));
  emitter.before({
    type: 'const',
    name: nameOf(network),
    value: create(
      cdk('aws-ec2', 'Vpc'),
      ref('this'),
      lit(emitter.constructId(id, 'vpc')),
      object({ maxAzs: lit(ownZones), natGateways: lit(1) }),
    ),
  });
  return network;
}

const nameOf = (expr: Expr): string => (expr.type === 'ref' ? expr.name : '');

/** The same as a selection: a drawn network has either private subnets or isolated ones. */
export const privateSubnets = (vpc: Expr): Expr => object({ subnets: member(call(vpc, 'selectSubnets'), 'subnets') });

/** The subnets with a way out, or those without where there are no others. */
export const subnetsOf = (vpc: Expr): Expr => member(call(vpc, 'selectSubnets'), 'subnetIds');

/**
 * What reads from inside of a network, be it Lambda or a pipe, makes interfaces there:
 * https://docs.aws.amazon.com/lambda/latest/dg/with-msk-permissions.html
 */
export const networkInterfaces: Needed = {
  actions: [
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
  ],
  resources: [],
  anyResource: {
    en: 'Network interfaces have no name before they are made',
    ja: 'ネットワークインターフェイスの名前は作成前には決まらない',
  },
};

/**
 * Readers in a network without a way out reach neither their function nor their secret:
 * https://docs.aws.amazon.com/lambda/latest/dg/with-msk-cluster-network.html
 */
export function wayOutProblems(outgoing: readonly ConnectedEnd[]): readonly Problem[] {
  const isRead = outgoing.some(({ connection }) => ['event-source-mapping', 'pipe-source'].includes(connection.kind));
  const network = networkIn(outgoing);
  return isRead &&
    network !== undefined &&
    network.other.node.origin === 'created' &&
    network.other.props['internet'] !== true
    ? [problem('reader-without-way-out', { network: network.other.label })]
    : [];
}

/** The drawn network of a node, among what it refers to. */
export const networkIn = (outgoing: readonly ConnectedEnd[]): ConnectedEnd | undefined =>
  outgoing.find(({ connection, service }) => connection.kind === 'reference' && service.type === 'vpc');
