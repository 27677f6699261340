/** The names that have all words of a query, those that begin with it first; at most so many. */
export function findNames(names: readonly string[], query: string, most: number): readonly string[] {
  const words = query
    .slice(0, 200)
    .toLowerCase()
    .split(/[\s:.]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return names.slice(0, most);
  const found = names.filter((name) => {
    const lower = name.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  const rank = (name: string): number => {
    const last = name.toLowerCase().split('::').at(-1) ?? '';
    const word = words.at(-1) ?? '';
    return last === word ? 0 : last.startsWith(word) ? 1 : 2;
  };
  return found
    .map((name) => ({ name, rank: rank(name) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ name }) => name);
}
