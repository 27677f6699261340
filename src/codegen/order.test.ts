import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cycles, inOrder } from './order.js';

type Graph = Readonly<Record<string, readonly string[]>>;
const keysOf = (graph: Graph): string[] => Object.keys(graph);
const next =
  (graph: Graph) =>
  (key: string): readonly string[] =>
    graph[key] ?? [];
const order = (graph: Graph): string[] | undefined =>
  inOrder(new Map(keysOf(graph).map((key) => [key, key])), next(graph), (a, b) => (a < b ? -1 : 1));

/** Whether `to` is reached from `from` in one step or more. */
function reaches(from: string, to: string, next: (key: string) => Iterable<string>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const other of next(key)) {
      if (other === to) return true;
      if (!seen.has(other)) {
        seen.add(other);
        open.push(other);
      }
    }
  }
  return false;
}

describe('order', () => {
  test('what is needed comes first, then by name', () => {
    expect(order({ c: [], a: ['d'], b: [], d: ['b'] })).toEqual(['b', 'c', 'd', 'a']);
  });

  test('there is none where two need each other', () => {
    const graph = { a: ['b'], b: ['c'], c: ['b'], d: ['d'], e: ['a'] };
    expect(order(graph)).toBeUndefined();
    expect(cycles(keysOf(graph), next(graph))).toEqual([['b', 'c'], ['d']]);
  });

  test('a long chain does not exhaust the stack', () => {
    const graph = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`n${String(index)}`, [`n${String(index + 1)}`]]),
    );
    expect(cycles(keysOf(graph), next(graph))).toEqual([]);
  });

  const graphs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }).map((edges): Graph => {
    const graph: Record<string, string[]> = Object.fromEntries(Array.from('01234567').map((key) => [key, []]));
    for (const [from, to] of edges) graph[String(from)]?.push(String(to));
    return graph;
  });
  test('there is an order exactly where no key reaches itself', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const circular = keysOf(graph).filter((key) => reaches(key, key, next(graph)));
        expect(cycles(keysOf(graph), next(graph)).flat().sort()).toEqual(circular.sort());
        expect(order(graph) === undefined).toBe(circular.length > 0);
      }),
    );
  });
});
