import { describe, expect, test } from 'vitest';
import '../catalog/further.js';
import { design, idOf } from '../../test/helpers/design-text.js';
import { icons } from '../../test/pictures/any-picture.js';
import { everyElement, parseXml } from '../../test/pictures/xml.js';
import { services } from '../catalog/index.js';
import { serialiseDesign } from '../model/serialise.js';
import { resolveSystem } from '../system/resolve.js';
import { iconStyle } from './drawio-shapes.js';
import {
  designTextIn,
  laidOut,
  largestScale,
  mermaidStates,
  paperFor,
  pictureDrawio,
  pictureMermaid,
  picturePage,
  pictureScene,
  pictureSvg,
  type PictureOptions,
} from './index.js';
import { pageScript } from './page-script.js';

const shop = design(`
  [Shop: Web] rest-api Orders API -(method: POST, path: /orders)-> lambda-function Put(work: transport)
  lambda-function Put -(actions: ["putItem"])-> dynamodb-table Orders
  [Post] sqs-queue Mails -> lambda-function Send
`);
const shopSystem = await laidOut(resolveSystem(shop));
const sceneOf = (options: Partial<PictureOptions> = {}) =>
  pictureScene(shopSystem, { language: 'en', theme: 'light', ...options });
const nothing = new Set<string>();

describe('the scene', () => {
  test('has every node, context and connection in the words of its language', () => {
    const { cards, areas, lines } = sceneOf({ language: 'ja' });
    expect(cards.map(({ label, serviceLabel }) => `${label}: ${serviceLabel}`)).toContain('Orders: DynamoDB テーブル');
    expect(areas.map(({ label, team }) => [label, team])).toEqual([
      ['Shop', 'チーム: Web'],
      ['Post', ''],
    ]);
    expect(lines.map(({ label, delivery }) => `${label} ${delivery}`)).toContain('POST /orders sync');
    expect(lines.some(({ delivery }) => delivery === 'async')).toBe(true);
  });

  test('of a selection shows that part, with the areas that it needs', () => {
    const put = idOf(shop, 'Put');
    const { cards, areas, lines, box } = sceneOf({
      scope: { nodes: new Set([put]), contexts: nothing, notes: nothing },
    });
    expect([cards.map(({ id }) => id), areas.map(({ label }) => label), lines]).toEqual([[put], ['Shop'], []]);
    expect(box.width).toBeLessThan(sceneOf().box.width + 1);
    const context = sceneOf({ scope: { nodes: nothing, contexts: new Set([areas[0]?.id ?? '']), notes: nothing } });
    expect(context.cards.map(({ label }) => label).sort()).toEqual(['Orders', 'Orders API', 'Put']);
    expect(context.lines.length).toBe(2);
  });

  test('draws a collapsed context as one card that stands for its members, with their lines', () => {
    const { design: open } = shopSystem;
    const [id = ''] = Object.keys(open.contexts);
    const area = { x: 0, y: 0, width: 200, height: 200, collapsed: true };
    const closed = resolveSystem({
      ...open,
      layout: { ...open.layout, contexts: { ...open.layout.contexts, [id]: area } },
    });
    const scene = pictureScene(closed, { language: 'en', theme: 'light' });
    expect(scene.areas.map(({ label, members }) => [label, members])).toEqual([
      ['Shop', '3 nodes'],
      ['Post', ''],
    ]);
    expect(scene.cards.map(({ label }) => label).sort()).toEqual(['Mails', 'Send']);
    expect(scene.lines.length).toBe(1);
    expect(pictureMermaid(scene)).toContain('  c1["Shop, team Web<br/>3 nodes"]');
    expect(pictureSvg(scene, { icons })).toContain('team Web · 3 nodes');
  });

  test('marks what the canvas marks only when asked', () => {
    expect(sceneOf().cards.some(({ isTransport }) => isTransport)).toBe(false);
    const marked = sceneOf({ marks: new Map([[idOf(shop, 'Put'), { findings: 3, problems: 0, isKept: false }]]) });
    expect(marked.cards.filter(({ isTransport }) => isTransport).map(({ label }) => label)).toEqual(['Put']);
    expect(pictureSvg(marked, { icons })).toContain('>3</text>');
  });
});

describe('SVG', () => {
  test("holds each of AWS's drawings once, unchanged, and says whose they are", () => {
    const svg = pictureSvg(sceneOf(), { icons });
    const lambda = icons['architecture-service/AWSLambda'] ?? '';
    const drawing = /<g [\s\S]*<\/g>/.exec(lambda)?.[0] ?? 'none';
    expect(svg.split(drawing).length).toBe(2);
    expect(svg).toContain('CC-BY-ND 2.0');
    expect([...everyElement(parseXml(svg))].filter(({ name }) => name === 'use').length).toBe(5);
  });

  test('has no background where none is wanted, and the design only where it is wanted', () => {
    const text = serialiseDesign(shop);
    expect(pictureSvg(sceneOf(), { icons })).toContain('fill="#f7f8fa"');
    expect(pictureSvg(sceneOf(), { icons, background: 'transparent' })).not.toContain('fill="#f7f8fa"');
    expect(designTextIn(pictureSvg(sceneOf(), { icons, design: text }))).toBe(text);
    expect(designTextIn(pictureSvg(sceneOf(), { icons }))).toBeUndefined();
  });

  test('of nothing is a small empty picture', () => {
    const scene = pictureScene(resolveSystem(design('')), { language: 'en', theme: 'dark' });
    expect(parseXml(pictureSvg(scene, { icons })).attributes['viewBox']).toBe('-24 -24 48 48');
  });
});

describe('draw.io', () => {
  const cells = [...everyElement(parseXml(pictureDrawio(sceneOf(), { icons })))].filter(
    ({ name }) => name === 'mxCell',
  );
  const cell = (id: string) => cells.find(({ attributes }) => attributes['id'] === id);

  test('puts nodes into the containers of their contexts, in coordinates of these', () => {
    const put = cell(`node-${idOf(shop, 'Put')}`);
    const parent = put?.attributes['parent'] ?? '';
    expect(cell(parent)?.attributes['style']).toContain('container=1');
    const inner = put?.children[0]?.attributes;
    const outer = cell(parent)?.children[0]?.attributes;
    const at = shopSystem.design.layout.nodes[idOf(shop, 'Put')];
    expect(Number(inner?.['x']) + Number(outer?.['x'])).toBe(at?.x);
    expect(Number(inner?.['y']) + Number(outer?.['y'])).toBe(at?.y);
  });

  test('has a drawing of AWS for every service of the catalog', () => {
    const without = services.filter(
      ({ icon }) => !/mxgraph\.aws4\.[a-z_]+|image=data:image\/svg/.test(iconStyle(icon, icons)),
    );
    expect(without.map(({ type }) => type)).toEqual([]);
  });
});

test('Mermaid: contexts are subgraphs, tables cylinders, asynchronous connections dotted', () => {
  const lines = pictureMermaid(sceneOf()).split('\n');
  expect(lines).toContain('  subgraph c1["Shop, team Web"]');
  expect(lines.some((line) => /n\d\[\("Orders<br\/>DynamoDB table"\)\]/.test(line))).toBe(true);
  expect(lines.some((line) => /-->\|"POST \/orders"\|/.test(line))).toBe(true);
  expect(lines.some((line) => line.includes('-.->'))).toBe(true);
});

test('Mermaid of a state machine: choices, catchers and what runs inside', () => {
  const text = JSON.stringify({
    StartAt: 'Which',
    States: {
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.size > 3 %}', Next: 'Each "one"' }],
        Default: 'Done',
      },
      'Each "one"': {
        Type: 'Map',
        ItemProcessor: { StartAt: 'Do', States: { Do: { Type: 'Pass', End: true } } },
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
        Next: 'Done',
      },
      Done: { Type: 'Succeed' },
    },
  });
  expect(mermaidStates({ format: 'json', text, substitutions: {} })?.split('\n')).toEqual([
    'stateDiagram-v2',
    '  state "Which · Choice" as s1',
    '  state "Each #34;one#34; · Map" as s2 {',
    '    state "Do · Pass" as s3',
    '    [*] --> s3',
    '    s3 --> [*]',
    '  }',
    '  state "Done · Succeed" as s4',
    '  [*] --> s1',
    '  s1 --> s2: #36;states.input.size #62; 3',
    '  s1 --> s4: Default',
    '  s2 --> s4',
    '  s2 --> s4: Catch States.ALL',
    '  s4 --> [*]',
    '',
  ]);
  expect(mermaidStates({ format: 'json', text: '{', substitutions: {} })).toBeUndefined();
});

test('the page lets its own script run and no other', async () => {
  const page = await picturePage(shopSystem, sceneOf(), { icons });
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pageScript));
  expect(page).toContain(`script-src &#39;sha256-${Buffer.from(hash).toString('base64')}&#39;`);
  expect(page).toContain(`<script>${pageScript}</script>`);
});

test('sizes: paper has no longer side than a PDF, pixels no more than browsers hold', () => {
  expect(paperFor({ width: 1592, height: 1048 })).toEqual({ width: 1592, height: 1048 });
  expect(paperFor({ width: 38_400, height: 1000 })).toEqual({ width: 19_200, height: 500 });
  expect(largestScale({ width: 1592, height: 1048 })).toBe(4);
  expect(largestScale({ width: 8192, height: 1000 })).toBe(2);
  expect(largestScale({ width: 20_000, height: 1000 })).toBeLessThan(1);
});
