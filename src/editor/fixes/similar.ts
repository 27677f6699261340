/** Number of letters to change, add or remove between two short texts. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const kept = (row[j] ?? 0) + (letter === other[j] ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

const longest = 60;
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, longest);

/** How alike two names are, from 0 to 1; one that holds the other counts as well as a misspelling. */
export function likeness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)];
  if (a === '' || b === '') return 0;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const spelled = 1 - distance(a, b) / longer.length;
  return longer.includes(shorter) && shorter.length > 2 ? Math.max(spelled, 0.7) : spelled;
}
