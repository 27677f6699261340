import { byCodeUnit, sortKeys } from '../../model/names.js';
import type { Json } from '../../model/design.js';
import type { Files } from '../index.js';

/** Synthesised templates as files: `ServerlessVideo-Channel.template.json`. */
export function templateFiles(templates: Readonly<Record<string, Json>>): Files {
  return new Map(
    Object.entries(templates)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([stack, template]) => [`${stack}.template.json`, `${JSON.stringify(sortKeys(template), null, 2)}\n`]),
  );
}
