import { propertiesOf } from '../catalog/properties/index.js';
import type { Json } from '../model/design.js';
import type { JsonMap, SourceResource } from './source.js';

/** The fields that the properties of a resource say. */
export const decodedProps = (
  service: string,
  { type, effective }: SourceResource,
  evaluate: (value: Json) => Json,
): JsonMap => propertiesOf(service)?.decode(type, effective, evaluate) ?? {};
