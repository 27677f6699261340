import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDesign, type Design } from '../../src/model/design.js';
import { serialiseDesign } from '../../src/model/serialise.js';
import {
  designTextIn,
  laidOut,
  mermaidDocument,
  pictureDrawio,
  pictureMermaid,
  picturePage,
  pictureScene,
  pictureSvg,
} from '../../src/pictures/index.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { scaled } from '../helpers/scale.js';
import { anyDesign, hostile, icons } from './any-picture.js';
import { everyElement, parseXml } from './xml.js';

const options = {
  language: 'ja',
  theme: 'dark',
  marks: new Map([['n-0', { findings: 2, problems: 1, isKept: false }]]),
} as const;
const sceneOf = (design: Design) => pictureScene(resolveSystem(design), options);
const runs = { numRuns: scaled(60) };

const svgElements = ['svg', 'title', 'desc', 'metadata', 'defs', 'symbol', 'g', 'rect', 'path', 'use', 'text', 'tspan'];
const insideIcons = ['circle', 'ellipse', 'line', 'polygon', 'polyline', 'linearGradient', 'stop', 'clipPath', 'mask'];

describe('SVG of any design', () => {
  test('is well-formed, has no element but ours and refers to nothing outside', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = serialiseDesign(design);
        const svg = pictureSvg(sceneOf(design), { icons, design: text });
        const elements = [...everyElement(parseXml(svg))];
        const known = [...svgElements, ...insideIcons, 'servicefull-design'];
        expect(elements.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
        const attributes = elements.flatMap((element) => Object.entries(element.attributes));
        expect(attributes.filter(([name]) => /^on/i.test(name))).toEqual([]);
        expect(attributes.filter(([name, value]) => name === 'href' && !/^#icon-\d+$/.test(value))).toEqual([]);
        expect(attributes.filter(([, value]) => /NaN|Infinity|undefined/.test(value) && !value.includes(' '))).toEqual(
          [],
        );
        expect(designTextIn(svg)).toBe(text);
      }),
      runs,
    );
  });

  test('says every label as it is, as far as XML can', () => {
    const labels = hostile.filter((label) => !/[\u0000-\u0008\ufffe\ud800\s]/.test(label) && label !== '');
    const design: Design = {
      ...emptyDesign('Labels'),
      nodes: Object.fromEntries(
        labels.map((label, index) => [
          `n-${String(index)}`,
          { service: 'sqs-queue', label, origin: 'created', props: {} },
        ]),
      ),
      layout: {
        ...emptyDesign('').layout,
        nodes: Object.fromEntries(labels.map((_, index) => [`n-${String(index)}`, { x: 0, y: index * 80 }])),
      },
    };
    const titles = [...everyElement(parseXml(pictureSvg(sceneOf(design), { icons })))]
      .filter(({ name }) => name === 'title')
      .map(({ text }) => text);
    for (const label of labels) expect(titles).toContain(`${label} · SQS キュー`);
  });
});

describe('draw.io file of any design', () => {
  test('is well-formed mxGraph: every parent, source and target is there, no id twice', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = serialiseDesign(design);
        const file = pictureDrawio(sceneOf(design), { icons, design: text });
        const root = parseXml(file);
        expect([root.name, root.children[0]?.name, root.children[0]?.children[0]?.name]).toEqual([
          'mxfile',
          'diagram',
          'mxGraphModel',
        ]);
        const cells = [...everyElement(root)].filter(({ name }) => name === 'mxCell' || name === 'UserObject');
        const ids = cells.flatMap(({ attributes }) => attributes['id'] ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const references = cells.flatMap(({ attributes: { parent, source, target } }) =>
          [parent, source, target].flatMap((id) => id ?? []),
        );
        expect(references.filter((id) => !ids.includes(id))).toEqual([]);
        expect(designTextIn(file)).toBe(text);
      }),
      runs,
    );
  });

  test('shows labels as words: their HTML is escaped once more', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const values = [...everyElement(parseXml(pictureDrawio(sceneOf(design), { icons })))].flatMap(
          ({ attributes }) => attributes['value'] ?? [],
        );
        const own = /<\/?(?:b|br|font)(?: color="#[0-9a-f]{6}"| style="[a-z0-9:-]+")*>/g;
        for (const value of values) expect(value.replace(own, '')).not.toMatch(/[<>]/);
      }),
      runs,
    );
  });
});

describe('Mermaid of any design', () => {
  // What Mermaid reads inside quotes and does not take for anything else.
  const quoted = String.raw`"(?:[^"\x00-\x1f\x21-\x7e]|[A-Za-z0-9._,/()+-]|#\d{2,3};|<br/>)+"`;
  const node = String.raw`n\d+(?:\[${quoted}\]|\[\(${quoted}\)\]|\{\{${quoted}\}\})`;
  const line = new RegExp(
    String.raw`^(?:flowchart LR|  subgraph c\d+\[${quoted}\]|  end|(?:  )?  ${node}|  c\d+\[${quoted}\]|  [nc]\d+ -\.- [nc]\d+|  [nc]\d+ (?:-->|-\.->)(?:\|${quoted}\|)? [nc]\d+|)$`,
    'u',
  );

  test('has only lines of its grammar, whatever the labels say', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        expect(
          pictureMermaid(sceneOf(design))
            .split('\n')
            .filter((one) => !line.test(one)),
        ).toEqual([]);
      }),
      runs,
    );
  });

  test('as Markdown keeps every fence closed', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = mermaidDocument(resolveSystem(design), sceneOf(design));
        expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
      }),
      runs,
    );
  });
});

test('a page of any design holds its own script and no other, and the design', async () => {
  await fc.assert(
    fc.asyncProperty(anyDesign, async (design) => {
      const text = serialiseDesign(design);
      const page = await picturePage(resolveSystem(design), sceneOf(design), { icons, design: text });
      expect(page.match(/<script\b[^>]*>/g)).toEqual([
        '<script type="application/json" id="nodes">',
        '<script type="application/json" id="words">',
        '<script>',
      ]);
      expect(page.match(/<img|<iframe|<link|https?:\/\/(?!www\.w3\.org\/2000\/svg)/g)).toBeNull();
      expect(designTextIn(page)).toBe(text);
    }),
    { numRuns: scaled(20) },
  );
});

test('a design without positions is drawn as well', async () => {
  await fc.assert(
    fc.asyncProperty(anyDesign, async (design) => {
      const bare = { ...design, layout: emptyDesign('').layout };
      const scene = pictureScene(await laidOut(resolveSystem(bare)), options);
      expect(scene.cards.length).toBe(Object.keys(design.nodes).length);
    }),
    { numRuns: scaled(8) },
  );
});

test('no text that is opened makes the search for a design throw or find what is not there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(designTextIn(`<svg>${text}`)).toBeUndefined();
      expect(
        designTextIn(`format: servicefull-design\n# <pre id="servicefull-design" hidden>${text}</pre>`),
      ).toBeUndefined();
    }),
    runs,
  );
});
