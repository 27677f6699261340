import { lookup, nodeId, connectionId, contextId, noteId, type Design, type Json } from '../model/design.js';
import { updateConnection, updateNode, updateNote } from '../model/graph.js';
import { isReservedKey } from '../model/names.js';
import { withText } from './commands/set-definition.js';
import type { FindMatch } from './find.js';

/**
 * The design with matches replaced. A match that is not there any more is left out, and so is a key that would meet
 * another one. Labels change; ids are left to whoever renames.
 */
export function replaceMatches(design: Design, matches: readonly FindMatch[], replacement: string): Design {
  const groups = new Map<string, FindMatch[]>();
  for (const match of matches) {
    if (!match.isReplaceable) continue;
    const key = JSON.stringify([match.kind, match.id, match.path, match.inKey === true]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [match]);
    else group.push(match);
  }
  // Keys last: what stands below them is found by the old ones.
  const sorted = [...groups.values()].sort(([a], [b]) => Number(a?.inKey === true) - Number(b?.inKey === true));
  return sorted.reduce<Design>((result, group) => replaceInText(result, group, replacement), design);
}

function replaceInText(design: Design, matches: readonly FindMatch[], replacement: string): Design {
  const [first] = matches;
  if (first === undefined) return design;
  const { kind, id, path, inKey } = first;
  const change = (text: string): string => replaced(text, matches, replacement);
  const changed = <Value extends object>(value: Value): Value =>
    inKey === true ? withKey(value, path, change) : withTextAt(value, path, change);
  switch (kind) {
    case 'node':
      return updateNode(design, nodeId(id), (node) => {
        const [section, part] = path;
        if (section !== 'definition' || part === 'substitutions') return changed(node);
        if (node.definition === undefined) return node;
        const text = part === 'draft' ? node.definition.draft : node.definition.text;
        const definition = text === undefined ? node.definition : withText(node.definition, change(text));
        return definition === node.definition ? node : { ...node, definition };
      });
    case 'connection':
      return updateConnection(design, connectionId(id), changed);
    case 'note':
      return updateNote(design, noteId(id), changed);
    case 'context': {
      const context = lookup(design.contexts, id);
      const after = context === undefined ? undefined : changed(context);
      return after === undefined || after === context
        ? design
        : { ...design, contexts: { ...design.contexts, [contextId(id)]: after } };
    }
  }
}

/** A text with what was found in it replaced, as far as it is still there. */
function replaced(text: string, matches: readonly FindMatch[], replacement: string): string {
  let result = '';
  let done = 0;
  for (const { start, end, found } of [...matches].sort((a, b) => a.start - b.start)) {
    if (start < done || text.slice(start, end) !== found) continue;
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}

type Change = (text: string) => string;

/** The value with the text at a path changed; the same one where there is none, or it stays as it is. */
function withTextAt<Value extends object>(value: Value, path: readonly string[], change: Change): Value {
  const [key, ...rest] = path;
  const inner: unknown = key !== undefined && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  if (key === undefined || inner === undefined) return value;
  const after: unknown =
    rest.length > 0
      ? typeof inner === 'object' && inner !== null
        ? withTextAt(inner, rest, change)
        : inner
      : typeof inner === 'string'
        ? change(inner)
        : inner;
  if (after === inner) return value;
  if (!Array.isArray(value)) return { ...value, [key]: after };
  const list: unknown = (value as readonly Json[]).map((item, index) => (String(index) === key ? after : item));
  // The same list with one text changed.
  return list as Value;
}

/** The value with the last key of a path changed, in its place. */
function withKey<Value extends object>(value: Value, path: readonly string[], change: Change): Value {
  const [key, ...rest] = path;
  if (key === undefined || !Object.hasOwn(value, key)) return value;
  if (rest.length > 0) {
    const inner: unknown = Reflect.get(value, key);
    if (typeof inner !== 'object' || inner === null) return value;
    const after = withKey(inner, rest, change);
    if (after === inner) return value;
    if (!Array.isArray(value)) return { ...value, [key]: after };
    const list: unknown = (value as readonly Json[]).map((item, index) => (String(index) === key ? after : item));
    return list as Value;
  }
  const after = change(key);
  if (after === key || after === '' || isReservedKey(after) || Object.hasOwn(value, after)) return value;
  const renamed: unknown = Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [name === key ? after : name, inner]),
  );
  return renamed as Value;
}
