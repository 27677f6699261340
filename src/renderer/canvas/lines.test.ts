import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../layout/geometry.js';
import { pillBox } from '../../layout/pills.js';
import { crossesBox, segmentsOf } from '../../layout/segments.js';
import { languages } from '../../model/localized.js';
import { parseDesign } from '../../model/parse.js';
import { resolveSystem } from '../../system/resolve.js';
import { Router, linesOf, sceneOf } from './lines.js';
import { pictureOf } from './picture.js';

const folder = join(import.meta.dirname, '../../../templates/designs');

describe.each(readdirSync(folder))('%s', (file) => {
  const { design } = parseDesign(readFileSync(join(folder, file), 'utf8'));
  if (design === undefined) throw new Error(`${file} is no design`);
  const picture = pictureOf(resolveSystem(design));
  const scene = sceneOf(design);
  const boxes = [...scene.nodes];

  test.each(languages)(
    'no line runs through a card, no pill lies on a card, a title or another pill (%s)',
    (language) => {
      const lines = linesOf(picture, language);
      const routes = new Router().route(design, lines);
      expect(routes.size).toBe(lines.length);
      const faults: string[] = [];
      const pills = lines.flatMap(({ id, from, to, pillWidth }) => {
        const route = routes.get(id);
        for (const segment of segmentsOf(route?.points ?? []))
          for (const [other, { box, isBus }] of boxes)
            if (other !== from && other !== to && !isBus && crossesBox(segment, box))
              faults.push(`${id} crosses ${other}`);
        if (pillWidth > 0 && route?.pill === undefined) faults.push(`${id} has no pill`);
        return route?.pill === undefined ? [] : [{ id, box: pillBox(route.pill, pillWidth) }];
      });
      for (const [index, { id, box: pill }] of pills.entries()) {
        for (const [other, { box }] of boxes)
          if (overlaps(pill, box)) faults.push(`the pill of ${id} lies on ${other}`);
        if (scene.titles.some((title) => overlaps(pill, title))) faults.push(`the pill of ${id} lies on a title`);
        for (const { id: other, box } of pills.slice(index + 1))
          if (overlaps(pill, box)) faults.push(`the pills of ${id} and ${other} overlap`);
      }
      expect(faults).toEqual([]);
    },
  );
});
