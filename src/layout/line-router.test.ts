import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import type { Box, Point } from '../model/design.js';
import { overlaps } from './geometry.js';
import { LineRouter } from './line-router.js';
import { pillBox } from './pill-box.js';
import type { Route, RouteRequest, Scene, SceneNode } from './scene.js';
import { crossesBox, segmentsOf } from './segments.js';

/** Cards in a grid, wide enough apart for lines and words. */
function gridScene(columns: number, rows: number): Scene {
  const nodes = new Map<string, SceneNode>();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      nodes.set(`n${String(column)}-${String(row)}`, {
        box: { x: column * 300, y: row * 160, width: 176, height: 56 },
        isBus: false,
      });
  return { nodes, titles: [], areas: [] };
}

function withNode(scene: Scene, id: string, at: Point): Scene {
  const node = scene.nodes.get(id);
  return {
    ...scene,
    nodes: new Map([
      ...scene.nodes,
      [id, { isBus: node?.isBus ?? false, box: { ...(node?.box ?? { width: 176, height: 56 }), ...at } }],
    ]),
  };
}

const line = (from: string, to: string): RouteRequest => ({ id: `${from} ${to}`, from, to, pillWidth: 60 });

/** A chain through every column, and lines between the columns. */
function gridLines(columns: number, rows: number): readonly RouteRequest[] {
  const lines: RouteRequest[] = [];
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++) {
      const from = `n${String(column)}-${String(row)}`;
      if (row + 1 < rows) lines.push(line(from, `n${String(column)}-${String(row + 1)}`));
      if (column + 1 < columns && row % 2 === 0) lines.push(line(from, `n${String(column + 1)}-${String(row)}`));
    }
  return lines;
}

const changed = (before: ReadonlyMap<string, Route>, after: ReadonlyMap<string, Route>): readonly string[] =>
  [...after].filter(([id, route]) => before.get(id) !== route).map(([id]) => id);

describe('a drawing that changes', () => {
  const scene = gridScene(6, 8);
  const requests = gridLines(6, 8);

  test('a node that moves takes its own lines along, and the rest keeps its place', () => {
    const router = new LineRouter();
    router.update(scene, requests);
    const before = router.routes;
    router.update(withNode(scene, 'n3-4', { x: 920, y: 660 }), requests);
    const after = changed(before, router.routes);
    expect(after).toEqual(expect.arrayContaining(requests.filter(({ id }) => id.includes('n3-4')).map(({ id }) => id)));
    // Its own lines, and those that share a side of a card with one of them.
    const near = new Set(['n3-4', 'n2-4', 'n4-4', 'n3-3', 'n3-5']);
    expect(after.filter((id) => !id.split(' ').some((end) => near.has(end)))).toEqual([]);
  });

  test('what changes nothing of the drawing routes nothing', () => {
    const router = new LineRouter();
    router.update(scene, requests);
    const before = router.routes;
    router.update(
      { ...scene, nodes: new Map(scene.nodes) },
      requests.map((request) => ({ ...request })),
    );
    expect(router.routes).toBe(before);
  });

  test('a line gives way to a card that is put upon it, also where it is not of its own', () => {
    const router = new LineRouter();
    router.update(scene, [line('n0-0', 'n0-3')]);
    const path = router.routes.get('n0-0 n0-3')?.points ?? [];
    const middle = { x: (path[1]?.x ?? 0) - 88, y: ((path[1]?.y ?? 0) + (path[2]?.y ?? 0)) / 2 - 28 };
    router.update(withNode(scene, 'n5-7', middle), [line('n0-0', 'n0-3')]);
    expect(router.routes.get('n0-0 n0-3')?.points).not.toEqual(path);
  });

  test('many lines are routed in slices; until then each is drawn, and no slice is lost to a change in between', () => {
    const big = gridScene(12, 12);
    const lines = gridLines(12, 12);
    const router = new LineRouter();
    router.update(big, lines);
    expect(router.isPending).toBe(true);
    expect(router.routes.size).toBe(lines.length);
    let steps = 0;
    expect(router.work(() => ++steps === 40)).toBe(false);
    const moved = withNode(big, 'n5-5', { x: 1520, y: 830 });
    router.update(moved, lines.slice(1));
    while (!router.work(() => true));
    expect(router.routes.size).toBe(lines.length - 1);
    const fresh = new LineRouter();
    fresh.update(moved, lines.slice(1));
    fresh.work(() => false);
    expect([...router.routes].sort()).toEqual([...fresh.routes].sort());
  });

  test('what is taken back looks exactly as before, and what is made again as after, however many steps', () => {
    const router = new LineRouter();
    router.update(scene, requests);
    const spots = [
      { x: 920, y: 660 },
      { x: 40, y: 300 },
      { x: 700, y: 820 },
    ];
    const scenes = [scene];
    const shown = [[...router.routes].sort()];
    for (const [index, at] of spots.entries()) {
      const next = withNode(scenes.at(-1) ?? scene, `n${String(index)}-${String(index + 1)}`, at);
      scenes.push(next);
      router.update(next, requests);
      shown.push([...router.routes].sort());
    }
    for (const step of [2, 1, 0, 1, 2, 1, 2, 3]) {
      router.update(scenes[step] ?? scene, requests);
      expect([...router.routes].sort()).toEqual(shown[step]);
    }
  });

  test('a node that is taken away and comes back finds its lines; what happens in between counts', () => {
    const router = new LineRouter();
    router.update(scene, requests);
    const before = [...router.routes].sort();
    const without: Scene = { ...scene, nodes: new Map([...scene.nodes].filter(([id]) => id !== 'n3-4')) };
    const others = requests.filter(({ from, to }) => from !== 'n3-4' && to !== 'n3-4');
    router.update(without, others);
    expect([...router.routes.keys()].sort()).toEqual(others.map(({ id }) => id).sort());
    router.update(scene, requests);
    expect([...router.routes].sort()).toEqual(before);
    // A card that now stands where the line would run keeps it away.
    router.update(without, others);
    const blocked = withNode(without, 'n0-7', { x: 900, y: 560 });
    router.update(blocked, others);
    router.update(withNode(blocked, 'n3-4', { x: 900, y: 640 }), requests);
    for (const [id, { points }] of router.routes)
      if (!id.includes('n0-7'))
        for (const segment of segmentsOf(points))
          expect([id, crossesBox(segment, { x: 900, y: 560, width: 176, height: 56 })]).toEqual([id, false]);
  });

  test('a drag shows the lines of what is dragged, and leaves no trace', () => {
    const router = new LineRouter();
    router.update(scene, requests);
    const before = [...router.routes];
    const box: Box = { x: 1000, y: 700, width: 176, height: 56 };
    const shown = router.preview(new Map([['n3-4', box]]));
    expect([...shown.keys()].sort()).toEqual(
      requests
        .filter(({ from, to }) => from === 'n3-4' || to === 'n3-4')
        .map(({ id }) => id)
        .sort(),
    );
    expect([...router.routes]).toEqual(before);
    expect(router.preview(new Map([['n3-4', box]]))).toEqual(shown);
  });

  test('lines between nodes that are dragged together go with them as they are', () => {
    const router = new LineRouter();
    router.update(scene, requests);
    const boxOf = (id: string): Box => ({ ...(scene.nodes.get(id)?.box ?? { x: 0, y: 0, width: 0, height: 0 }) });
    const by = (box: Box): Box => ({ ...box, x: box.x + 40, y: box.y - 12 });
    const shown = router.preview(new Map(['n1-1', 'n1-2'].map((id) => [id, by(boxOf(id))])));
    const old = router.routes.get('n1-1 n1-2');
    expect(shown.get('n1-1 n1-2')?.points).toEqual(old?.points.map(({ x, y }) => ({ x: x + 40, y: y - 12 })));
  });
});

describe('labels', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 40 }) });

  test('never lie on cards, titles or each other, however a person put the cards', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(place, { minLength: 2, maxLength: 14, selector: ({ x, y }) => `${String(x)} ${String(y)}` }),
        fc.array(fc.tuple(fc.nat(13), fc.nat(13), fc.constantFrom(40, 80, 168)), { maxLength: 24 }),
        fc.array(place, { maxLength: 4 }),
        (cards, ends, titles) => {
          const nodes = new Map(
            cards.map(({ x, y }, index): [string, SceneNode] => [
              `n${String(index)}`,
              { box: { x: x * 20, y: y * 20, width: index === 0 ? 376 : 176, height: 56 }, isBus: index === 0 },
            ]),
          );
          const titleBoxes = titles.map(({ x, y }) => ({ x: x * 20, y: y * 20, width: 120, height: 20 }));
          const requests = ends.map(([from, to, pillWidth], index) => ({
            id: `l${String(index)}`,
            from: `n${String(from % cards.length)}`,
            to: `n${String(to % cards.length)}`,
            pillWidth,
          }));
          const router = new LineRouter();
          router.update({ nodes, titles: titleBoxes, areas: [] }, requests);
          const pills = [...router.routes.values()].flatMap(({ pill, pillWidth }) =>
            pill === undefined ? [] : [pillBox(pill, pillWidth)],
          );
          for (const [index, pill] of pills.entries()) {
            expect([...nodes.values()].some(({ box }) => overlaps(pill, box))).toBe(false);
            expect(titleBoxes.some((title) => overlaps(pill, title))).toBe(false);
            expect(pills.slice(index + 1).some((other) => overlaps(pill, other))).toBe(false);
          }
        },
      ),
      { numRuns: scaled(60) },
    );
  });
});
