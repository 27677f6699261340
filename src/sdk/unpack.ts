/** Reads what `scripts/lib/sdk-pack.mjs` packs. */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+-/:;<=>?@[]^_{|}~';
const singles = 66;

export interface PackedService {
  readonly id: string;
  /** First part of the names of errors: `DynamoDb`. */
  readonly errorPrefix: string;
  readonly iamPrefix: string;
  readonly isOffered: boolean;
  readonly label: string;
  /** Read when first asked for: most services never are. */
  readonly body: () => PackedBody;
}

export interface PackedBody {
  /** As the API calls them, in the order of the other sections: `PutItem`. */
  readonly operations: readonly string[];
  readonly streaming: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
  /** Where they are not `<iamPrefix>:<operation>`; undefined: not known. */
  readonly iam: ReadonlyMap<string, readonly string[] | undefined>;
}

export interface Member {
  readonly name: string;
  readonly type: string;
}

export interface PackedCall {
  readonly required: readonly Member[];
  readonly optional: readonly Member[];
}

const split = (text: string | undefined, separator: string): readonly string[] =>
  text === undefined || text === '' ? [] : text.split(separator);

/** The value of each digit by its character code. */
const values = new Uint8Array(128);
for (let index = 0; index < digits.length; index++) values[digits.charCodeAt(index)] = index;
const dot = '.'.charCodeAt(0);

/** What a string of codes stands for; `next` gives the names that are used once. */
function decode(codes: string, often: readonly string[], next: () => string): string[] {
  const names: string[] = [];
  for (let at = 0; at < codes.length; at++) {
    const char = codes.charCodeAt(at);
    if (char === dot) {
      names.push(next());
      continue;
    }
    const first = values[char] ?? 0;
    const index =
      first < singles ? first : singles + (first - singles) * digits.length + (values[codes.charCodeAt(++at)] ?? 0);
    names.push(often[index] ?? '');
  }
  return names;
}

function plural(noun: string, mark: string): string {
  return mark === '"' ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** `Table:325'0`: verbs by their code, after a quotation mark those of the plural. */
function operationsOf(item: string, verbs: readonly string[]): string[] {
  const colon = item.indexOf(':');
  const noun = item.slice(0, colon);
  const codes = item.slice(colon + 1);
  const quote = codes.search(/['"]/);
  const verbsIn = (text: string): string[] => decode(text, verbs, () => '');
  if (quote < 0) return verbsIn(codes).map((verb) => verb + noun);
  const many = plural(noun, codes.charAt(quote));
  return [
    ...verbsIn(codes.slice(0, quote)).map((verb) => verb + noun),
    ...verbsIn(codes.slice(quote + 1)).map((verb) => verb + many),
  ];
}

/** `InvokeModel+s3:GetObject`, `?` where it is not known. */
function iamOf(text: string, prefix: string): readonly string[] | undefined {
  if (text === '?') return undefined;
  return split(text, '+').map((action) => (action.includes(':') ? action : `${prefix}:${action}`));
}

/** Whether a name of a line with `=` means an operation: its name, `Get*` or `*`. */
function namedBy(name: string, operations: readonly string[]): readonly string[] {
  if (!name.endsWith('*')) return [name];
  const verb = name.slice(0, -1);
  return operations.filter((one) => verb === '' || (one.startsWith(verb) && !/^[a-z0-9]/.test(one.slice(verb.length))));
}

/** Calculates a value once, when it is first asked for. */
export function lazily<T>(calculate: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: calculate() };
    return known.value;
  };
}

function serviceOf(block: string, verbs: readonly string[]): PackedService {
  const [head = '', items = '', ...rest] = block.split('\n');
  const [id = '', errorPrefix = '', iamPrefix = '', mark = '', ...label] = head.split(' ');
  const prefix = iamPrefix === '-' ? '' : iamPrefix;
  return {
    id,
    errorPrefix,
    iamPrefix: prefix,
    isOffered: mark === '+',
    label: label.join(' '),
    body: lazily(() => bodyOf(items, rest, prefix, verbs)),
  };
}

function bodyOf(items: string, rest: readonly string[], prefix: string, verbs: readonly string[]): PackedBody {
  const operations = split(items, ',').flatMap((item) => operationsOf(item, verbs));
  const listed = (sign: string): ReadonlySet<string> =>
    new Set(rest.filter((line) => line.startsWith(sign)).flatMap((line) => line.slice(1).split(',')));
  const iam = new Map<string, readonly string[] | undefined>();
  for (const line of rest) {
    if (!line.startsWith('=')) continue;
    const space = line.indexOf(' ');
    const actions = iamOf(line.slice(1, space), prefix);
    for (const name of line.slice(space + 1).split(','))
      for (const operation of namedBy(name, operations)) iam.set(operation, actions);
  }
  return { operations, streaming: listed('!'), excluded: listed('-'), iam };
}

/** The services with the names of their actions, and the prefixes of the services that AWS has shut down. */
export function unpackActions(text: string): {
  readonly services: readonly PackedService[];
  readonly retired: ReadonlyMap<string, string>;
} {
  const [verbs = '', retired = '', ...blocks] = text.split('\n\n');
  const known = verbs.split(' ');
  return {
    services: blocks.map((block) => serviceOf(block, known)),
    retired: new Map(retired.split('\n').map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? ''])),
  };
}

/** Sections of lines, to be read service by service. */
export type Sections = readonly (readonly string[])[];

export const unpackSections = (text: string): Sections => text.split('\n""\n').map((section) => section.split('\n'));

/** Names of many uses, and a function that gives those of one use, one after the other. */
function namesAt(
  lines: readonly string[] | undefined,
  service: number,
): { often: readonly string[]; next: () => string } {
  const once = split(lines?.[service * 2 + 1], ' ');
  let used = 0;
  return { often: split(lines?.[service * 2], ' '), next: () => once[used++] ?? '' };
}

const memberOf = (text: string): Member => {
  const colon = text.indexOf(':');
  return colon < 0 ? { name: text, type: 's' } : { name: text.slice(0, colon), type: text.slice(colon + 1) };
};

/** The parameters of each action of a service, and the required members of its numbered structures. */
export function parametersAt(
  [names, calls, structures]: Sections,
  service: number,
): { readonly calls: readonly PackedCall[]; readonly structures: readonly (readonly Member[])[] } {
  const { often, next } = namesAt(names, service);
  return {
    calls: (calls?.[service] ?? '').split(' ').map((call) => {
      const [required = '', optional = ''] = call.split(',');
      return {
        required: decode(required, often, next).map(memberOf),
        optional: decode(optional, often, next).map(memberOf),
      };
    }),
    structures: split(structures?.[service], ' ').map((members) => members.split(',').map(memberOf)),
  };
}

/** The errors of each action of a service, without their prefix. */
export function errorsAt([names, calls]: Sections, service: number): readonly (readonly string[])[] {
  const { often, next } = namesAt(names, service);
  return (calls?.[service] ?? '')
    .split(' ')
    .map((codes) => decode(codes, often, next).map((error) => `${error}Exception`));
}
