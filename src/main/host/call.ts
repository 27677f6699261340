import { hostMethods, type Host, type HostMethod } from '../../host/host.js';
import { Refusal } from './failure.js';
import { argumentsOf } from './validate.js';

const methods: ReadonlySet<string> = new Set(hostMethods);
const isHostMethod = (name: string): name is HostMethod => methods.has(name);

/**
 * Calls a method of the host for somebody on the other side of a border (IPC, HTTP): the name and the arguments are
 * whatever arrived. Throws Refusal for what is wrong with them.
 */
export async function callHost(host: Host, name: string, args: unknown): Promise<unknown> {
  if (!isHostMethod(name)) throw new Refusal('unknown-method', name);
  const implementation: unknown = Reflect.get(host, name);
  if (typeof implementation !== 'function') throw new Refusal('not-available', name);
  const checked = argumentsOf[name].safeParse(args);
  if (!checked.success) throw new Refusal('invalid-arguments', `${name}: ${checked.error.message}`);
  const result: unknown = await Reflect.apply(implementation, host, checked.data);
  return result;
}
