import type { Json } from '../../model/design.js';
import { defineServiceProperties, type JsonMap } from './define.js';

const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A resource of any type: its properties are the field, as they stand. */
export const generic = defineServiceProperties({
  service: 'generic',
  cfnTypes: [],
  decode: (type, properties) => ({
    cfnType: type,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  }),
  encode: (_type, properties, changed) => {
    if (!Object.hasOwn(changed, 'properties')) return properties;
    const given = changed['properties'];
    return isMap(given) ? given : {};
  },
});
