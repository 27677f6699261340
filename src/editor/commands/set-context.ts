import { contextId, lookup, type Context } from '../../model/design.js';
import { defineCommand } from '../define.js';

/** Values to set; undefined takes an optional one away. */
export type ContextChanges = { readonly [Key in keyof Context]?: Context[Key] | undefined };

/** Changes label, team, colour or comment of a context. Typing in one field is one step. */
export const setContext = defineCommand<{ readonly context: string; readonly changes: ContextChanges }>({
  id: 'set-context',
  label: { en: 'Change the context', ja: 'コンテキストを変更' },
  enabled: () => true,
  run: ({ design, selection }, { context: id, changes }) => {
    const before = lookup(design.contexts, id);
    if (before === undefined) return { state: { design, selection }, undo: 'none' };
    return {
      state: {
        design: { ...design, contexts: { ...design.contexts, [contextId(id)]: changedContext(before, changes) } },
        selection,
      },
      undo: 'merge',
      gesture: `context:${id}:${Object.keys(changes).join(',')}`,
    };
  },
});

function changedContext(context: Context, changes: ContextChanges): Context {
  const { label = context.label } = changes;
  const pick = <Key extends 'team' | 'hue' | 'comment'>(key: Key): Context[Key] | undefined =>
    Object.hasOwn(changes, key) ? changes[key] : context[key];
  const [team, comment] = [pick('team'), pick('comment')];
  const wanted = pick('hue');
  const hue = wanted === undefined || isHue(wanted) ? wanted : context.hue;
  return {
    label,
    ...(team === undefined ? {} : { team }),
    ...(hue === undefined ? {} : { hue }),
    ...(comment === undefined ? {} : { comment }),
  };
}

/** Index into the seven hues of contexts. */
const isHue = (hue: number): boolean => Number.isInteger(hue) && hue >= 0 && hue <= 6;
