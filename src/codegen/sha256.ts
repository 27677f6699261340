/**
 * SHA-256 of a text's UTF-8 bytes, in hexadecimal. Written out because it must be synchronous in browser and Node alike.
 * https://csrc.nist.gov/pubs/fips/180-4/upd1/final
 */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const length = bytes.length;
  const padded = new Uint8Array(((length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 0x2000_0000));
  view.setUint32(padded.length - 4, length << 3);
  const state = Uint32Array.from(initial);
  const words = new Uint32Array(64);
  for (let offset = 0; offset < padded.length; offset += 64) {
    for (let index = 0; index < 64; index++) {
      const [w15, w2] = [at(words, index - 15), at(words, index - 2)];
      words[index] =
        index < 16
          ? view.getUint32(offset + index * 4)
          : at(words, index - 16) +
            (rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3)) +
            at(words, index - 7) +
            (rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10));
    }
    const work = Uint32Array.from(state);
    for (let index = 0; index < 64; index++) {
      const [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map((position) => at(work, position)) as Eight;
      const first =
        h +
        (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
        ((e & f) ^ (~e & g)) +
        at(roundConstants, index) +
        at(words, index);
      const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      work.set([first + second, a, b, c, d + first, e, f, g]);
    }
    state.forEach((value, index) => (state[index] = value + at(work, index)));
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

type Eight = [number, number, number, number, number, number, number, number];

const at = (words: Uint32Array, index: number): number => words[index] ?? 0;
const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the fractional parts of roots of the first primes. */
function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 0x1_0000_0000);
}

const initial = fractions(8, Math.sqrt);
const roundConstants = fractions(64, Math.cbrt);
