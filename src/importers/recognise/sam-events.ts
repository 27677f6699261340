import type { Json } from '../../model/design.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, mapOf, textOf } from '../values.js';
import type { Confidence, Evidence, Reading } from './define.js';

/** An event of a SAM function or state machine. */
export interface SamEvent {
  readonly owner: SourceResource;
  readonly template: SourceTemplate;
  readonly name: string;
  readonly type: string;
  readonly properties: JsonMap;
  readonly path: readonly string[];
}

const owners = ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'];

const found = new WeakMap<Reading, readonly SamEvent[]>();

/** Every event of every function and state machine. */
export function samEvents(reading: Reading): readonly SamEvent[] {
  const known = found.get(reading);
  if (known !== undefined) return known;
  const events = owners
    .flatMap((type) => reading.resources(type))
    .flatMap((owner) =>
      Object.entries(mapOf(at(owner.effective, 'Events'))).flatMap(([name, event]): readonly SamEvent[] => {
        const type = textOf(at(event, 'Type'));
        return type === undefined
          ? []
          : [
              {
                owner,
                template: reading.templateOf(owner),
                name,
                type,
                properties: mapOf(at(event, 'Properties')),
                path: ['Events', name],
              },
            ];
      }),
    );
  found.set(reading, events);
  return events;
}

export const eventsOf = (reading: Reading, ...types: readonly string[]): readonly SamEvent[] =>
  samEvents(reading).filter(({ type }) => types.includes(type));

/** What a connection was inferred from: a place among the properties of a resource. */
export const evidenceAt = (
  reading: Reading,
  resource: SourceResource,
  path: readonly (string | number)[],
  confidence: Confidence = 'certain',
): Evidence => ({
  place: reading.place(resource, 'Properties', ...path),
  from: path
    .reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${String(key)}]` : `${text}.${key}`), '')
    .slice(1),
  confidence,
});

/** An event as the part of its owner that says a connection. */
export const insideEvent = ({ owner, path }: SamEvent) => ({ resource: owner, path });

export const eventEvidence = (reading: Reading, { owner, path }: SamEvent): Evidence =>
  evidenceAt(reading, owner, path);

/** A list of texts, evaluated. */
export const textsOf = (reading: Reading, template: SourceTemplate, value: Json | undefined): readonly string[] => {
  const evaluated = value === undefined ? undefined : reading.evaluate(template, value);
  return (Array.isArray(evaluated) ? (evaluated as readonly Json[]) : [evaluated]).flatMap((one) => textOf(one) ?? []);
};
