import type { Json } from '../../src/model/design.js';
import { machinesIn, walkMachines, walkStates, type DefinitionTree, type State } from '../../src/asl/definition.js';
import type { Path } from '../../src/asl/document.js';
import { isStateType, languageOfField, stateTypes } from '../../src/asl/fields.js';
import { transitionsIn, type TransitionRef } from '../../src/asl/transitions.js';
import { copyStates } from '../../src/asl/edit/copy-states.js';
import type { EditOutcome, EditResult } from '../../src/asl/edit/define.js';
import { definitionEdits, type DefinitionEditName } from '../../src/asl/edit/index.js';
import type { ListField } from '../../src/asl/edit/list-fields.js';
import type { Place } from '../../src/asl/edit/place.js';

/** Random commands for tests: each number decides one choice. */

export interface Drawn {
  readonly command: DefinitionEditName;
  readonly outcome: EditOutcome;
  /** What was pasted or inlined can bring its own problems. */
  readonly brings?: string;
}

class Chooser {
  constructor(private seed: number) {}
  /** A number below a limit; the same ones for the same seed. */
  below(limit: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * limit);
  }
  of<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }
}

/** Does one random edit; undefined where the command has nothing to work on. */
export function drawEdit(tree: DefinitionTree, name: DefinitionEditName, seed: number): Drawn | undefined {
  const choose = new Chooser(seed);
  const states = [...walkStates(tree)];
  const machines = [...walkMachines(tree)];
  const state = choose.of(states);
  if (state === undefined) return undefined;
  const transitions = machines.flatMap((machine) => [...transitionsIn(machine)]);
  const place = (): Place => {
    const transition = choose.of(transitions);
    const ending = choose.of(states.filter(({ end }) => end));
    if (choose.below(8) === 0) return { kind: 'end', machine: choose.of(machines)?.path ?? [] };
    if (ending !== undefined && choose.below(4) === 0) return { kind: 'next', state: ending.path };
    return transition?.ref ?? { kind: 'start', machine: [] };
  };
  const selection = (): readonly Path[] => {
    const machine = machines.find(({ states: own }) => own.get(state.name) === state);
    const names = [...(machine?.states.keys() ?? [])];
    const first = names.indexOf(state.name);
    const count = 1 + choose.below(3);
    return names.slice(first, first + count).map((own) => [...state.path.slice(0, -1), own]);
  };
  const done = (outcome: EditOutcome, brings?: string): Drawn =>
    brings === undefined ? { command: name, outcome } : { command: name, outcome, brings };
  const language = state.queryLanguage;
  const list = (): ListField => choose.of<ListField>(['Choices', 'Retry', 'Catch']) ?? 'Retry';
  const edits = definitionEdits;
  switch (name) {
    case 'insertState': {
      const type = choose.of(stateTypes) ?? 'Pass';
      const resource = type === 'Task' ? { Resource: 'arn:aws:states:::lambda:invoke', ...callOf(language) } : {};
      const wanted = choose.of(['New', state.name, 'Done', 'a "b"']) ?? 'New';
      return done(edits.insertState.run(tree, { at: place(), name: wanted, state: { Type: type, ...resource } }));
    }
    case 'moveStates':
      return done(edits.moveStates.run(tree, { states: selection(), to: place() }));
    case 'pasteStates': {
      const copied = copyStates(tree, selection());
      return copied === undefined ? undefined : done(edits.pasteStates.run(tree, { copied, at: place() }), copied);
    }
    case 'duplicateStates':
      return done(edits.duplicateStates.run(tree, { states: selection() }), '');
    case 'cutStates':
      return done(edits.cutStates.run(tree, { states: selection() }));
    case 'deleteStates':
      return done(edits.deleteStates.run(tree, { states: selection() }));
    case 'wrapInMap':
      return done(edits.wrapInMap.run(tree, { states: selection() }));
    case 'wrapInParallel':
      return done(edits.wrapInParallel.run(tree, { states: selection() }));
    case 'unwrap': {
      const container = choose.of(states.filter((own) => machinesIn(own).length > 0));
      return container && done(edits.unwrap.run(tree, { state: container.path }));
    }
    case 'extractStates': {
      const outcome = edits.extractStates.run(tree, { states: selection(), name: 'Nested', machine: '${NestedArn}' });
      return done(outcome);
    }
    case 'inlineDefinition': {
      const task = choose.of(states.filter(({ fields }) => JSON.stringify(fields).includes('startExecution.sync:2')));
      const definition = copyStates(tree, [state.path]);
      return task && definition !== undefined
        ? done(
            edits.inlineDefinition.run(tree, { state: task.path, definition, format: tree.document.format }),
            definition,
          )
        : undefined;
    }
    case 'addBranch':
      return done(edits.addBranch.run(tree, { state: parallelOf(states, choose).path, index: choose.below(3) }));
    case 'removeBranch':
      return done(edits.removeBranch.run(tree, { state: parallelOf(states, choose).path, index: choose.below(3) }));
    case 'connectTransition': {
      const transition = choose.of(transitions);
      const machine = machines.find(({ path }) => transition && isOwn(transition.ref, path));
      const to = choose.of([...(machine?.states.keys() ?? [])]);
      return transition && to !== undefined
        ? done(edits.connectTransition.run(tree, { transition: transition.ref, to }))
        : undefined;
    }
    case 'disconnectTransition': {
      const transition = choose.of(transitions);
      return transition && done(edits.disconnectTransition.run(tree, { transition: transition.ref }));
    }
    case 'setStart':
      return done(edits.setStart.run(tree, { state: state.path }));
    case 'renameState':
      return done(
        edits.renameState.run(tree, {
          state: state.path,
          name: `${state.name.slice(0, 40)}${choose.of(['', ' x', ': y', '"', '#'])}`,
        }),
      );
    case 'setComment':
      return done(
        edits.setComment.run(tree, {
          owner: choose.of([state.path, []]) ?? [],
          comment: choose.of(['', 'why: #1', 'a\nb']) ?? '',
        }),
      );
    case 'setField': {
      const value = choose.of<Json>(['text', { a: [1, { b: null }] }]) ?? '';
      return done(
        edits.setField.run(tree, {
          owner: state.path,
          field: ['Comment'],
          value: typeof value === 'string' ? value : 'x',
        }),
      );
    }
    case 'removeField':
      return done(edits.removeField.run(tree, { owner: state.path, field: ['Comment'] }));
    case 'replaceState':
      return done(edits.replaceState.run(tree, { state: state.path, fields: { ...state.fields, Comment: 'new' } }));
    case 'setQueryLanguage':
      return done(
        edits.setQueryLanguage.run(tree, { owner: state.path, language: choose.below(2) === 0 ? language : undefined }),
      );
    case 'changeType': {
      const type = choose.of(stateTypes) ?? 'Pass';
      const fields = type === 'Task' ? { Resource: 'arn:aws:states:::lambda:invoke', ...callOf(language) } : {};
      return done(edits.changeType.run(tree, { state: state.path, type, fields }));
    }
    case 'addItem': {
      const own = choose.of(
        states.filter(({ type }) => isStateType(type) && languageOfField(type, 'Retry') !== undefined),
      );
      const field = list();
      const target = field === 'Choices' ? choose.of(states.filter(({ type }) => type === 'Choice')) : own;
      return (
        target &&
        done(edits.addItem.run(tree, { state: target.path, list: field, item: itemOf(field, target, machines) }))
      );
    }
    case 'removeItem':
      return done(edits.removeItem.run(tree, { state: state.path, list: list(), index: choose.below(3) }));
    case 'moveItem': {
      const own = choose.of(
        states.filter(({ fields }) => ['Choices', 'Retry', 'Catch'].some((key) => Object.hasOwn(fields, key))),
      );
      return (
        own &&
        done(edits.moveItem.run(tree, { state: own.path, list: list(), from: choose.below(3), to: choose.below(3) }))
      );
    }
  }
}

const parallelOf = (states: readonly State[], choose: Chooser): State =>
  choose.of(states.filter(({ type }) => type === 'Parallel')) ?? (states[0] as State);

const isOwn = (ref: TransitionRef, machine: Path): boolean =>
  (ref.kind === 'start' ? ref.machine : ref.state.slice(0, -2)).join('\0') === machine.join('\0');

const callOf = (language: string): Readonly<Record<string, Json>> => ({
  [language === 'JSONata' ? 'Arguments' : 'Parameters']: { FunctionName: '${FunctionArn}' },
});

function itemOf(
  list: ListField,
  { path, queryLanguage }: State,
  machines: readonly { path: Path; states: ReadonlyMap<string, State> }[],
) {
  const machine = machines.find((own) => own.path.join('\0') === path.slice(0, -2).join('\0'));
  const next = [...(machine?.states.keys() ?? [])].at(-1) ?? '';
  if (list === 'Retry') return { ErrorEquals: ['States.Timeout'], MaxAttempts: 2 };
  if (list === 'Catch') return { ErrorEquals: ['States.TaskFailed'], Next: next };
  return queryLanguage === 'JSONata'
    ? { Condition: '{% true %}', Next: next }
    : { Variable: '$.a', StringEquals: 'x', Next: next };
}

export const isResult = (outcome: EditOutcome): outcome is EditResult => !('problem' in outcome);
