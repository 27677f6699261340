import type { Json } from '../../model/design.js';
import type { SourceResource } from '../source.js';
import { at, listOf, textOf } from '../values.js';
import type { Reading } from './define.js';

/** Buses, with the sources of the events that state machines and pipes put on them. */

interface Published {
  readonly bus: SourceResource;
  readonly sources: ReadonlySet<string>;
  readonly detailTypes: ReadonlySet<string>;
}

const known = new WeakMap<Reading, readonly Published[]>();

/** Deeper definitions are of nobody. */
const deepest = 80;

function* entriesIn(
  value: Json,
  depth = 0,
): Generator<{ readonly source?: string; readonly type?: string; readonly bus?: Json }> {
  if (depth > deepest || typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && at(value, 'DetailType') !== undefined) {
    const source = textOf(at(value, 'Source'));
    const type = textOf(at(value, 'DetailType'));
    const bus = at(value, 'EventBusName');
    yield {
      ...(source === undefined ? {} : { source }),
      ...(type === undefined ? {} : { type }),
      ...(bus === undefined ? {} : { bus }),
    };
  }
  for (const item of Object.values(value) as readonly Json[]) yield* entriesIn(item, depth + 1);
}

function published(reading: Reading): readonly Published[] {
  const found = known.get(reading);
  if (found !== undefined) return found;
  const buses = reading.resources('AWS::Events::EventBus');
  const collected = new Map(
    buses.map((bus) => [bus, { bus, sources: new Set<string>(), detailTypes: new Set<string>() }]),
  );
  if (buses.length > 0)
    for (const type of ['AWS::Pipes::Pipe']) {
      for (const pipe of reading.resources(type)) {
        const parameters = at(pipe.effective, 'TargetParameters', 'EventBridgeEventBusParameters');
        const to = at(pipe.effective, 'Target');
        if (to === undefined || parameters === undefined) continue;
        const target = reading.target(reading.templateOf(pipe), to, 'event-bus');
        const entry = target.kind === 'resource' ? collected.get(target.resource) : undefined;
        if (entry === undefined) continue;
        for (const source of listOf(at(parameters, 'Source')))
          if (typeof source === 'string') entry.sources.add(source);
        for (const name of listOf(at(parameters, 'DetailType')))
          if (typeof name === 'string') entry.detailTypes.add(name);
      }
    }
  const machines = ['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine'];
  if (buses.length > 0)
    for (const machine of machines.flatMap((type) => reading.resources(type))) {
      const template = reading.templateOf(machine);
      const substitutions = at(machine.effective, 'DefinitionSubstitutions');
      for (const { source, type, bus } of entriesIn(definitionOf(reading, machine) ?? null)) {
        const name = /^\$\{([^}]+)\}$/.exec(textOf(bus) ?? '')?.[1];
        const value = name === undefined ? bus : at(substitutions, name);
        const target = value === undefined ? undefined : reading.target(template, value, 'event-bus');
        const entry = target?.kind === 'resource' ? collected.get(target.resource) : undefined;
        if (entry === undefined) continue;
        if (source !== undefined) entry.sources.add(source);
        if (type !== undefined) entry.detailTypes.add(type);
      }
    }
  const all = [...collected.values()];
  known.set(reading, all);
  return all;
}

/** The definition as a value, where it is JSON. */
function definitionOf(reading: Reading, machine: SourceResource): Json | undefined {
  const written = at(machine.effective, 'Definition') ?? at(machine.effective, 'DefinitionString');
  if (typeof written !== 'string') return written;
  try {
    return JSON.parse(written) as Json;
  } catch {
    return undefined;
  }
}

/** The bus that a rule reads whose own name is not known: the one that gets such events, else the only one there is. */
export function publishedTo(reading: Reading, pattern: Json): SourceResource | undefined {
  const all = published(reading);
  const sources = listOf(at(pattern, 'source'));
  const types = listOf(at(pattern, 'detail-type'));
  const matching = all.filter(
    (one) =>
      sources.some((source) => typeof source === 'string' && one.sources.has(source)) ||
      (sources.length === 0 && types.some((type) => typeof type === 'string' && one.detailTypes.has(type))),
  );
  const [only, second] = matching.length > 0 ? matching : all;
  return second === undefined ? only?.bus : undefined;
}
