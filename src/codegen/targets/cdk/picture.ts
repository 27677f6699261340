import { entries, type NodeId } from '../../../model/design.js';
import { translate, type Language } from '../../../model/localized.js';
import { byCodeUnit } from '../../../model/names.js';
import { mermaidText } from '../../../pictures/mermaid-text.js';
import type { System, SystemNode } from '../../../system/system.js';

/**
 * The picture of a README as a Mermaid flowchart, which most sites that show repositories draw: contexts with their nodes,
 * asynchronous connections dotted. Without positions, so that moving a node changes no file.
 */
export function pictureOf(system: System, language: Language): string {
  const nodes = [...system.nodes.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  // Ids of a design can be words of Mermaid: numbers cannot.
  const names = new Map(nodes.map(({ id }, index) => [id, `n${String(index + 1)}`] as const));
  const nodeLine = ({ id, label, service }: SystemNode): string => {
    const words = [label, translate(service.label, language)].map(mermaidText).filter((part) => part !== '');
    return `${names.get(id) ?? ''}["${words.join('<br/>')}"]`;
  };
  const contexts = entries(system.design.contexts).sort(([a], [b]) => byCodeUnit(a, b));
  return [
    'flowchart LR',
    ...contexts.flatMap(([id, { label }], index) => {
      const members = nodes.filter(({ context }) => context === id);
      const title = mermaidText(label);
      return members.length === 0
        ? []
        : [
            `  subgraph c${String(index + 1)}["${title === '' ? ' ' : title}"]`,
            ...members.map((node) => `    ${nodeLine(node)}`),
            '  end',
          ];
    }),
    ...nodes
      .filter(({ context }) => context === undefined || !Object.hasOwn(system.design.contexts, context))
      .map((node) => `  ${nodeLine(node)}`),
    ...linesOf(system, names, language),
  ].join('\n');
}

function linesOf(system: System, names: ReadonlyMap<NodeId, string>, language: Language): string[] {
  const lines = [...system.connections.values()]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .flatMap(({ from, to, delivery, label }) => {
      const [start, end] = [names.get(from), names.get(to)];
      if (start === undefined || end === undefined) return [];
      const words = mermaidText(translate(label, language));
      const line = delivery === 'async' ? '-.->' : '-->';
      return [`  ${start} ${line}${words === '' ? '' : `|"${words}"|`} ${end}`];
    });
  return [...new Set(lines)];
}
