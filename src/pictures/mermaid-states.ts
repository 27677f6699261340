import { asText, isObject, parseDefinition, type State, type StateMachine } from '../asl/definition.js';
import { lookup, type Definition, type Json } from '../model/design.js';
import { mermaidText } from './mermaid-text.js';

/** A definition as a Mermaid state diagram; undefined: its text cannot be read. */
export function mermaidStates({ text, format }: Definition): string | undefined {
  const { tree } = parseDefinition(text, format);
  if (tree === undefined) return undefined;
  return ['stateDiagram-v2', ...machineLines(tree, new Names(), '  '), ''].join('\n');
}

/** Names that Mermaid takes, one for each state of each machine. */
class Names {
  #next = 1;
  readonly #known = new Map<State, string>();

  of(state: State): string {
    const name = this.#known.get(state) ?? `s${String(this.#next++)}`;
    this.#known.set(state, name);
    return name;
  }
}

function machineLines(machine: StateMachine, names: Names, indent: string): string[] {
  const states = [...machine.states.values()];
  const start = machine.startAt === undefined ? undefined : machine.states.get(machine.startAt);
  return [
    ...states.flatMap((state) => stateLines(state, names, indent)),
    ...(start === undefined ? [] : [`${indent}[*] --> ${names.of(start)}`]),
    ...states.flatMap((state) =>
      transitionsOf(state).flatMap(({ to, label }) => {
        const target = to === undefined ? undefined : machine.states.get(to);
        if (to !== undefined && target === undefined) return [];
        const words = mermaidText(label);
        const end = target === undefined ? '[*]' : names.of(target);
        return [`${indent}${names.of(state)} --> ${end}${words === '' ? '' : `: ${words}`}`];
      }),
    ),
  ];
}

function stateLines(state: State, names: Names, indent: string): string[] {
  const words = [state.name, state.type].map(mermaidText).filter((part) => part !== '');
  const own = `${indent}state "${words.length === 0 ? ' ' : words.join(' · ')}" as ${names.of(state)}`;
  const inside = [...state.branches, ...(state.itemProcessor === undefined ? [] : [state.itemProcessor])].filter(
    ({ states }) => states.size > 0,
  );
  if (inside.length === 0) return [own];
  const deeper = `${indent}  `;
  return [
    `${own} {`,
    // Branches run side by side.
    ...inside.flatMap((machine, index) => [
      ...(index === 0 ? [] : [`${deeper}--`]),
      ...machineLines(machine, names, deeper),
    ]),
    `${indent}}`,
  ];
}

interface Transition {
  /** Undefined: the end of the machine. */
  readonly to: string | undefined;
  readonly label: string;
}

const longestCondition = 40;
const shortened = (text: string): string =>
  text.length > longestCondition ? `${text.slice(0, longestCondition)}…` : text;

function transitionsOf({ fields, next, end, type }: State): readonly Transition[] {
  const choices = listOf(lookup(fields, 'Choices')).flatMap((choice): Transition[] => {
    const to = asText(lookup(choice, 'Next'));
    return to === undefined ? [] : [{ to, label: conditionOf(choice) }];
  });
  const otherwise = asText(lookup(fields, 'Default'));
  const caught = listOf(lookup(fields, 'Catch')).flatMap((catcher): Transition[] => {
    const to = asText(lookup(catcher, 'Next'));
    const errors = lookup(catcher, 'ErrorEquals');
    return to === undefined ? [] : [{ to, label: `Catch ${Array.isArray(errors) ? errors.join(', ') : ''}` }];
  });
  const isLast = end || type === 'Succeed' || type === 'Fail';
  return [
    ...choices,
    ...(otherwise === undefined ? [] : [{ to: otherwise, label: 'Default' }]),
    ...(next === undefined ? [] : [{ to: next, label: '' }]),
    ...caught,
    ...(isLast ? [{ to: undefined, label: '' }] : []),
  ];
}

const listOf = (value: Json | undefined) => (Array.isArray(value) ? value.filter(isObject) : []);

/** A JSONata condition as it is, a JSONPath rule in short. */
function conditionOf(choice: Readonly<Record<string, Json>>): string {
  const condition = asText(lookup(choice, 'Condition'));
  if (condition !== undefined) return shortened(condition.replace(/^\{%\s*|\s*%\}$/g, ''));
  const variable = asText(lookup(choice, 'Variable')) ?? '';
  const test = Object.entries(choice).find(
    ([name]) => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(name),
  );
  if (test === undefined) return '';
  const [name, value] = test;
  return shortened(
    [variable, name, typeof value === 'object' ? '' : String(value)].filter((part) => part !== '').join(' '),
  );
}
