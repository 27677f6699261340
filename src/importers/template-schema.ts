import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  floatCoreTag,
  intCoreTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  type ScalarTagDefinition,
} from 'js-yaml';

/** How CloudFormation reads YAML: its functions as tags, merge keys, and text wherever a number would change what was written. */

/** `!GetAtt` -> `Fn::GetAtt`; undefined: a tag that is no function. */
export function functionOfTag(tag: string): string | undefined {
  const name = tag.startsWith('!') ? tag.slice(1) : '';
  if (name === 'Ref' || name === 'Condition') return name;
  return /^[A-Za-z]+(?:::[A-Za-z]+)*$/.test(name) ? `Fn::${name.replace(/^Fn::/, '')}` : undefined;
}

/** The long form of a tagged value; `!GetAtt Orders.Arn` is short for a list. */
export function longForm(tag: string, value: unknown): unknown {
  const name = functionOfTag(tag);
  if (name === undefined) return value;
  if (name === 'Fn::GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.');
    return { [name]: dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
  }
  return { [name]: value };
}

/** `012`, `1.10` and account ids of more digits than a number holds stay text. */
export const isExactNumber = (source: string): boolean => String(Number(source)) === source;

const exact = (tag: ScalarTagDefinition<number>): ScalarTagDefinition<number> =>
  defineScalarTag<number>(tag.tagName, {
    implicit: true,
    implicitFirstChars: tag.implicitFirstChars,
    identify: () => false,
    resolve: (source, isExplicit, name) =>
      isExplicit || isExactNumber(source) ? tag.resolve(source, isExplicit, name) : NOT_RESOLVED,
  });

/** Every tag of one kind of value: functions, and whatever else somebody invented, which then changes nothing. */
const prefixes = ['!', 'tag:yaml.org,2002:'];

interface Carrier<Content> {
  readonly tag: string;
  readonly content: Content;
}

const scalars = prefixes.map((prefix) =>
  defineScalarTag<unknown>(prefix, {
    matchByTagPrefix: true,
    identify: () => false,
    resolve: (source, _isExplicit, tag) => longForm(tag, source),
  }),
);

const sequences = prefixes.map((prefix) =>
  defineSequenceTag<Carrier<unknown[]>, unknown>(prefix, {
    matchByTagPrefix: true,
    identify: () => false,
    create: (tag) => ({ tag, content: [] }),
    addItem: ({ content }, item) => {
      content.push(item);
    },
    finalize: ({ tag, content }) => longForm(tag, content),
  }),
);

const mappings = prefixes.map((prefix) =>
  defineMappingTag<Carrier<Record<string, unknown>>, unknown>(prefix, {
    matchByTagPrefix: true,
    identify: () => false,
    create: (tag) => ({ tag, content: {} }),
    addPair: ({ content }, key, value) => mapTag.addPair(content, key, value),
    has: ({ content }, key) => mapTag.has(content, key),
    keys: (result) => (typeof result === 'object' && result !== null ? Object.keys(result) : []),
    get: (result, key) => mapTag.get(result as Record<string, unknown>, key),
    finalize: ({ tag, content }) => longForm(tag, content),
  }),
);

export const templateSchema = CORE_SCHEMA.withTags(
  mergeTag,
  exact(intCoreTag),
  exact(floatCoreTag),
  scalars,
  sequences,
  mappings,
);
