import { type Definition, type DesignNode, type Json, type NodeId, type Substitution } from '../model/design.js';
import { idFromLabel, idPattern, isReservedKey } from '../model/names.js';
import { withTarget } from '../model/references.js';
import { isMap } from '../model/json.js';
import { codeOf } from './code-location.js';
import { definitionOf } from './definitions.js';
import { decodedProps } from './decode.js';
import { serviceOfResource } from './node-types.js';
import type { NodeDraft, Reading } from './recognise/define.js';
import { schedulePropsOf } from './recognise/schedule-target.js';
import type { SourceResource, SourceTemplate } from './source.js';
import { at } from './values.js';

/** Ids of an import: the logical id, prefixed where another template has it already. */
export class Ids {
  readonly #taken = new Set<string>();

  take(wanted: string, template: SourceTemplate): string {
    const base = idPattern.test(wanted) && wanted.length <= longest ? wanted : '';
    const id = base !== '' && this.#isFree(base) ? base : this.#other(wanted, template);
    this.#taken.add(id);
    return id;
  }

  #other(wanted: string, template: SourceTemplate): string {
    const prefix = idFromLabel(template.name, () => false, 'template', 40);
    const prefixed = `${prefix}-${wanted}`;
    if (idPattern.test(prefixed) && prefixed.length <= longest && this.#isFree(prefixed)) return prefixed;
    return idFromLabel(idPattern.test(wanted) ? prefixed : wanted, (id) => !this.#isFree(id), 'resource');
  }

  #isFree(id: string): boolean {
    return !this.#taken.has(id) && !isReservedKey(id);
  }
}

/** Logical ids have 255 characters at most: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html */
const longest = 255;

/** Templates of the CDK ask for the version of its bootstrap; it ends logical ids with a hash of eight digits. */
const isOfCdk = ({ parameters }: SourceTemplate): boolean => Object.hasOwn(parameters, 'BootstrapVersion');

/** What people call a resource: its construct where the CDK made it, else its logical id. */
export function labelOf({ logicalId }: SourceResource, template: SourceTemplate): string {
  const path = template.constructPaths.get(logicalId);
  if (path === undefined) return isOfCdk(template) ? logicalId.replace(/(?<=.)[0-9A-F]{8}$/, '') : logicalId;
  const steps = path.split('/').filter((step) => step !== '' && step !== 'Resource' && step !== 'Default');
  // The first is the stack.
  const own = steps.length > 1 ? steps.slice(1) : steps;
  return own.length === 0 ? logicalId : own.slice(-2).join('/');
}

/** The node of a resource, without its context and its adopted resources. */
export function nodeOf(
  reading: Reading,
  resource: SourceResource,
  nodeIdOf: ReadonlyMap<SourceResource, string>,
): DesignNode {
  const template = reading.templateOf(resource);
  const service = serviceOfResource(resource)?.service ?? 'generic';
  const definition = service === 'state-machine' ? machineOf(reading, resource, nodeIdOf) : undefined;
  const code = service === 'lambda-function' ? codeOf(reading, resource) : undefined;
  return {
    service,
    label: labelOf(resource, template),
    origin: 'created',
    props: propsOf(reading, resource, service, template, nodeIdOf),
    ...(definition === undefined ? {} : { definition }),
    ...(code === undefined ? {} : { code }),
    idFixed: true,
  };
}

function propsOf(
  reading: Reading,
  resource: SourceResource,
  service: string,
  template: SourceTemplate,
  nodeIdOf: ReadonlyMap<SourceResource, string>,
): Readonly<Record<string, Json>> {
  if (service === 'generic') {
    let properties: Json = resource.properties;
    // A reference names the node, whose id is another where two templates have one logical id.
    for (const [other, id] of nodeIdOf)
      if (other.template === resource.template && other.logicalId !== id)
        properties = withTarget(properties, other.logicalId, id);
    return {
      cfnType: resource.type,
      ...(isMap(properties) && Object.keys(properties).length > 0 ? { properties } : {}),
    };
  }
  if (service === 'sqs-queue') {
    const target = reading.target(template, at(resource.effective, 'RedrivePolicy', 'deadLetterTargetArn') ?? null);
    const queue = target.kind === 'resource' ? nodeIdOf.get(target.resource) : undefined;
    return {
      ...decodedProps(service, resource, (value) => reading.evaluate(template, value)),
      ...(queue === undefined ? {} : { deadLetterQueue: queue }),
    };
  }
  if (service === 'schedule') return schedulePropsOf(reading, template, resource.effective);
  return decodedProps(service, resource, (value) => reading.evaluate(template, value));
}

function machineOf(
  reading: Reading,
  machine: SourceResource,
  nodeIdOf: ReadonlyMap<SourceResource, string>,
): Definition | undefined {
  const found = definitionOf(reading, machine);
  if (found === undefined) return undefined;
  const substitutions = [...found.substitutions].map(([name, stands]): [string, Substitution] => {
    if ('literal' in stands) return [name, stands];
    const connected = nodeIdOf.has(stands.resource) ? undefined : destinationOf(reading, stands.resource);
    const destination = connected === undefined ? undefined : nodeIdOf.get(connected);
    if (destination !== undefined) return [name, { node: destination as NodeId, attribute: 'connectionArn' }];
    const node = nodeIdOf.get(stands.resource);
    return [
      name,
      node === undefined
        ? { literal: `\${${stands.resource.logicalId}}` }
        : { node: node as NodeId, attribute: stands.attribute },
    ];
  });
  return { format: found.format, text: found.text, substitutions: Object.fromEntries(substitutions) };
}

/** The API destination that a connection of EventBridge is for: it is part of that. */
const destinationOf = (reading: Reading, { type, template, logicalId }: SourceResource): SourceResource | undefined =>
  type !== 'AWS::Events::Connection'
    ? undefined
    : reading.resources('AWS::Events::ApiDestination').find((one) => {
        const target = reading.target(reading.templateOf(one), at(one.effective, 'ConnectionArn') ?? null);
        return (
          target.kind === 'resource' && target.resource.template === template && target.resource.logicalId === logicalId
        );
      });

/** A node that no resource stands for. */
export const draftNode = ({ node }: NodeDraft): DesignNode => ({ ...node, idFixed: true });

/** Words of an id for a node without a resource. */
export const draftId = ({ key, node }: NodeDraft): string => {
  const words = idFromLabel(node.label, () => false, node.service, 50);
  return words === '' ? key : words;
};
