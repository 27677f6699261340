import { contextId, type Context, type ContextId } from '../model/design.js';
import { idFromLabel } from '../model/names.js';
import type { DrawnNode } from './draw.js';
import { folderOf } from './opened-files.js';
import type { SourceTemplate } from './source.js';

export interface PlacedContexts {
  readonly contexts: Readonly<Record<ContextId, Context>>;
  /** By template. */
  readonly of: ReadonlyMap<string, ContextId>;
}

/** The contexts of a system of several templates: one for each that has something to show. One template has none. */
export function placeContexts(templates: readonly SourceTemplate[], nodes: Iterable<DrawnNode>): PlacedContexts {
  const shown = new Set<string>();
  for (const { resource } of nodes) if (resource !== undefined) shown.add(resource.template);
  const drawn = templates.filter(({ file }) => shown.has(file));
  if (drawn.length < 2) return { contexts: {}, of: new Map() };
  const contexts = new Map<ContextId, Context>();
  const of = new Map<string, ContextId>();
  for (const template of drawn) {
    const label = labelOf(template, drawn);
    const id = contextId(idFromLabel(label, (one) => contexts.has(contextId(one)), 'context'));
    contexts.set(id, { label });
    of.set(template.file, id);
  }
  return { contexts: Object.fromEntries(contexts), of };
}

/** The name of a template; with its folder where another one has it too. */
function labelOf(template: SourceTemplate, all: readonly SourceTemplate[]): string {
  const isAmbiguous = all.some((other) => other !== template && other.name === template.name);
  const folder = folderOf(template.file).split('/').at(-2);
  return isAmbiguous && folder !== undefined && folder !== template.name ? `${folder}/${template.name}` : template.name;
}
