import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  camelCase,
  constructIdOf,
  environmentVariableOf,
  fileNameOf,
  idFromLabel,
  idPattern,
  isReservedKey,
  stateNameOf,
  substitutionNameOf,
  variableOf,
} from './names.js';

const id = (label: string, ...taken: string[]): string =>
  idFromLabel(label, (name) => taken.includes(name), 'sqs-queue');

describe('an id from a label', () => {
  test.each([
    ['Live channel', 'live-channel'],
    ['ListLiveChannels', 'list-live-channels'],
    ['HTTPServer', 'http-server'],
    ['Café Été', 'cafe-ete'],
    ['注文', 'sqs-queue'],
    ['🚀', 'sqs-queue'],
    ['', 'sqs-queue'],
    ['3D models', 'n-3-d-models'],
    ['constructor', 'constructor-2'],
    ['__proto__', 'proto'],
  ])('%j is %s', (label, expected) => {
    expect(id(label)).toBe(expected);
  });

  test('a taken one gets the next number', () => {
    expect(id('Orders', 'orders', 'orders-2')).toBe('orders-3');
  });

  test('any label gives a valid id that is free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (label, taken) => {
        const made = id(label, ...taken);
        expect(made).toMatch(idPattern);
        expect(isReservedKey(made)).toBe(false);
        expect(taken).not.toContain(made);
      }),
    );
  });
});

const devices = ['con', 'prn', 'aux', 'nul', 'com0', 'com1', 'lpt9'];
const anyId = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{0,2}(-[a-z0-9]{1,2}){0,2}$/) },
  { weight: 5, arbitrary: fc.stringMatching(/^[a-bA-B][a-bA-B1]{0,2}(-[a-bA-B1]{1,2}){0,2}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...devices, 'con-2', 'console', 'com10', 'CON', 'default', 'Default') },
);

test('two ids never meet in one construct id, variable, file or substitution', () => {
  fc.assert(
    fc.property(anyId, anyId, (a, b) => {
      fc.pre(a !== b);
      expect(constructIdOf(a)).not.toBe(constructIdOf(b));
      expect(variableOf(a)).not.toBe(variableOf(b));
      expect(fileNameOf(a)).not.toBe(fileNameOf(b));
      expect(fileNameOf(a)).toBe(fileNameOf(a).toLowerCase());
      expect(substitutionNameOf(a, 'arn')).not.toBe(substitutionNameOf(b, 'arn'));
      expect(environmentVariableOf(a, 'arn')).not.toBe(environmentVariableOf(b, 'arn'));
    }),
    { numRuns: 5000 },
  );
});

test('a variable is an identifier and no word of the language', () => {
  expect(variableOf('class')).toBe('class_Resource');
  expect(variableOf('events', new Set(['events']))).toBe('events_Resource');
  expect(camelCase('live-channel')).toBe('liveChannel');
});

test('a state name fits the limit and is unique', () => {
  const long = 'x'.repeat(100);
  const first = stateNameOf(long, () => false);
  expect(first).toHaveLength(80);
  expect(stateNameOf(long, (name) => name === first)).toHaveLength(80);
  expect(stateNameOf('Save ${Order}', () => false)).toBe('Save {Order}');
});

test('no file is called as a device of Windows', () => {
  expect(devices.map(fileNameOf)).toEqual(devices.map((name) => `${name}_`));
  expect(['console', 'con-2', 'com10', 'orders'].map(fileNameOf)).toEqual(['console', 'con-2', 'com10', 'orders']);
});
