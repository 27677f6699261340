import { beforeEach, expect, test, vi } from 'vitest';
import type { CatalogSet } from './index.js';

// The registry is a module: each test gets a new one.
beforeEach(() => {
  vi.resetModules();
});

const open = async () => {
  const { connections, services } = await import('../index.js');
  const { catalogSets } = await import('./index.js');
  const known = (): readonly string[] => [...services.map(({ type }) => type), ...connections.map(({ kind }) => kind)];
  return { known, catalogSets, further: () => import('../further.js') };
};

test('a set holds what its names say, and all of them hold the catalog', async () => {
  const { known, catalogSets, further } = await open();
  for (const { names, load } of catalogSets) {
    const before = new Set(known());
    await load();
    expect(
      known()
        .filter((name) => !before.has(name))
        .sort(),
    ).toEqual([...names].sort());
  }
  const bySets = known();
  await further();
  expect([...known()].sort()).toEqual([...bySets].sort());
});

test('the catalog has one order, whichever sets came first', async () => {
  const once = await open();
  await once.further();
  const order = once.known();
  vi.resetModules();
  const bySets = await open();
  for (const { load } of [...bySets.catalogSets].reverse().slice(3) satisfies readonly CatalogSet[]) await load();
  expect(bySets.known()).not.toEqual(order);
  await bySets.further();
  expect(bySets.known()).toEqual(order);
});
