import { byVerb, overrides, prefixes, withoutIam } from './sdk-iam-overrides.mjs';
import { operationName } from './sdk-names.mjs';

/**
 * Which IAM actions an operation asks for.
 * @param metadata the CDK's sdk-v3-metadata.json: IAM prefix by client name
 * @param known names of the IAM actions by prefix
 */
export function iamMapper(metadata, known) {
  const byLowerCase = new Map(
    [...known].map(([prefix, names]) => [prefix, new Map(names.map((name) => [name.toLowerCase(), name]))]),
  );
  const find = (prefix, name) => byLowerCase.get(prefix)?.get(name.toLowerCase());

  const prefixOf = (id, { serviceId, signingName, endpointPrefix }) => {
    const client = metadata[serviceId.toLowerCase().replaceAll(' ', '-')]?.iamPrefix;
    return [prefixes[id], client, signingName, endpointPrefix].find((prefix) => known.has(prefix)) ?? '';
  };

  /** Actions with their prefix; undefined: not known. An empty list: the API asks for none. */
  const actionsOf = (id, prefix, name, { http }) => {
    if (withoutIam.includes(id)) return [];
    const own = overrides[id]?.[operationName(name)];
    if (own !== undefined) {
      return [own].flat().map((action) => {
        const [service, plain] = action.includes(':') ? action.split(':') : [prefix, action];
        const found = find(service, plain);
        if (found === undefined) throw new Error(`IAM knows no ${service}:${plain}, the override of ${id}:${name}.`);
        return `${service}:${found}`;
      });
    }
    const found = find(prefix, operationName(name));
    if (found !== undefined) return [`${prefix}:${found}`];
    if (byVerb.includes(id)) return [`${prefix}:${http.method}`];
    return undefined;
  };
  return { prefixOf, actionsOf };
}
