/** A range of IP addresses: the bits that count, and how many of them. */
export interface Network {
  readonly bits: 32 | 128;
  readonly prefix: bigint;
  readonly length: number;
}

interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** Reads `10.0.0.0/24` or `2001:db8::/32`; undefined where it is none. */
export function parseCidr(text: string): Network | undefined {
  const [, address = '', digits = ''] = /^([0-9a-fA-F.:]{2,45})\/(\d{1,3})$/.exec(text) ?? [];
  const parsed = parseAddress(address);
  const length = Number(digits);
  if (parsed === undefined || length > parsed.bits) return undefined;
  return { bits: parsed.bits, length, prefix: parsed.value >> BigInt(parsed.bits - length) };
}

/** Whether a text is an IP address of the range. */
export function isInNetwork(network: Network, text: string): boolean {
  const address = parseAddress(text);
  return address?.bits === network.bits && address.value >> BigInt(network.bits - network.length) === network.prefix;
}

function parseAddress(text: string): Address | undefined {
  const four = parseFour(text);
  if (four !== undefined) return { bits: 32, value: four };
  return text.includes(':') ? parseSix(text) : undefined;
}

function parseFour(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

const groups = 8;

function parseSix(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const read = (half: string): readonly string[] => (half === '' ? [] : half.split(':'));
  const [head = [], tail] = halves.map(read);
  const missing = groups - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...head, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...(tail ?? [])];
  if (all.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return { bits: 128, value: all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n) };
}
