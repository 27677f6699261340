import { describe, expect, test } from 'vitest';
import { textPlace } from './text-place.js';

/** Where the | stands. */
const at = (marked: string, format: 'json' | 'yaml') => {
  const offset = marked.indexOf('|');
  return textPlace(marked.replace('|', ''), offset, format);
};

describe('a place in a definition that is being written', () => {
  test('JSON: a key of a state, also behind a value whose comma is missing', () => {
    expect(at('{"States": {"A": {"Type": "Task", "Re|', 'json')).toMatchObject({
      path: ['States', 'A'],
      expects: 'key',
    });
    expect(at('{"States": {"A": {"Type": "Task"\n  "Re|', 'json')).toMatchObject({
      path: ['States', 'A'],
      expects: 'key',
    });
  });

  test('JSON: a value with its key, inside of lists too', () => {
    expect(at('{"States": {"A": {"Next": "|', 'json')).toMatchObject({
      path: ['States', 'A'],
      key: 'Next',
      expects: 'value',
    });
    expect(at('{"A": {"Retry": [{"ErrorEquals": ["a", "|', 'json')).toMatchObject({ key: 'ErrorEquals', lists: 1 });
  });

  test('YAML: keys and values by their indentation', () => {
    expect(at('States:\n  A:\n    Type: Task\n    Re|', 'yaml')).toMatchObject({
      path: ['States', 'A'],
      expects: 'key',
    });
    expect(at('States:\n  A:\n    Next: B|', 'yaml')).toMatchObject({
      path: ['States', 'A'],
      key: 'Next',
      expects: 'value',
    });
    expect(at('States:\n  A:\n    Retry:\n      - ErrorEquals:\n          - Sta|', 'yaml')).toMatchObject({
      path: ['States', 'A', 'Retry'],
      key: 'ErrorEquals',
      lists: 1,
    });
    expect(at('States:\n  A:\n    Retry:\n      - ErrorEquals: [x]\n        Max|', 'yaml')).toMatchObject({
      path: ['States', 'A', 'Retry'],
      expects: 'key',
    });
    expect(at('StartAt: |\nStates: {}', 'yaml')).toMatchObject({ path: [], key: 'StartAt', expects: 'value' });
    expect(at('States:\n  A:\n    Type: Pass\nSta|', 'yaml')).toMatchObject({ path: [], expects: 'key' });
  });
});
