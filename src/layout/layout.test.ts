import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import { connectionId, contextId, nodeId, type Box, type Design } from '../model/design.js';
import { contextBox, nodeBoxes, overlaps } from './geometry.js';
import { layoutDesign } from './layout.js';
import { linksOf } from './links.js';
import { pillBox, pillWidthOf } from './pills.js';
import { placeBeside } from './place.js';
import { routeConnections, type Scene } from './routes.js';
import { crossesBox, segmentsOf } from './segments.js';
import { shop, sketch } from './sketch.fixture.js';

async function laidOut(design: Design): Promise<Design> {
  return { ...design, layout: { ...design.layout, ...(await layoutDesign(design)) } };
}

const areasOf = (design: Design): Box[] => Object.keys(design.contexts).flatMap((id) => contextBox(design, id) ?? []);

const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((a, index) => items.slice(index + 1).map((b): [Item, Item] => [a, b]));

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const titleOf = ({ x, y }: Box): Box => ({ x: x + 16, y: y + 12, width: 90, height: 20 });

function sceneOf(design: Design): Scene {
  return {
    nodes: new Map(
      [...nodeBoxes(design)].map(([id, box]) => [
        id,
        { box, isBus: design.nodes[nodeId(id)]?.service === 'event-bus' },
      ]),
    ),
    titles: areasOf(design).map(titleOf),
    areas: areasOf(design),
  };
}

describe('layout', () => {
  test('every node has a place of its own, inside its context, and areas lie apart', async () => {
    const design = await laidOut(shop());
    const boxes = nodeBoxes(design);
    expect(boxes.size).toBe(Object.keys(design.nodes).length);
    expect(pairs([...boxes.values()]).filter(([a, b]) => overlaps(a, b, 20))).toEqual([]);
    expect(pairs(areasOf(design)).filter(([a, b]) => overlaps(a, b, 20))).toEqual([]);
    for (const [id, box] of boxes) {
      const { context } = design.nodes[nodeId(id)] ?? {};
      const area = context === undefined ? undefined : design.layout.contexts[context];
      if (context !== undefined) expect(area && contains(area, box)).toBe(true);
      else for (const other of areasOf(design)) expect(overlaps(other, box)).toBe(false);
    }
  });

  test('a node of a context that is not there has a place as well', async () => {
    const design = shop();
    const lost = Object.fromEntries(
      Object.entries(design.nodes).map(([id, node], index) => [
        id,
        index === 0 ? { ...node, context: contextId('gone') } : node,
      ]),
    );
    const { nodes } = await layoutDesign({ ...design, nodes: lost });
    expect(Object.keys(nodes).sort()).toEqual(Object.keys(design.nodes).sort());
  });

  test('the bus lies between two rows of contexts, as wide as they are', async () => {
    const design = await laidOut(shop());
    const bus = nodeBoxes(design).get('main');
    const areas = areasOf(design);
    if (bus === undefined) throw new Error('no bus');
    expect(areas.some((area) => area.y + area.height < bus.y)).toBe(true);
    expect(areas.some((area) => area.y > bus.y + bus.height)).toBe(true);
    expect(Math.max(...areas.map((area) => area.x + area.width))).toBe(bus.x + bus.width);
  });

  test('equal designs give equal positions, whatever the order of their connections', async () => {
    const design = shop();
    const shuffled = { ...design, connections: Object.fromEntries(Object.entries(design.connections).reverse()) };
    expect(await layoutDesign(shuffled)).toEqual(await layoutDesign(design));
  });

  test('a pinned node stays, and nothing comes to lie upon it', async () => {
    const design = await laidOut(
      sketch({ '': 'api:http-api, fn:lambda-function, table:dynamodb-table' }, ['api > fn', 'fn > table']),
    );
    const at = design.layout.nodes['fn'];
    const pinned = {
      ...design,
      layout: { ...design.layout, nodes: { ...design.layout.nodes, api: { x: 0, y: at?.y ?? 0, pinned: true } } },
    };
    const again = await laidOut(pinned);
    expect(again.layout.nodes['api']).toEqual({ x: 0, y: at?.y ?? 0, pinned: true });
    expect(pairs([...nodeBoxes(again).values()]).filter(([a, b]) => overlaps(a, b))).toEqual([]);
  });

  test('an empty design, a lone node and a context without members have a layout', async () => {
    expect(await layoutDesign(sketch({}))).toEqual({ nodes: {}, contexts: {} });
    expect(await layoutDesign(sketch({ '': 'one:sqs-queue' }))).toEqual({
      nodes: { one: { x: 0, y: 0 } },
      contexts: {},
    });
    const design = sketch({ Sales: 'a:sqs-queue' });
    const { contexts } = await layoutDesign({ ...design, nodes: {} });
    expect(contexts['sales']).toMatchObject({ width: 208, height: 116 });
  });
});

/** Contexts with members, a bus or none, and links between any of them. */
const anyDesign = fc
  .record({
    sizes: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
    loose: fc.integer({ min: 0, max: 4 }),
    buses: fc.integer({ min: 0, max: 2 }),
    links: fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 20 }),
    pins: fc.uniqueArray(
      fc.record({ node: fc.nat(29), x: fc.integer({ min: -3, max: 4 }), y: fc.integer({ min: -3, max: 5 }) }),
      {
        maxLength: 4,
        selector: ({ x, y }) => `${String(x)} ${String(y)}`,
      },
    ),
  })
  .map(({ sizes, loose, buses, links, pins }) => {
    const names = (prefix: string, count: number, service: string): string =>
      Array.from({ length: count }, (_, index) => `${prefix}${String(index)}:${service}`).join(', ');
    const groups: Record<string, string> = {};
    sizes.forEach((size, index) => {
      if (size > 0) groups[`Area ${String(index)}`] = names(`m${String(index)}x`, size, 'lambda-function');
    });
    const free = [names('loose', loose, 'sqs-queue'), names('bus', buses, 'event-bus')].filter((part) => part !== '');
    const plain = sketch(free.length === 0 ? groups : { '': free.join(', '), ...groups });
    const ids = Object.keys(plain.nodes);
    const id = (index: number): string => ids[index % ids.length] ?? '';
    const linked: Design =
      ids.length === 0
        ? plain
        : {
            ...plain,
            connections: Object.fromEntries(
              links
                .filter(([from, to]) => id(from) !== id(to))
                .map(([from, to], index) => [
                  connectionId(`c${String(index)}`),
                  { kind: 'uses', from: nodeId(id(from)), to: nodeId(id(to)), props: {} },
                ]),
            ),
          };
    const pinned = new Map(
      ids.length === 0 ? [] : pins.map(({ node, x, y }) => [id(node), { x: x * 480, y: y * 160, pinned: true }]),
    );
    return { design: { ...linked, layout: { ...linked.layout, nodes: Object.fromEntries(pinned) } }, pinned };
  });

describe('layout of any design', () => {
  test('cards do not overlap, members are in their areas, areas lie apart, and what is locked stays', async () => {
    await fc.assert(
      fc.asyncProperty(anyDesign, async ({ design: given, pinned }) => {
        const design = await laidOut(given);
        const boxes = nodeBoxes(design);
        expect(boxes.size).toBe(Object.keys(design.nodes).length);
        for (const [id, { x, y }] of pinned) expect(design.layout.nodes[nodeId(id)]).toMatchObject({ x, y });
        // Where two things are locked onto each other, nothing can be done about it.
        const isHeld = (id: string): boolean => pinned.has(id);
        for (const [[a, one], [b, other]] of pairs([...boxes]))
          expect([a, b, overlaps(one, other) && !(isHeld(a) && isHeld(b))]).toEqual([a, b, false]);
        const holding = new Set([...pinned.keys()].map((id) => design.nodes[nodeId(id)]?.context));
        for (const [id, { context }] of Object.entries(design.nodes)) {
          const area = context === undefined ? undefined : design.layout.contexts[context];
          const box = boxes.get(id);
          if (area !== undefined && box !== undefined) expect(contains(area, box)).toBe(true);
        }
        for (const [[a, one], [b, other]] of pairs(Object.entries(design.layout.contexts))) {
          const isFixed = [...holding].filter((context) => context === a || context === b).length === 2;
          expect([a, b, overlaps(one, other) && !isFixed]).toEqual([a, b, false]);
        }
      }),
      { numRuns: scaled(25) },
    );
  }, 60_000);

  test('a layout can be given up', async () => {
    const control = new AbortController();
    const layout = layoutDesign(shop(), [], control.signal);
    control.abort();
    await expect(layout).rejects.toThrow();
  });
});

describe('place of a new node', () => {
  test('is free, near its neighbour, and moves nothing', async () => {
    let design = await laidOut(shop());
    const before = design.layout.nodes;
    for (let count = 0; count < 12; count++) {
      const at = placeBeside(design, 'list', 'lambda-function');
      const box = { ...at, width: 176, height: 56 };
      expect([...nodeBoxes(design).values()].some((other) => overlaps(box, other, 15))).toBe(false);
      const id = nodeId(`new-${String(count)}`);
      design = {
        ...design,
        nodes: { ...design.nodes, [id]: { service: 'lambda-function', label: id, origin: 'created', props: {} } },
        layout: { ...design.layout, nodes: { ...design.layout.nodes, [id]: at } },
      };
    }
    expect(design.layout.nodes).toMatchObject(before);
  });
});

describe('routes', () => {
  const words = ['PUT /orders', 'batch 10', 'VideoStatusUpdated', 'writes', '注文が作成されました'];

  test('run round the cards, and no pill lies on a card, a title or another pill', async () => {
    const design = await laidOut(shop());
    const scene = sceneOf(design);
    const requests = linksOf(design).map((link, index) => ({
      ...link,
      id: `${link.from} ${link.to}`,
      pillWidth: pillWidthOf(words[index % words.length] ?? ''),
    }));
    const routes = routeConnections(scene, requests);
    const boxes = [...scene.nodes];
    const pills = requests.flatMap(({ id, pillWidth }) => {
      const pill = routes.get(id)?.pill;
      return pill === undefined ? [] : [pillBox(pill, pillWidth)];
    });
    for (const { id, from, to } of requests)
      for (const segment of segmentsOf(routes.get(id)?.points ?? []))
        for (const [other, { box }] of boxes)
          if (other !== from && other !== to) expect([id, other, crossesBox(segment, box)]).toEqual([id, other, false]);
    for (const pill of pills) {
      expect(boxes.filter(([, { box }]) => overlaps(pill, box))).toEqual([]);
      expect(scene.titles.filter((title) => overlaps(pill, title))).toEqual([]);
    }
    expect(pairs(pills).filter(([a, b]) => overlaps(a, b))).toEqual([]);
    expect(pills.length).toBeGreaterThanOrEqual(requests.length - 2);
  });

  test('a bus is entered straight above or below the other end', () => {
    const box = { x: 40, y: 0, width: 176, height: 56 };
    const scene: Scene = {
      nodes: new Map([
        ['fn', { box, isBus: false }],
        ['bus', { box: { x: 0, y: 150, width: 800, height: 48 }, isBus: true }],
      ]),
      titles: [],
      areas: [],
    };
    const route = routeConnections(scene, [{ id: 'a', from: 'fn', to: 'bus', pillWidth: 60 }]).get('a');
    expect(route?.points).toEqual([
      { x: 128, y: 56 },
      { x: 128, y: 150 },
    ]);
    expect(route?.pill).toEqual({ x: 128, y: 103 });
  });
});
