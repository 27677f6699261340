import { serviceIcons } from 'virtual:service-icons';
import { serviceOf } from '../../catalog/index.js';
import { entries, lookup, type Design } from '../../model/design.js';
import { systemOf } from '../../system/resolve.js';

const step = { x: 44, y: 36 };
const icon = 22;
const margin = 6;

/** The order of places: what is far apart in the design stands in neighbouring columns of the preview. */
const ranksOf = (values: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...new Set(values)].sort((a, b) => a - b).map((value, index) => [value, index]));

/** A small picture of a pattern: its icons where they stand to each other, and the lines between them. */
export function PatternPreview({ design }: { readonly design: Design }) {
  const places = entries(design.nodes).flatMap(([id, node]) => {
    const at = lookup(design.layout.nodes, id);
    return at === undefined ? [] : [{ id, node, x: at.x, y: at.y }];
  });
  const columns = ranksOf(places.map(({ x }) => x));
  const rows = ranksOf(places.map(({ y }) => y));
  const centres = new Map(
    places.map(({ id, x, y }) => [
      id,
      { x: margin + icon / 2 + (columns.get(x) ?? 0) * step.x, y: margin + icon / 2 + (rows.get(y) ?? 0) * step.y },
    ]),
  );
  // With those that follow from Task states and from fields.
  const connections = [...systemOf(design).connections.values()];
  const width = 2 * margin + icon + (columns.size - 1) * step.x;
  const height = 2 * margin + icon + (rows.size - 1) * step.y;
  return (
    <svg className="pattern-preview" viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
      {connections.map(({ id, from, to, delivery }) => {
        const [a, b] = [centres.get(from), centres.get(to)];
        return a === undefined || b === undefined ? null : (
          <line key={id} x1={a.x} y1={a.y} x2={b.x} y2={b.y} data-async={delivery === 'async'} />
        );
      })}
      {places.map(({ id, node }) => {
        const at = centres.get(id);
        const name = serviceOf(node.service)?.icon;
        const url = name === undefined ? undefined : lookup(serviceIcons, name);
        return at === undefined || url === undefined ? null : (
          <image key={id} href={url} x={at.x - icon / 2} y={at.y - icon / 2} width={icon} height={icon} />
        );
      })}
    </svg>
  );
}
