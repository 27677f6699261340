/** `CreateDBInstance` -> `createDBInstance`, as the AWS SDK for Java names the method. */
export function actionNameOf(operation: string): string {
  const acronym = /^[A-Z]+(?![a-z])/.exec(operation)?.[0] ?? operation.charAt(0);
  return acronym.toLowerCase() + operation.slice(acronym.length);
}

/** The words of a name in lower case: `createDBInstance` -> create, db, instance. */
export const wordsOf = (name: string): readonly string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? []).map((word) => word.toLowerCase());

/** How many letters have to be changed, added or left out between two names, up to a limit. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** The name among some that is meant by one that is not among them: other case, or up to two letters off. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.slice(0, 80).toLowerCase();
  let best: { readonly name: string; readonly off: number } | undefined;
  for (const one of names) {
    const off = distance(wanted, one.toLowerCase(), 2);
    if (off <= 2 && (best === undefined || off < best.off)) best = { name: one, off };
  }
  return best?.name;
}
