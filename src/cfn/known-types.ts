import { misspelt } from './names.js';
import type { ResourceType } from './resource-type.js';
import { knownResourceType, namespaceOf, namespaces } from './store.js';
import { unpackNames, unpackTypes } from './unpack.js';

let names: ReadonlyMap<string, readonly string[]> | undefined;

/** Namespaces whose types are all listed: what is not among them is a mistake, or newer than the list. */
const listed = /^(?:AWS|Alexa)::[A-Za-z0-9]+$/;

/** Reads what is known of types, once for each namespace; then `findResourceType` knows them. */
export async function learnResourceTypes(types: readonly string[]): Promise<void> {
  const wanted = new Set(types.map(namespaceOf).filter((name) => listed.test(name)));
  if (wanted.size === 0) return;
  await learnTypeNames();
  const { namespaceTexts } = await import('./types/load.generated.js');
  await Promise.all(
    [...wanted].map(async (name) => {
      if (namespaces.has(name) || !Object.hasOwn(namespaceTexts, name)) return;
      const text = (await namespaceTexts[name]?.())?.text;
      if (text !== undefined) namespaces.set(name, unpackTypes(name, text));
    }),
  );
}

/** The names of all types, in order: `AWS::SNS::Topic`. */
export async function learnTypeNames(): Promise<readonly string[]> {
  names ??= unpackNames((await import('./types/names.generated.js')).text);
  return [...names].flatMap(([namespace, own]) => own.map((name) => `${namespace}::${name}`));
}

/** `unknown`: no type of AWS. `unread`: not asked for yet, or a type of somebody else, of which nothing is known. */
export type FoundType =
  | { readonly status: 'known'; readonly type: ResourceType }
  | { readonly status: 'unknown'; readonly nearest?: string }
  | { readonly status: 'unread' };

const unread: FoundType = { status: 'unread' };

/** What is known of a type by now. */
export function findResourceType(name: string): FoundType {
  const namespace = namespaceOf(name);
  const type = knownResourceType(name);
  if (type !== undefined) return { status: 'known', type };
  // A module has a type of its own in each account.
  if (names === undefined || !listed.test(namespace) || name.endsWith('::MODULE')) return unread;
  const own = names.get(namespace);
  const short = name.slice(namespace.length + 2);
  if (own?.includes(short) === true) return unread;
  const near = own === undefined ? nearestInOther(namespace, short) : misspelt(short, own);
  return near === undefined
    ? { status: 'unknown' }
    : { status: 'unknown', nearest: own === undefined ? near : `${namespace}::${near}` };
}

/** `AWS::StepFunction::StateMachine`: the namespace is wrong. */
function nearestInOther(namespace: string, short: string): string | undefined {
  const others = [...(names ?? [])].filter(([, own]) => own.includes(short)).map(([name]) => name);
  const near = misspelt(namespace, others);
  return near === undefined ? undefined : `${near}::${short}`;
}
