import type { Design } from '../../model/design.js';
import { defineFix } from './define.js';

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record without the key at the end of a path; the same one where there is none. */
function without(record: Plain, path: readonly (string | number)[]): Plain {
  const [step, ...rest] = path;
  const key = String(step);
  if (step === undefined || !Object.hasOwn(record, key)) return record;
  if (rest.length === 0) return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
  const inner = record[key];
  if (!isPlain(inner)) return record;
  const changed = without(inner, rest);
  return changed === inner ? record : { ...record, [key]: changed };
}

/** Takes a key that means nothing out of the design. */
export const removeKey = defineFix({
  id: 'remove-key',
  codes: ['unknown-key'],
  offer: (_system, { path, facts }) =>
    path === undefined || path.length === 0
      ? []
      : [
          {
            label: { en: 'Remove "{key}"', ja: '「{key}」を削除' },
            facts,
            // A key that no type knows can only be taken away from the plain data; what is left is a design.
            apply: (design) => without({ ...design }, path) as unknown as Design,
          },
        ],
  examples: [
    'nodes: { files: { service: s3-bucket, label: Files, colour: blue } }',
    'fonts: [Inter]',
    'settings: { name: Test, owner: me }',
  ],
});
