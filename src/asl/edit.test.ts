import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { scaled } from '../../test/helpers/scale.js';
import { parseDefinition, walkStates, type DefinitionTree } from './definition.js';
import type { Format } from './document.js';
import { addTask, removeState, renameState, updateState } from './edit.js';

const task = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage' };
const treeOf = (text: string, format: Format): DefinitionTree => {
  const { tree, problems } = parseDefinition(text, format);
  if (tree === undefined) throw new Error(JSON.stringify(problems));
  return tree;
};

describe('adding a task', () => {
  test('follows the last state of the main path and keeps the rest as written', () => {
    const text = `{
  "StartAt": "Check",
  "States": {
    "Check": { "Type": "Pass", "Next": "Save" },
    "Save": {
      "Type": "Task",
      "Resource": "\${SaveArn}",
      "TimeoutSeconds": 1.50e1,
      "End": true
    }
  }
}
`;
    expect(addTask(text, 'json', { name: 'Save', state: task })).toEqual({
      name: 'Save 2',
      path: ['States', 'Save 2'],
      text: `{
  "StartAt": "Check",
  "States": {
    "Check": { "Type": "Pass", "Next": "Save" },
    "Save": {
      "Type": "Task",
      "Resource": "\${SaveArn}",
      "TimeoutSeconds": 1.50e1,
      "Next": "Save 2"
    },
    "Save 2": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "End": true
    }
  }
}
`,
    });
  });

  test('keeps comments and indentation of YAML', () => {
    const text = `StartAt: Check # first
States:
    # looks at the order
    Check:
        Type: Pass
        Next: Done

    Done: # the end
        Type: Succeed
`;
    expect(addTask(text, 'yaml', { name: 'Send', state: task })?.text).toBe(`StartAt: Check # first
States:
    # looks at the order
    Check:
        Type: Pass
        Next: Send
    Send:
        Type: Task
        Resource: arn:aws:states:::sqs:sendMessage
        Next: Done

    Done: # the end
        Type: Succeed
`);
  });

  test.each([
    ['a lone Succeed', '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}'],
    ['a lone Pass', '{"StartAt":"Done","States":{"Done":{"Type":"Pass","End":true}}}'],
  ])('comes before %s', (_, text) => {
    const states = treeOf(addTask(text, 'json', { name: 'Send', state: task })?.text ?? '', 'json');
    expect(states.startAt).toBe('Send');
    expect(states.states.get('Send')?.next).toBe('Done');
  });

  test('makes the first state of an empty definition', () => {
    for (const text of ['{}', '{ "States": {} }', '{\n  "States": {}\n}'])
      expect(JSON.parse(addTask(text, 'json', { name: 'Send', state: task })?.text ?? '')).toEqual({
        StartAt: 'Send',
        States: { Send: { ...task, End: true } },
      });
  });

  test('takes the way through a Choice that does not fail', () => {
    const text = JSON.stringify({
      StartAt: 'Valid',
      States: {
        Valid: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Save' }], Default: 'Reject' },
        Reject: { Type: 'Fail' },
        Save: { ...task, End: true },
      },
    });
    const tree = treeOf(addTask(text, 'json', { name: 'Send', state: task })?.text ?? '', 'json');
    expect(tree.states.get('Save')?.next).toBe('Send');
    expect(tree.states.get('Send')?.end).toBe(true);
  });
});

describe('removing a state', () => {
  test('lets what led to it lead to what followed', () => {
    const text = `StartAt: A
States:
  A: { Type: Pass, Next: B }
  B:
    Type: Pass
    Next: C
  C: { Type: Succeed }
`;
    expect(removeState(text, 'yaml', ['States', 'B'])).toBe(`StartAt: A
States:
  A: { Type: Pass, Next: C }
  C: { Type: Succeed }
`);
  });

  test('ends the machine where nothing followed', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","End":true}}}';
    expect(removeState(text, 'json', ['States', 'B'])).toBe(
      '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
    );
  });

  test('leaves a Succeed state where a Choice or StartAt must lead somewhere', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"x","End":true}}}';
    expect(JSON.parse(removeState(text, 'json', ['States', 'A']) ?? '')).toEqual({
      StartAt: 'Done',
      States: { Done: { Type: 'Succeed' } },
    });
  });
});

test('renaming a state renames what leads to it', () => {
  const text = `StartAt: A
States:
  A: { Type: Task, Resource: x, Next: B, Catch: [{ ErrorEquals: [States.ALL], Next: B }] }
  B: { Type: Succeed }
`;
  expect(renameState(text, 'yaml', ['States', 'B'], 'no: way')?.text).toBe(`StartAt: A
States:
  A: { Type: Task, Resource: x, Next: "no: way", Catch: [{ ErrorEquals: [States.ALL], Next: "no: way" }] }
  "no: way": { Type: Succeed }
`);
});

test('changing a field keeps the others, their spelling and their order', () => {
  const text =
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 1.0, "Comment": "\\u0041", "End": true } } }';
  expect(updateState(text, 'json', ['States', 'A'], { Comment: undefined, Type: 'Pass' })).toBe(
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Seconds": 1.0, "End": true } } }',
  );
});

/** Every state that an edit was not about has its very text in the result. */
function expectUntouched(
  before: DefinitionTree,
  text: string,
  format: Format,
  touched: (name: string) => boolean,
): void {
  const after = treeOf(text, format);
  const kept = new Map([...walkStates(after)].map((state) => [state.name, state]));
  for (const state of walkStates(before)) {
    const now = kept.get(state.name);
    if (now === undefined || touched(state.name) || [...state.branches, state.itemProcessor].some(Boolean)) continue;
    expect(after.document.text.slice(now.range.start, now.range.end).trimEnd()).toBe(
      before.document.text.slice(state.range.start, state.range.end).trimEnd(),
    );
  }
}

function expectEditsKeepTheRest(text: string, format: Format): void {
  const tree = treeOf(text, format);
  const added = addTask(text, format, { name: 'Send', state: task });
  expect(added).toBeDefined();
  const leading = [...walkStates(treeOf(added?.text ?? '', format))]
    .filter(({ fields }) => JSON.stringify(fields).includes(JSON.stringify(added?.name)))
    .map(({ name }) => name);
  expectUntouched(tree, added?.text ?? '', format, (name) => leading.includes(name));
  const comments = (source: string) =>
    format === 'yaml' ? source.split('\n').filter((line) => /^\s*#/.test(line)) : [];
  expect(comments(added?.text ?? '')).toEqual(comments(text));
  for (const state of [...walkStates(tree)].slice(-1)) {
    const mentions = (name: string) =>
      [...walkStates(tree)].some(
        (other) => other.name === name && JSON.stringify(other.fields).includes(JSON.stringify(state.name)),
      );
    const without = removeState(text, format, state.path);
    expectUntouched(tree, without ?? '', format, mentions);
    expect(comments(without ?? '')).toEqual(comments(text));
    const renamed = renameState(text, format, state.path, `${state.name}: "new"`);
    expectUntouched(tree, renamed?.text ?? '', format, mentions);
    expect(comments(renamed?.text ?? '')).toEqual(comments(text));
  }
}

const stateName = fc.string({ minLength: 1, maxLength: 12 });
const machine = fc.uniqueArray(stateName, { minLength: 1, maxLength: 6 }).chain((names) =>
  fc
    .array(fc.tuple(fc.nat(names.length), fc.jsonValue(), fc.boolean()), {
      minLength: names.length,
      maxLength: names.length,
    })
    .map((choices) => ({
      StartAt: names[0],
      States: Object.fromEntries(
        names.map((name, index) => {
          const [next = 0, value, choice] = choices[index] ?? [];
          const target = names[next];
          const flow = target === undefined ? { End: true } : { Next: target };
          return [
            name,
            choice === true && target !== undefined
              ? { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: target }], Default: names[0] }
              : { Type: 'Pass', Output: value, ...flow },
          ];
        }),
      ),
    })),
);

test('edits of any machine parse and keep every other state byte for byte', () => {
  fc.assert(
    fc.property(machine, fc.constantFrom(undefined, 1, 2, 4, '\t'), fc.boolean(), (value, indent, crlf) => {
      const text = JSON.stringify(value, null, indent);
      expectEditsKeepTheRest(crlf ? text.replaceAll('\n', '\r\n') : text, 'json');
    }),
    { numRuns: scaled(30) },
  );
});

test('the same holds for YAML, in blocks and with comments', () => {
  fc.assert(
    fc.property(machine, fc.constantFrom(2, 4), fc.boolean(), (value, indent, commented) => {
      const text = stringify(value, { indent, lineWidth: 0 });
      const states = text.replace(/^States:\n/m, 'States:\n  # the states\n');
      expectEditsKeepTheRest(commented && indent === 2 ? states : text, 'yaml');
    }),
    { numRuns: scaled(30) },
  );
});

test('reading never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom<Format>('json', 'yaml'), (text, format) => {
      parseDefinition(text, format);
    }),
    { numRuns: scaled(200) },
  );
});

test('reads exactly the values that JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const wrapped = `{"a":${text}}`;
      expect(parseDefinition(wrapped, 'json').tree?.document.value).toEqual(JSON.parse(wrapped));
    }),
    { numRuns: scaled(200) },
  );
});

const shared = [process.env['SERVICEFULL_SHARED'], join(process.cwd(), '..', 'shared')].find(
  (path) => path !== undefined && existsSync(join(path, 'corpus', 'asl')),
);

test.skipIf(shared === undefined)(
  'edits of published definitions keep every other state byte for byte',
  () => {
    const folder = join(shared ?? '', 'corpus', 'asl');
    for (const file of readdirSync(folder).filter((name) => /\.asl\.(json|yaml)$/.test(name))) {
      const format: Format = file.endsWith('.yaml') ? 'yaml' : 'json';
      const text = readFileSync(join(folder, file), 'utf8');
      const tree = parseDefinition(text, format).tree;
      if (tree !== undefined && tree.states.size > 0 && text.length < scaled(2_000))
        expectEditsKeepTheRest(text, format);
    }
  },
  30_000,
);
