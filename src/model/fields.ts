import type { Json } from './design.js';
import type { Facts, Localized } from './localized.js';
import { unreachable } from './invariant.js';
import type { ProblemCode } from './problems.js';

/** Languages that a code field can hold; they choose highlighting and validation. */
export type CodeLanguage =
  'json' | 'event-pattern' | 'vtl' | 'input-template' | 'jsonata' | 'asl-value' | 'yaml' | 'javascript' | 'graphql';

interface FieldBase {
  readonly label: Localized;
  /** One sentence below the field. */
  readonly help?: Localized;
  /** URL of the documentation that a limit or fact comes from. */
  readonly source?: string;
  /** Shown behind a fold. */
  readonly advanced?: boolean;
  /** Shown only while another field holds one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly Json[] };
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly default?: string;
  readonly required?: boolean;
  /** Monospaced: an identifier. */
  readonly code?: boolean;
  readonly placeholder?: string | Localized;
  /** A whole-value pattern, with the words for what it wants. */
  readonly pattern?: { readonly test: RegExp; readonly hint: Localized };
  /** Values offered while typing; others are allowed. */
  readonly suggestions?: readonly string[];
  /** What is offered while typing where it is too much to write here: CloudFormation types, attributes of the node's type. */
  readonly names?: 'resource-type' | 'resource-attribute';
}
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly default?: number;
  readonly required?: boolean;
  readonly min: number;
  readonly max: number;
  readonly unit?: 'seconds' | 'megabytes' | 'count';
  readonly step?: number;
}
export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
  readonly default: boolean;
}
export interface ChoiceField<Option extends string = string> extends FieldBase {
  readonly kind: 'choice';
  readonly options: Readonly<Record<Option, Localized>>;
  /** One sentence for an option, shown beside it. */
  readonly optionHelp?: Partial<Readonly<Record<Option, Localized>>>;
  readonly default: NoInfer<Option>;
}
export interface CodeField extends FieldBase {
  readonly kind: 'code';
  readonly language: CodeLanguage;
  readonly default?: string;
  readonly required?: boolean;
}
export interface NodeField extends FieldBase {
  readonly kind: 'node';
  /** Service types that may be chosen. */
  readonly services: readonly string[];
}
export interface ListField extends FieldBase {
  readonly kind: 'list';
  readonly default?: readonly string[];
  readonly suggestions?: readonly string[];
  readonly required?: boolean;
}
export interface MapField extends FieldBase {
  readonly kind: 'map';
  readonly keyLabel: Localized;
  readonly valueLabel: Localized;
}
/** The properties of a CloudFormation resource. */
export interface JsonField extends FieldBase {
  readonly kind: 'json';
}

export type Field =
  TextField | NumberField | BooleanField | ChoiceField | CodeField | NodeField | ListField | MapField | JsonField;

export type Fields = Readonly<Record<string, Field>>;

type Always<F, Kind extends string, Value> = F extends { kind: Kind; default: Value } ? Value : Value | undefined;

/** The type of a field's value once defaults are filled in. */
export type ValueOf<F extends Field> =
  F extends ChoiceField<infer Option>
    ? Option
    : F extends BooleanField
      ? boolean
      : F extends TextField
        ? Always<F, 'text', string>
        : F extends CodeField
          ? Always<F, 'code', string>
          : F extends NumberField
            ? Always<F, 'number', number>
            : F extends NodeField
              ? string | undefined
              : F extends ListField
                ? readonly string[]
                : F extends MapField
                  ? Readonly<Record<string, string>>
                  : F extends JsonField
                    ? Readonly<Record<string, Json>>
                    : never;

export type PropsOf<Fs extends Fields> = { readonly [K in keyof Fs]: ValueOf<Fs[K]> };

type Spec<F extends Field> = Omit<F, 'kind'>;

/** Constructors that keep the literal types, so that the props of a definition are typed. */
export const field = {
  text: <const S extends Spec<TextField>>(spec: S): S & { kind: 'text' } => ({ ...spec, kind: 'text' }),
  number: <const S extends Spec<NumberField>>(spec: S): S & { kind: 'number' } => ({ ...spec, kind: 'number' }),
  seconds: <const S extends Spec<NumberField>>(spec: S): S & { kind: 'number'; unit: 'seconds' } => ({
    ...spec,
    kind: 'number',
    unit: 'seconds',
  }),
  megabytes: <const S extends Spec<NumberField>>(spec: S): S & { kind: 'number'; unit: 'megabytes' } => ({
    ...spec,
    kind: 'number',
    unit: 'megabytes',
  }),
  boolean: (spec: Spec<BooleanField>): BooleanField => ({ ...spec, kind: 'boolean' }),
  choice: <const Option extends string>(spec: Spec<ChoiceField<Option>>): ChoiceField<Option> => ({
    ...spec,
    kind: 'choice',
  }),
  code: <const S extends Spec<CodeField>>(spec: S): S & { kind: 'code' } => ({ ...spec, kind: 'code' }),
  node: (spec: Spec<NodeField>): NodeField => ({ ...spec, kind: 'node' }),
  list: (spec: Spec<ListField>): ListField => ({ ...spec, kind: 'list' }),
  map: (spec: Spec<MapField>): MapField => ({ ...spec, kind: 'map' }),
  json: (spec: Spec<JsonField>): JsonField => ({ ...spec, kind: 'json' }),
};

/** What is wrong with a value, without saying whose it is. */
export interface FieldProblem {
  readonly code: Extract<ProblemCode, 'field-required' | 'field-wrong-type' | 'field-out-of-range' | 'field-pattern'>;
  readonly facts: Facts;
}

const typeWords = {
  text: { en: 'a text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  boolean: { en: 'true or false', ja: 'true または false' },
  list: { en: 'a list of texts', ja: '文字列のリスト' },
  map: { en: 'a map of texts', ja: '文字列のマップ' },
  json: { en: 'a map', ja: 'マップ' },
} as const satisfies Record<string, Localized>;

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unitWords = (unit: NumberField['unit']): Localized =>
  unit === 'seconds'
    ? { en: ' seconds', ja: ' 秒' }
    : unit === 'megabytes'
      ? { en: ' MB', ja: ' MB' }
      : { en: '', ja: '' };

/** The first thing wrong with a value of a field; undefined: nothing. An absent value is wrong only where it is required. */
export function checkField(definition: Field, value: Json | undefined): FieldProblem | undefined {
  if (value === undefined) {
    const required = 'required' in definition && definition.required && definition.default === undefined;
    return required ? { code: 'field-required', facts: {} } : undefined;
  }
  const wrongType = (expected: Localized): FieldProblem => ({ code: 'field-wrong-type', facts: { expected } });
  switch (definition.kind) {
    case 'text':
      if (typeof value !== 'string') return wrongType(typeWords.text);
      if (definition.required === true && value.trim() === '') return { code: 'field-required', facts: {} };
      if (definition.pattern !== undefined && value !== '' && !definition.pattern.test.test(value))
        return { code: 'field-pattern', facts: { hint: definition.pattern.hint } };
      return undefined;
    case 'code':
      if (typeof value !== 'string') return wrongType(typeWords.text);
      return definition.required === true && value.trim() === '' ? { code: 'field-required', facts: {} } : undefined;
    case 'node':
      return typeof value === 'string' ? undefined : wrongType(typeWords.text);
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(typeWords.number);
      return value < definition.min || value > definition.max
        ? {
            code: 'field-out-of-range',
            facts: { min: definition.min, max: definition.max, unit: unitWords(definition.unit) },
          }
        : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType(typeWords.boolean);
    case 'choice': {
      const options = Object.keys(definition.options).join(', ');
      return typeof value === 'string' && Object.hasOwn(definition.options, value)
        ? undefined
        : wrongType({ en: `one of ${options}`, ja: `${options} のいずれか` });
    }
    case 'list':
      if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return wrongType(typeWords.list);
      return definition.required === true && value.length === 0 ? { code: 'field-required', facts: {} } : undefined;
    case 'map':
      return isRecord(value) && Object.values(value).every((item) => typeof item === 'string')
        ? undefined
        : wrongType(typeWords.map);
    case 'json':
      return isRecord(value) ? undefined : wrongType(typeWords.json);
    default:
      return unreachable(definition);
  }
}

function defaultOf(definition: Field): Json | undefined {
  switch (definition.kind) {
    case 'list':
      return definition.default ?? [];
    case 'map':
    case 'json':
      return {};
    case 'node':
      return undefined;
    default:
      return definition.default;
  }
}

/**
 * The props of a definition: the given values where they are valid, defaults elsewhere. Never throws; what is wrong is
 * reported by `checkField`.
 */
export function resolveProps<Fs extends Fields>(
  fields: Fs,
  given: Readonly<Record<string, Json | undefined>>,
): PropsOf<Fs> {
  const resolved: Record<string, Json | undefined> = {};
  for (const [name, definition] of Object.entries(fields)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    resolved[name] = value !== undefined && checkField(definition, value) === undefined ? value : defaultOf(definition);
  }
  return resolved as PropsOf<Fs>;
}

/** Whether a field is shown, given the other props. */
export function isFieldVisible(definition: Field, props: Readonly<Record<string, unknown>>): boolean {
  return definition.when === undefined || definition.when.is.includes(props[definition.when.field] as Json);
}
