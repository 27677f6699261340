import { serviceOf } from '../catalog/index.js';
import { defaultPropsOf } from '../catalog/profile.js';
import type { End, RoleName, ServiceDefinition } from '../catalog/define.js';
import type { DesignNode, Json, NodeId, Settings } from '../model/design.js';
import { resolveProps } from '../model/fields.js';
import { sameInEveryLanguage } from '../model/localized.js';
import type { SystemNode } from './system.js';

/** A service type that the catalog does not know: it is drawn and kept, and can be no end of anything. */
function unknownService(type: string): ServiceDefinition {
  const label = sameInEveryLanguage(type);
  return {
    type,
    category: 'other',
    icon: 'architecture-service/AWSCloudFormation',
    label,
    defaultLabel: label,
    description: label,
    keywords: [],
    fields: {},
    subtitle: () => label,
    stateful: false,
    roles: {},
    refusal: {
      en: 'This service type is not known, so nothing can be connected to it.',
      ja: 'このサービスタイプは認識されないため、接続できません。',
    },
    attributes: () => ({}),
    construct: () => undefined,
    source: 'https://docs.aws.amazon.com/',
  };
}

/** A node with its definition, its props with defaults, and its second line. */
export function resolveNode(settings: Settings, id: NodeId, node: DesignNode): SystemNode {
  const service = serviceOf(node.service) ?? unknownService(node.service);
  const props = resolveProps(service.fields, { ...defaultPropsOf(service, settings), ...node.props });
  const view = { id, label: node.label, props, node };
  return { ...view, service, context: node.context, subtitle: service.subtitle(view) };
}

/** A node as one end of a connection; undefined: it does not play that role, at least not as it is now. */
export function endOf<Role extends RoleName>(node: SystemNode, roleName: Role): End<Role> | undefined {
  const role = node.service.roles[roleName];
  if (role === undefined || !(node.service.hasRole?.(roleName, node) ?? true)) return undefined;
  return { ...node, role };
}

/** The node as it would be with some props set. */
export function withProps(node: SystemNode, props: Readonly<Record<string, Json>> | undefined): SystemNode {
  return props === undefined
    ? node
    : { ...node, props: resolveProps(node.service.fields, { ...node.node.props, ...props }) };
}
