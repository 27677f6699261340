import type { Adoption } from './adopt/adoption.js';
import { descriptionOf } from './adopt/emit.js';
import type { NodeId } from '../model/design.js';
import { sharedStack } from '../model/graph.js';
import { translate, type Language } from '../model/localized.js';
import { byCodeUnit, idFromLabel, pascalCase, stackClassOf } from '../model/names.js';
import { problem, type Problem } from '../model/problems.js';
import { lookup } from '../model/design.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';

export interface StackNames {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly label: string;
  readonly description: string;
}

/** Which stack everything lives in: architecture decision 6. */
export interface Stacks {
  readonly designId: string;
  readonly problems: readonly Problem[];
  /** Of a created node. An existing one is looked up in each stack that uses it; this is the stack it is drawn in. */
  of(node: NodeId): string;
  /** Whose stack a connection's resources live in. */
  home(connection: SystemConnection): string;
  /** Existing resources are at home everywhere. */
  same(a: NodeId, b: NodeId): boolean;
  names(id: string): StackNames;
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-description-structure.html (1,024 bytes)
const maxDescriptionLength = 250;

export function assignStacks(system: System, language: Language, adoption?: Adoption): Stacks {
  const { design } = system;
  const designId = idFromLabel(design.settings.name, () => false, 'app');
  let main = designId;
  while (Object.hasOwn(design.contexts, main) || main === sharedStack) main = `${main}-main`;
  const templates = new Map((adoption?.templates ?? []).map((template) => [template.stack, template]));
  const drawnIn = (node: SystemNode): string => adoption?.stackOfContext(node.context) ?? node.context ?? main;
  const problems: Problem[] = [];
  const labelOf = (id: string): string =>
    lookup<{ readonly label: string }>(design.contexts, id)?.label ??
    (id === sharedStack ? translate({ en: 'Shared', ja: '共有' }, language) : design.settings.name);

  const assigned = new Map<NodeId, string>();
  for (const node of [...system.nodes.values()].sort((a, b) => byCodeUnit(a.id, b.id))) {
    assigned.set(node.id, stackOf(node));
  }

  function stackOf(node: SystemNode): string {
    const imported = adoption?.resources.get(node.id)?.stack;
    if (imported !== undefined) return imported;
    const own = drawnIn(node);
    const kept = node.node.stack;
    if (kept !== undefined && node.service.stateful && (kept === sharedStack || Object.hasOwn(design.contexts, kept))) {
      if (kept !== own) {
        problems.push(problem('replaces-resource', { label: node.label, stack: labelOf(kept) }, { node: node.id }));
      }
      return kept;
    }
    if (node.service.roles.eventBus === undefined || node.node.origin === 'existing') return own;
    const users = new Set([own]);
    for (const { from, to } of [...system.incoming(node.id), ...system.outgoing(node.id)]) {
      const other = system.node(from === node.id ? to : from);
      if (other !== undefined && other.node.origin === 'created') users.add(drawnIn(other));
    }
    return users.size > 1 ? sharedStack : own;
  }

  const isExisting = (id: NodeId): boolean => system.node(id)?.node.origin === 'existing';
  const of = (id: NodeId): string => assigned.get(id) ?? main;
  return {
    designId,
    problems,
    of,
    home({ definition, from, to }) {
      const [home, other] = definition?.home === 'to' ? [to, from] : [from, to];
      return isExisting(home) && !isExisting(other) ? of(other) : of(home);
    },
    same: (a, b) => isExisting(a) || isExisting(b) || of(a) === of(b),
    names(id) {
      const template = templates.get(id);
      if (template !== undefined)
        return {
          id,
          name: pascalCase(id).replaceAll('_', '-'),
          className: stackClassOf(id),
          label: template.origin.name,
          description: descriptionOf(template),
        };
      const isMain = id === main;
      const label = labelOf(id);
      return {
        id,
        // Design and stack together, so that two designs can be deployed to one account. No underscores in stack names.
        name: (isMain ? pascalCase(id) : `${pascalCase(designId)}-${pascalCase(id)}`).replaceAll('_', '-'),
        className: stackClassOf(id),
        label,
        description: Array.from(isMain ? design.settings.name : `${design.settings.name}: ${label}`)
          .slice(0, maxDescriptionLength)
          .join(''),
      };
    },
  };
}
