import type { ResourceType } from './resource-type.js';

/**
 * The CloudFormation types that were asked for so far, by namespace: small, since the first drawing holds it. The form of a
 * resource, the worker and the command line read the types of a design (`known-types.ts`) before they look at it.
 */
export const namespaces = new Map<string, ReadonlyMap<string, ResourceType>>();

/** `AWS::SNS` of `AWS::SNS::Topic`. */
export const namespaceOf = (type: string): string => type.split('::').slice(0, 2).join('::');

/** A type, where it was read. */
export const knownResourceType = (name: string): ResourceType | undefined =>
  namespaces.get(namespaceOf(name))?.get(name);
