import type { ServiceProperties } from './define.js';

const all: readonly ServiceProperties[] = [];

const byService = new Map(all.map((properties) => [properties.service, properties]));

/** How the fields of a service are written in CloudFormation; undefined: by hand only. */
export const propertiesOf = (service: string): ServiceProperties | undefined => byService.get(service);

/** All of them, for what recognises resources by type. */
export const allProperties = all;
