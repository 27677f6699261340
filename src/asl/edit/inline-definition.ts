import { lookup, type Json } from '../../model/design.js';
import { isObject, parseDefinition, type JsonObject, type State } from '../definition.js';
import type { Format, Path } from '../document.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft, refsInto } from './draft.js';
import { startExecution } from './extract-states.js';
import { addInto } from './insert-state.js';
import { putFragment } from './paste-states.js';
import { gapAt } from './place.js';

export interface InlineDefinitionArgs {
  /** A Task that starts a state machine and waits for it. */
  readonly state: Path;
  /** The definition of that machine. */
  readonly definition: string;
  readonly format: Format;
}

/** Puts the states of a nested state machine in the place of the Task that starts it. */
export const inlineDefinition = defineEdit<InlineDefinitionArgs>({
  id: 'inline-definition',
  label: { en: 'Inline the state machine', ja: 'ステートマシンをインライン化' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { state: path, definition, format }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const task = draft.state(path);
      const passes = passesOf(task);
      const { tree: nested } = parseDefinition(definition, format);
      if (nested === undefined || !nested.states.has(nested.startAt ?? '')) return refuse('definition-unreadable');
      const behind = { kind: 'next', state: path } as const;
      if (passes.output !== undefined) addInto(draft, gapAt(draft, behind), `${task.name} output`, passes.output);
      const fragment = new DefinitionDraft(nested);
      if (draft.state(path).next !== undefined)
        for (const { path: inner, type } of nested.states.values())
          // There it ended its own machine, here it would end the whole one.
          if (type === 'Succeed') {
            fragment.put([...inner, 'Type'], 'Pass');
            fragment.put([...inner, 'End'], true);
          }
      const select = putFragment(draft, fragment.tree, gapAt(draft, behind));
      if (passes.input !== undefined) addInto(draft, gapAt(draft, behind), `${task.name} input`, passes.input);
      const first = draft.state(path).next ?? refuse('definition-unreadable');
      const machine = draft.machineOf(path);
      for (const { ref } of refsInto(machine, new Set([task.name]))) draft.lead(ref, first);
      draft.remove(path);
      return { text: draft.text, select };
    }),
});

/** The Pass states that do what the Task did with its input and output; undefined where it passed them on. */
interface Passes {
  readonly input: JsonObject | undefined;
  readonly output: JsonObject | undefined;
}

const plainFields = ['Type', 'Comment', 'Resource', 'Next', 'End', 'QueryLanguage'];

function passesOf(task: State): Passes {
  const { fields, queryLanguage } = task;
  if (lookup(fields, 'Resource') !== startExecution) return refuse('not-a-start');
  if (['Retry', 'Catch'].some((field) => Object.hasOwn(fields, field))) return refuse('retried-start');
  const isJsonata = queryLanguage === 'JSONata';
  const known = [...plainFields, ...(isJsonata ? ['Arguments', 'Output'] : ['Parameters', 'OutputPath'])];
  const other = Object.keys(fields).find((field) => !known.includes(field));
  if (other !== undefined) return refuse('input-unclear', { field: other });
  const language = lookup(fields, 'QueryLanguage') === undefined ? {} : { QueryLanguage: queryLanguage };
  return isJsonata ? jsonataPasses(fields, language) : pathPasses(fields);
}

const isIdentity = (value: Json | undefined, expression: string): boolean =>
  typeof value === 'string' && value.replace(/\s+/g, '') === `{%${expression}%}`;

function jsonataPasses(fields: JsonObject, language: JsonObject): Passes {
  const given = lookup(fields, 'Arguments');
  if (!isObject(given)) return refuse('input-unclear', { field: 'Arguments' });
  const input = lookup(given, 'Input') ?? {};
  const output = lookup(fields, 'Output');
  const text = JSON.stringify(output ?? null);
  const result = text.replaceAll(/\$states\.result\.Output\b/g, '$states.input');
  if (output === undefined || result.includes('$states.result') || text.includes('$states.input'))
    return refuse('input-unclear', { field: 'Output' });
  return {
    input: isIdentity(input, '$states.input') ? undefined : { Type: 'Pass', ...language, Output: input },
    output: isIdentity(output, '$states.result.Output')
      ? undefined
      : { Type: 'Pass', ...language, Output: JSON.parse(result) as Json },
  };
}

function pathPasses(fields: JsonObject): Passes {
  const given = lookup(fields, 'Parameters');
  if (!isObject(given)) return refuse('input-unclear', { field: 'Parameters' });
  if (lookup(fields, 'OutputPath') !== '$.Output') return refuse('input-unclear', { field: 'OutputPath' });
  const path = lookup(given, 'Input.$');
  if (path === undefined)
    return { input: { Type: 'Pass', Parameters: lookup(given, 'Input') ?? {} }, output: undefined };
  if (typeof path !== 'string' || !/^\$(?:$|[.[$])/.test(path)) return refuse('input-unclear', { field: 'Input.$' });
  return { input: path === '$' ? undefined : { Type: 'Pass', InputPath: path }, output: undefined };
}
