import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import { emptyDesign } from '../../model/design.js';
import { parseDesign } from '../../model/parse.js';
import { serialiseDesign } from '../../model/serialise.js';
import { samplesOf } from '../../events/samples.js';
import { createEditor } from '../editor.js';
import { deleteSample } from './delete-sample.js';
import { setSample } from './set-sample.js';

test('samples of any label are saved under ids of their own, written, read again and undone', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 5 }), (labels) => {
      const editor = createEditor(emptyDesign('d'));
      for (const label of [...labels, 'constructor', '__proto__'])
        editor.run(setSample, { label, event: { source: 'a' } });
      const { design } = editor.getState();
      expect(samplesOf(design).map(({ label }) => label)).toEqual([...labels, 'constructor', '__proto__']);
      const read = parseDesign(serialiseDesign(design));
      expect(read.problems).toEqual([]);
      expect(read.design?.samples).toEqual(design.samples);
      for (let step = 0; step < labels.length + 2; step++) editor.undo();
      expect(editor.getState().design.samples).toEqual({});
    }),
    { numRuns: scaled(50) },
  );
});

test('a sample is changed in its place, and deleted by its id', () => {
  const editor = createEditor(emptyDesign('d'));
  editor.run(setSample, { label: 'Order', event: { source: 'a' } });
  const [{ id } = { id: '' }] = samplesOf(editor.getState().design);
  editor.run(setSample, { id, label: 'Order', event: { source: 'b' } });
  expect(samplesOf(editor.getState().design)).toMatchObject([{ id, event: { source: 'b' } }]);
  editor.run(deleteSample, { id });
  expect(editor.getState().design.samples).toEqual({});
  editor.undo();
  expect(samplesOf(editor.getState().design)).toHaveLength(1);
});
