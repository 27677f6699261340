import { verbOf } from './sdk-model.mjs';

/**
 * The packed form, made for gzip and for diffs: lines for each service, of like things in one section. `src/sdk/unpack.ts`
 * reads it. Names that a service uses more than once have a code of one or two characters, the more frequent the shorter;
 * a name used once stands in the order of its use, and `.` says: the next of those.
 */

// Without the marks of the format, and without what ends or escapes a template literal.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+-/:;<=>?@[]^_{|}~';
const singles = 66;

export function codeOf(index) {
  if (index < singles) return digits[index];
  const rest = index - singles;
  const lead = singles + Math.floor(rest / digits.length);
  if (lead >= digits.length) throw new Error(`No code for ${String(index)}.`);
  return digits[lead] + digits[rest % digits.length];
}

function groupsOf(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Names by how often they are used, those of one use apart. */
function codesFor(uses) {
  const counts = new Map();
  for (const name of uses) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
  const indexes = new Map(often.map((name, index) => [name, index]));
  const once = [];
  const encode = (names) => {
    const known = names.filter((name) => indexes.has(name)).sort((a, b) => indexes.get(a) - indexes.get(b));
    const others = names.filter((name) => !indexes.has(name));
    once.push(...others);
    return known.map((name) => codeOf(indexes.get(name))).join('') + '.'.repeat(others.length);
  };
  return { often, once, encode };
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const nounOf = (operation) => operation.slice(verbOf(operation).length);
const ending = { s: "'", ies: '"' };

function pluralOf(noun, nouns) {
  if (noun.endsWith('y') && nouns.has(`${noun.slice(0, -1)}ies`)) return [`${noun.slice(0, -1)}ies`, ending.ies];
  return nouns.has(`${noun}s`) ? [`${noun}s`, ending.s] : [];
}

/** The verbs of all services, the most frequent first. */
export const verbsOf = (services) =>
  [
    ...groupsOf(
      services.flatMap(({ actions }) => actions),
      ({ operation }) => verbOf(operation),
    ),
  ]
    .sort(([a, as], [b, bs]) => bs.length - as.length || compare(a, b))
    .map(([verb]) => verb);

/**
 * The operations of a service by what they act on, `Table:` and a code for each verb; after a quotation mark those of
 * the plural. Gives the actions in that order, too.
 */
function packNames(actions, verbs) {
  const codes = new Map(verbs.map((verb, index) => [verb, codeOf(index)]));
  const nouns = groupsOf(actions, ({ operation }) => nounOf(operation));
  const codesOf = (group) => group.map(({ operation }) => codes.get(verbOf(operation))).join('');
  const ordered = [];
  const items = [];
  const written = new Set();
  for (const noun of [...nouns.keys()].sort(compare)) {
    if (written.has(noun)) continue;
    const group = nouns.get(noun);
    const [plural, mark = ''] = pluralOf(noun, nouns);
    const others = plural === undefined || written.has(plural) ? [] : nouns.get(plural);
    items.push(`${noun}:${codesOf(group)}${others.length === 0 ? '' : mark + codesOf(others)}`);
    ordered.push(...group, ...others);
    written.add(noun).add(others.length === 0 ? noun : plural);
  }
  return { text: items.join(','), ordered };
}

/**
 * `id prefix iamPrefix offered label`, the operations; with `!` those that stream, with `-` those not offered, with `=`
 * those whose IAM actions are not the usual.
 */
export function packActions({ id, prefix, iamPrefix, isOffered, label, actions }, verbs) {
  const { text, ordered } = packNames(actions, verbs);
  const refused = (kind) => actions.filter(({ refusal }) => refusal === kind).map(({ operation }) => operation);
  const unusual = actions.filter(({ operation, iam }) => iam?.join() !== `${iamPrefix}:${operation}`);
  const byVerb = groupsOf(actions, ({ operation }) => verbOf(operation));
  const iam = [...groupsOf(unusual, (action) => iamText(action, iamPrefix))].map(
    ([actionsText, group]) => `=${actionsText} ${namesOf(group, byVerb, group.length === actions.length)}`,
  );
  const lines = [
    `${id} ${prefix} ${iamPrefix || '-'} ${isOffered ? '+' : '-'} ${label}`,
    text,
    ...(refused('stream').length === 0 ? [] : [`!${refused('stream').join(',')}`]),
    ...(refused('excluded').length === 0 ? [] : [`-${refused('excluded').join(',')}`]),
    ...iam,
  ];
  return { text: lines.join('\n'), ordered };
}

/** Operations with commas; `*` for all of the service, `Get*` for all of a verb. */
function namesOf(group, byVerb, isAll) {
  if (isAll) return '*';
  return [...groupsOf(group, ({ operation }) => verbOf(operation))]
    .flatMap(([verb, some]) =>
      some.length === byVerb.get(verb).length && some.length > 1
        ? [`${verb}*`]
        : some.map(({ operation }) => operation),
    )
    .join(',');
}

const iamText = ({ iam }, prefix) =>
  iam === undefined
    ? '?'
    : iam.map((action) => (action.startsWith(`${prefix}:`) ? action.slice(prefix.length + 1) : action)).join('+');

const memberText = ({ name, type }) => (type === 's' ? name : `${name}:${type}`);

/** Names of many uses, names of one use; `required,optional` of each action; required members of each structure. */
export function packParameters({ actions, structures }) {
  const { often, once, encode } = codesFor(actions.flatMap(({ parameters }) => parameters.map(memberText)));
  const calls = actions.map(({ parameters }) => {
    const required = encode(parameters.filter(({ isRequired }) => isRequired).map(memberText));
    const optional = encode(parameters.filter(({ isRequired }) => !isRequired).map(memberText));
    return optional === '' ? required : `${required},${optional}`;
  });
  const nested = structures.map((members) => members.map(memberText).join(','));
  return [`${often.join(' ')}\n${once.join(' ')}`, calls.join(' '), nested.join(' ')];
}

/** Names of many uses, names of one use; the errors of each action. */
export function packErrors({ actions }) {
  const short = (error) => error.replace(/Exception$/, '');
  const { often, once, encode } = codesFor(actions.flatMap(({ errors }) => errors.map(short)));
  const calls = actions.map(({ errors }) => encode(errors.map(short)));
  return [`${often.join(' ')}\n${once.join(' ')}`, calls.join(' ')];
}
