import type { Json } from '../../model/design.js';
import type { JsonMap } from '../../model/json.js';

/**
 * The CloudFormation properties that the fields of a service stand for, both ways: import reads fields from them, and
 * the export of what was imported writes a changed field back. Apart from the service's own file, since the first
 * picture needs none of it.
 */

export type { JsonMap };

export interface ServiceProperties {
  /** Type of the catalog: `sqs-queue`. */
  readonly service: string;
  /** CloudFormation types that are this service; SAM's among them. */
  readonly cfnTypes: readonly string[];
  /**
   * Fields that literal properties stand for; what is not literal, not known or the default stays out. `evaluate` gives
   * a value with parameters at their defaults; what it leaves as a function is not literal.
   */
  decode(type: string, properties: JsonMap, evaluate: (value: Json) => Json): JsonMap;
  /**
   * Properties with changed fields written into them: `changed` holds the new values, undefined for the default. A
   * property that no changed field stands for is the same object as before.
   */
  encode(type: string, properties: JsonMap, changed: Readonly<Record<string, Json | undefined>>): JsonMap;
}

export const defineServiceProperties = (definition: ServiceProperties): ServiceProperties => definition;
