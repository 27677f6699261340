import { beforeAll, describe, expect, test } from 'vitest';
import { translate } from '../../../model/localized.js';
import { loadSdkCatalog, type SdkCatalog } from '../../../sdk/catalog.js';
import { patternEntry, type PaletteEntry } from './entries.js';
import { statePatterns } from './patterns/index.js';
import { searchEntries } from './search-entries.js';

let catalog: SdkCatalog | undefined;
beforeAll(async () => {
  catalog = await loadSdkCatalog();
});

const found = (query: string, workflow: 'STANDARD' | 'EXPRESS' = 'STANDARD') =>
  searchEntries(query, {
    catalog,
    workflow,
    resources: [],
    patterns: statePatterns.map((pattern) => patternEntry(pattern, workflow)),
  });

const titles = (entries: readonly PaletteEntry[]): readonly string[] =>
  entries.map(({ title, mark }) => `${translate(title, 'en')}${mark === undefined ? '' : ` (${mark})`}`);

describe('the search of the palette', () => {
  test('has the optimized integration before the same call by the SDK', () => {
    const names = titles(found('put item').entries);
    expect(names.slice(0, 2)).toEqual(['PutItem (optimized)', 'PutItem (sdk)']);
    expect(titles(found('bedrock invoke').entries)[0]).toBe('InvokeModel (optimized)');
  });

  test('finds flow states and patterns by what they do, in both languages', () => {
    expect(titles(found('loop').entries)[0]).toBe('Map');
    expect(titles(found('分岐').entries)[0]).toBe('Choice');
    expect(titles(found('承認').entries)).toContain('Wait for approval');
    expect(titles(found('文字起こし').entries).some((title) => title.startsWith('StartTranscriptionJob'))).toBe(true);
  });

  test('says of what cannot be called why, and names services that are no more', () => {
    const streaming = found('converse stream').entries.find(({ title }) => translate(title, 'en') === 'ConverseStream');
    expect(streaming?.refusal).toBeDefined();
    const [retired] = [...(catalog?.retired.keys() ?? [])];
    expect(
      found(retired ?? '').entries.some(
        ({ refusal }) => refusal !== undefined && translate(refusal.text, 'en').includes('shut'),
      ),
    ).toBe(true);
  });

  test('in Express refuses patterns that wait', () => {
    const approval = found('approval', 'EXPRESS').entries.find(({ item }) => item.kind === 'pattern');
    expect(approval?.refusal).toBeDefined();
    expect(found('approval').entries.find(({ item }) => item.kind === 'pattern')?.refusal).toBeUndefined();
  });

  test('lists nothing twice, and nothing without a query', () => {
    const keys = found('s3').entries.map(({ item }) => JSON.stringify(item));
    expect(new Set(keys).size).toBe(keys.length);
    expect(found(' ').entries).toEqual([]);
  });
});
