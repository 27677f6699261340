import { emptyDefinition } from '../catalog/services/state-machine.js';
import type { Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import { nodeAttributeOf } from './attributes.js';
import { serviceOfResource } from './node-types.js';
import { pathFrom } from './opened-files.js';
import type { Reading, TextPart } from './recognise/define.js';
import { composed } from './recognise/ends.js';
import { functionName } from './sam.js';
import type { SourceResource, SourceTemplate } from './source.js';
import { at, mapOf, pretty, textOf } from './values.js';

/** What a `${Name}` of a definition stands for: a resource, or a text. */
export type SourceSubstitution =
  { readonly resource: SourceResource; readonly attribute: string } | { readonly literal: string };

export interface MachineDefinition {
  readonly format: 'json' | 'yaml';
  readonly text: string;
  readonly substitutions: ReadonlyMap<string, SourceSubstitution>;
}

const known = new WeakMap<Reading, Map<SourceResource, MachineDefinition | undefined>>();

/** The definition of a state machine, wherever it stands: in the template, in a file, or put together of texts. */
export function definitionOf(reading: Reading, machine: SourceResource): MachineDefinition | undefined {
  const found = known.get(reading) ?? new Map<SourceResource, MachineDefinition | undefined>();
  known.set(reading, found);
  if (!found.has(machine)) found.set(machine, readDefinition(reading, machine));
  return found.get(machine);
}

function readDefinition(reading: Reading, machine: SourceResource): MachineDefinition | undefined {
  const template = reading.templateOf(machine);
  const { effective } = machine;
  const substitutions = new Map<string, SourceSubstitution>();
  for (const [name, value] of Object.entries(mapOf(at(effective, 'DefinitionSubstitutions'))))
    substitutions.set(name, substitutionOf(reading, template, value));
  const written = textIn(reading, machine, template, substitutions);
  // The file is not among those that were opened: what it is about is known all the same.
  if (written === undefined) return substitutions.size === 0 ? undefined : { ...emptyDefinition, substitutions };
  return { ...written, substitutions };
}

function substitutionOf(reading: Reading, template: SourceTemplate, value: Json): SourceSubstitution {
  const target = reading.target(template, value);
  if (target.kind === 'resource') {
    const service = serviceOfResource(target.resource)?.service;
    return { resource: target.resource, attribute: nodeAttributeOf(service ?? '', target.attribute) };
  }
  // An address or ARN that is composed around one resource stands for that.
  const parts = typeof value === 'object' ? reading.text(template, value) : [];
  const around = new Set(
    parts.flatMap((part) => (typeof part === 'object' && 'resource' in part ? [part.resource] : [])),
  );
  const [only] = around;
  if (only !== undefined && around.size === 1 && serviceOfResource(only) !== undefined) {
    const isArn = parts.some((part) => typeof part === 'string' && part.startsWith('arn:'));
    return { resource: only, attribute: isArn ? 'arn' : 'url' };
  }
  return {
    literal:
      typeof value === 'number' || typeof value === 'boolean' ? String(value) : composed(reading, template, value),
  };
}

function textIn(
  reading: Reading,
  { effective }: SourceResource,
  template: SourceTemplate,
  substitutions: Map<string, SourceSubstitution>,
): { readonly format: 'json' | 'yaml'; readonly text: string } | undefined {
  const named = textOf(at(effective, 'DefinitionUri'));
  if (named !== undefined) {
    const path = pathFrom(template.file, named);
    const text = path === undefined ? undefined : reading.system.files.text(path);
    return text === undefined ? undefined : { format: formatOf(text), text };
  }
  const value = at(effective, 'Definition') ?? at(effective, 'DefinitionString') ?? at(effective, 'DefinitionBody');
  if (value === undefined || value === null) return undefined;
  const write = (item: Json): string => {
    const parts = reading.text(template, item);
    return parts.map((part) => partText(part, substitutions)).join('');
  };
  if (typeof value === 'string') return { format: formatOf(value), text: value };
  if (!isMap(value)) return undefined;
  if (functionName(value) !== undefined) {
    const text = write(value);
    return text.trim() === '' ? undefined : { format: formatOf(text), text };
  }
  return { format: 'json', text: pretty(withTexts(value, write, 0)) };
}

const formatOf = (text: string): 'json' | 'yaml' => (/^\s*[{[]/.test(text) ? 'json' : 'yaml');

/** Deeper definitions are of nobody. */
const deepest = 100;

/** A definition as plain values: functions of CloudFormation become texts with `${Name}`. */
function withTexts(value: Json, write: (item: Json) => string, depth: number): Json {
  if (depth > deepest) return null;
  const name = functionName(value);
  // `Condition` is a field of Choice rules as well.
  if (name !== undefined && name !== 'Condition') return write(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withTexts(item, write, depth + 1));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, write, depth + 1)]));
}

/** A part of a text; what is no literal gets a name, and stands for what it led to. */
function partText(part: TextPart, substitutions: Map<string, SourceSubstitution>): string {
  if (typeof part === 'string') return part;
  const stands: SourceSubstitution =
    'unknown' in part
      ? { literal: `\${${part.unknown}}` }
      : {
          resource: part.resource,
          attribute: nodeAttributeOf(serviceOfResource(part.resource)?.service ?? '', part.attribute),
        };
  const base =
    'unknown' in part
      ? part.unknown
      : `${part.resource.logicalId}${part.attribute === undefined ? '' : part.attribute}`;
  const name = freeName(base.replace(/[^A-Za-z0-9_]/g, '') || 'Value', stands, substitutions);
  substitutions.set(name, stands);
  return `\${${name}}`;
}

function freeName(base: string, stands: SourceSubstitution, taken: ReadonlyMap<string, SourceSubstitution>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${String(number)}`;
    const there = taken.get(name);
    if (there === undefined || isSame(there, stands)) return name;
  }
}

const isSame = (a: SourceSubstitution, b: SourceSubstitution): boolean =>
  'literal' in a
    ? 'literal' in b && a.literal === b.literal
    : 'resource' in b && a.resource === b.resource && a.attribute === b.attribute;
