import { describe, expect, test } from 'vitest';
import { design, idOf } from '../../test/helpers/design-text.js';
import { createEditor } from './editor.js';
import { findInDesign, type FindOptions } from './find.js';
import { matchesIn } from './find-text.js';
import { replace } from './commands/index.js';

const spots = (text: string, query: string, options: FindOptions = {}): string[] =>
  [...matchesIn(text, query, options)].map(({ found }) => found);

describe('what is found in a text', () => {
  test('neither width, case nor kana matters, and the original is what is found', () => {
    expect(spots('注文キュー、ちゅうもんきゅー、ﾁｭｳﾓﾝｷｭｰ', 'きゅー')).toEqual(['キュー', 'きゅー', 'ｷｭｰ']);
    expect(spots('ＳＱＳ sqs Sqs', 'sqs')).toEqual(['ＳＱＳ', 'sqs', 'Sqs']);
    expect(spots('ｶﾞｲﾄﾞ ガイド', 'がいど')).toEqual(['ｶﾞｲﾄﾞ', 'ガイド']);
  });

  test('half of a letter is no match', () => {
    expect(spots('10㌔', 'キ')).toEqual([]);
    expect(spots('10㌔', 'きろ')).toEqual(['㌔']);
    expect(spots('ｶﾞ', 'カ')).toEqual([]);
  });

  test('with case, the text has to be the same', () => {
    expect(spots('Order order ＯＲＤＥＲ', 'order', { caseSensitive: true })).toEqual(['order']);
  });

  test('a whole word is one that nothing of its script touches', () => {
    expect(spots('order orders preorder Order関数', 'order', { wholeWord: true })).toEqual(['order', 'Order']);
    expect(spots('関数 関数型 この関数は', '関数', { wholeWord: true })).toEqual(['関数', '関数']);
  });

  test('matches do not overlap', () => {
    expect(spots('aaaa', 'aa')).toHaveLength(2);
  });
});

const shop = () => {
  const made = design(
    '[Orders: Order team] rest-api Orders -> lambda-function "Put order"(description: stores an order, environment: {"ORDER_TABLE": "orders"}) -> dynamodb-table Orders table',
  );
  return { ...made, notes: { memo: { text: 'Ask about orders' } } } as typeof made;
};

describe('find and replace', () => {
  test('names, teams, notes and settings are searched, each with its place', () => {
    const scopes = new Set(findInDesign(shop(), 'order').map(({ scope }) => scope));
    expect([...scopes]).toEqual(['name', 'id', 'team', 'field', 'note']);
    expect(findInDesign(shop(), 'order', { scopes: ['team'] })).toMatchObject([
      { kind: 'context', path: ['team'], start: 0, end: 5, found: 'Order' },
    ]);
  });

  test('all is replaced as one step; ids follow the labels', () => {
    const editor = createEditor(shop());
    const matches = findInDesign(editor.getState().design, 'order', { caseSensitive: true });
    editor.run(replace, { matches, replacement: 'parcel' });
    const after = editor.getState().design;
    const put = idOf(after, 'Put parcel');
    expect(put).toBe('put-parcel');
    expect(after.nodes[put]?.props).toMatchObject({ description: 'stores an parcel' });
    expect(after.notes).toEqual({ memo: { text: 'Ask about parcels' } });
    editor.undo();
    expect(editor.history.undo).toBeUndefined();
    expect(editor.getState().design).toEqual(shop());
  });

  test('a match that is not there any more is left alone', () => {
    const editor = createEditor(shop());
    const matches = findInDesign(editor.getState().design, 'Put');
    editor.run(replace, { matches, replacement: 'Store the' });
    editor.run(replace, { matches, replacement: 'Store the' });
    expect(idOf(editor.getState().design, 'Store the order')).toBeDefined();
    editor.undo();
    expect(editor.history.undo).toBeUndefined();
  });

  test('a match in a definition names its state; a text that does not parse becomes a draft', () => {
    const machine = JSON.stringify({
      StartAt: 'Wait a bit',
      States: { 'Wait a bit': { Type: 'Wait', Seconds: 5, End: true } },
    });
    const editor = createEditor(design(`state-machine Flow(definition: ${machine})`));
    const found = findInDesign(editor.getState().design, 'Wait a bit');
    expect(found.map(({ state }) => state)).toEqual([undefined, ['States', 'Wait a bit']]);
    editor.run(replace, { matches: found, replacement: 'Rest' });
    expect(editor.getState().design.nodes[idOf(editor.getState().design, 'Flow')]?.definition).toMatchObject({
      text: expect.stringContaining('"StartAt": "Rest"') as string,
    });
    const seconds = findInDesign(editor.getState().design, '"Seconds"');
    editor.run(replace, { matches: seconds, replacement: '"' });
    expect(editor.getState().design.nodes[idOf(editor.getState().design, 'Flow')]?.definition?.draft).toBeDefined();
  });

  test('the key of a map is replaced where it meets no other', () => {
    const made = design('generic "Topic"(cfnType: AWS::SNS::Topic, properties: {"Old": 1, "New": 2, "Older": 3})');
    const editor = createEditor(made);
    editor.run(replace, { matches: findInDesign(made, 'Old'), replacement: 'New' });
    expect(editor.getState().design.nodes[idOf(made, 'Topic')]?.props['properties']).toEqual({
      Old: 1,
      New: 2,
      Newer: 3,
    });
  });
});
