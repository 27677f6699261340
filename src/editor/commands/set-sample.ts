import { lookup, type Json } from '../../model/design.js';
import { defineCommand } from '../define.js';

export interface SetSampleArgs {
  /** A new sample gets an id from its label. */
  readonly id?: string;
  readonly label: string;
  /** The node whose events it stands for. */
  readonly node?: string;
  readonly event: { readonly [key: string]: Json };
}

/** Saves a sample event in the design: patterns are tried with it, and tests are written from it. */
export const setSample = defineCommand<SetSampleArgs>({
  id: 'set-sample',
  label: { en: 'Save sample event', ja: 'サンプルイベントを保存' },
  enabled: () => true,
  run: ({ design, selection }, { id, label, node, event }) => {
    const at = id ?? freeId(design.samples, label);
    const sample: Json = { label, ...(node === undefined ? {} : { node }), event };
    const same = JSON.stringify(lookup(design.samples, at)) === JSON.stringify(sample);
    return {
      state: { design: same ? design : { ...design, samples: { ...design.samples, [at]: sample } }, selection },
      undo: 'merge',
      gesture: `sample:${at}`,
      name: { en: `Save sample event "${label}"`, ja: `サンプルイベント「${label}」を保存` },
    };
  },
});

/** Letters and digits of a label in lower case, numbered where that is taken. */
function freeId(samples: Readonly<Record<string, Json>>, label: string): string {
  const words = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = words === '' || !/^[a-z]/.test(words) ? `sample${words === '' ? '' : `-${words}`}` : words;
  // What every object has by inheritance is no key for a file.
  const isFree = (id: string): boolean => !Object.hasOwn(samples, id) && !(id in Object.prototype);
  let id = base;
  for (let number = 2; !isFree(id); number++) id = `${base}-${number}`;
  return id;
}
