import { labels } from './sdk-labels.mjs';
import { actionName, errorName, operationName, parameterName, serviceName } from './sdk-names.mjs';
import { actionsNotOffered, servicesNotOffered } from './sdk-step-functions.mjs';

const letters = {
  string: 's',
  character: 's',
  integer: 'n',
  long: 'n',
  short: 'n',
  byte: 'n',
  float: 'n',
  double: 'n',
  bigdecimal: 'n',
  biginteger: 'n',
  boolean: 'b',
  timestamp: 't',
  blob: 'x',
};

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Amazon S3 rather than Amazon Simple Storage Service. */
function labelOf(id, { serviceAbbreviation, serviceFullName }) {
  if (Object.hasOwn(labels, id)) return labels[id];
  const label = /^(?:Amazon|AWS) /.test(serviceAbbreviation ?? '') ? serviceAbbreviation : serviceFullName;
  return label.replace(/\s+/g, ' ').trim();
}

/** Tokens that make a call idempotent are filled in by the SDK. */
const requiredOf = ({ required = [], members }) => required.filter((name) => !members[name].idempotencyToken);

/** Structures that have required members, numbered as they are met in what a call has to give. */
function shapesOf(shapes) {
  const numbers = new Map();
  const members = [];

  const hasRequired = (shape) => requiredOf(shape).length > 0;

  /** A letter; `l` and what the list holds; in what a call has to give, `o` and the number of a structure. */
  const typeOf = (name, isRequired) => {
    const shape = shapes[name];
    if (shape.document) return 'j';
    if (shape.type === 'list') return `l${typeOf(shape.member.shape, isRequired)}`;
    if (shape.type === 'map') return 'm';
    if (shape.type !== 'structure') return letters[shape.type];
    if (!isRequired || !hasRequired(shape)) return 'o';
    if (!numbers.has(name)) {
      const number = members.length;
      numbers.set(name, number);
      members.push([]);
      members[number] = requiredOf(shape).map((member) => ({
        name: parameterName(member),
        type: typeOf(shape.members[member].shape, true),
      }));
    }
    return `o${String(numbers.get(name))}`;
  };
  return { typeOf, members };
}

const streams = (shapes, place) =>
  place !== undefined &&
  Object.values(shapes[place.shape].members ?? {}).some(({ shape }) => shapes[shape].eventstream);

/** A service of the catalog, from its API model. */
export function serviceOf({ metadata, operations, shapes }, iam) {
  const prefix = serviceName(metadata.serviceId);
  const id = prefix.toLowerCase();
  const iamPrefix = iam.prefixOf(id, metadata);
  const structures = shapesOf(shapes);
  const excluded = actionsNotOffered[id] ?? [];

  const actions = Object.entries(operations)
    .map(([key, operation]) => {
      const name = operationName(key);
      const input = operation.input === undefined ? { members: {} } : shapes[operation.input.shape];
      const required = new Set(requiredOf(input));
      return {
        operation: name,
        name: actionName(key),
        refusal:
          streams(shapes, operation.input) || streams(shapes, operation.output)
            ? 'stream'
            : excluded.includes(name)
              ? 'excluded'
              : undefined,
        iam: iam.actionsOf(id, iamPrefix, key, operation),
        parameters: Object.entries(input.members).map(([member, { shape }]) => ({
          name: parameterName(member),
          isRequired: required.has(member),
          type: structures.typeOf(shape, required.has(member)),
        })),
        errors: [...new Set((operation.errors ?? []).map(({ shape }) => errorName(shape)))],
      };
    })
    .sort((a, b) => compare(a.operation, b.operation));

  return {
    id,
    prefix,
    label: labelOf(id, metadata),
    iamPrefix,
    isOffered: !servicesNotOffered.includes(id),
    actions,
    structures: structures.members,
  };
}

/** The first word of an operation: `Create` of `CreateTable`. */
export const verbOf = (operation) => /^[A-Z][a-z0-9]*/.exec(operation)?.[0] ?? '';
