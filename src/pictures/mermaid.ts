import { serviceOf } from '../catalog/index.js';
import { areaEnd, type PictureCard, type PictureLine, type PictureScene } from './define.js';
import { mermaidText } from './mermaid-text.js';

/** A drawing as a Mermaid flowchart: contexts are subgraphs, asynchronous connections are dotted. */
export function pictureMermaid(scene: PictureScene): string {
  // Ids of a design can be words of Mermaid: numbers cannot.
  const names = new Map([
    ...scene.cards.map(({ id }, index) => [id, `n${String(index + 1)}`] as const),
    ...scene.areas.map(({ id }, index) => [areaEnd(id), `c${String(index + 1)}`] as const),
  ]);
  const known = new Set(scene.areas.map(({ id }) => id));
  const outside = scene.cards.filter(({ context }) => context === undefined || !known.has(context));
  return [
    'flowchart LR',
    ...scene.areas.flatMap((area, index) => {
      const members = scene.cards.filter(({ context }) => context === area.id);
      const title = mermaidText([area.label, area.team].filter((part) => part !== '').join(', '));
      // Collapsed: a node that stands for its members.
      if (area.members !== '')
        return [`  c${String(index + 1)}["${[title, area.members].filter((part) => part !== '').join('<br/>')}"]`];
      return [
        `  subgraph c${String(index + 1)}["${title === '' ? ' ' : title}"]`,
        ...members.map((card) => `    ${nodeLine(card, names)}`),
        '  end',
      ];
    }),
    ...outside.map((card) => `  ${nodeLine(card, names)}`),
    ...scene.lines.flatMap((line) => lineLine(line, names)),
    '',
  ].join('\n');
}

function nodeLine(card: PictureCard, names: ReadonlyMap<string, string>): string {
  const words = [card.label, card.serviceLabel].map(mermaidText).filter((part) => part !== '');
  const [open, close] = shapeOf(card);
  return `${names.get(card.id) ?? ''}${open}"${words.length === 0 ? ' ' : words.join('<br/>')}"${close}`;
}

/** What keeps data is a cylinder, a bus a hexagon. */
function shapeOf({ kind, serviceType }: PictureCard): readonly [string, string] {
  if (kind === 'bus') return ['{{', '}}'];
  return serviceOf(serviceType)?.category === 'data' ? ['[(', ')]'] : ['[', ']'];
}

function lineLine(
  { from, to, labels, delivery, isReference }: PictureLine,
  names: ReadonlyMap<string, string>,
): string[] {
  const [a, b] = [names.get(from), names.get(to)];
  if (a === undefined || b === undefined) return [];
  if (isReference) return [`  ${a} -.- ${b}`];
  const words = labels.map(mermaidText).filter((part) => part !== '');
  const label = words.length === 0 ? '' : `|"${words.join('<br/>')}"|`;
  return [`  ${a} ${delivery === 'async' ? '-.->' : '-->'}${label} ${b}`];
}
