import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';

const place = /(?:^|\/)botocore\/data\/([^/]+)\/(\d{4}-\d{2}-\d{2})\/service-2\.json$/;

/** The API models of an AWS CLI layer, the newest version of each service, in the order of their folders. */
export function readModels(layerZip) {
  const newest = new Map();
  unzipSync(readFileSync(layerZip), {
    filter: ({ name }) => {
      const [, service, version] = place.exec(name) ?? [];
      if (service !== undefined && version > (newest.get(service)?.version ?? ''))
        newest.set(service, { version, name });
      return false;
    },
  });
  const names = new Set([...newest.values()].map(({ name }) => name));
  const files = unzipSync(readFileSync(layerZip), { filter: ({ name }) => names.has(name) });
  const decoder = new TextDecoder();
  return [...names].sort().map((name) => JSON.parse(decoder.decode(files[name])));
}
