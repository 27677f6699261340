import type { JsonObject } from '../definition.js';
import type { Path } from '../document.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft } from './draft.js';

export interface ReplaceStateArgs {
  readonly state: Path;
  readonly fields: JsonObject;
}

/** Gives a state other fields; those that stay equal keep their bytes. */
export const replaceState = defineEdit<ReplaceStateArgs>({
  id: 'replace-state',
  label: { en: 'Replace the state', ja: 'ステートを置換' },
  announces: 'any',
  run: (tree, { state, fields }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      putFields(draft, state, fields);
      return { text: draft.text, select: [state] };
    }),
});

export function putFields(draft: DefinitionDraft, path: Path, fields: JsonObject): void {
  const old = draft.state(path).fields;
  let behind: string | undefined;
  for (const [key, value] of Object.entries(fields)) {
    draft.put([...path, key], value, behind);
    behind = key;
  }
  for (const key of Object.keys(old)) if (!Object.hasOwn(fields, key)) draft.remove([...path, key]);
}
