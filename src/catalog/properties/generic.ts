import { isMap } from '../../model/json.js';
import { defineServiceProperties } from './define.js';

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
