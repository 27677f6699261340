import { costsOf } from '../../system/costs/costs.js';
import { priceBasis } from '../../system/costs/prices.js';
import type { Block, MakeSection } from '../define.js';
import { dash, nameOf } from '../words.js';

const dollars = (usd: number): string => (usd > 0 && usd < 0.01 ? '< $0.01' : `$${usd.toFixed(2)}`);

/** What a million of each thing costs, and of each way in; for schedules what their rate comes to. */
export const costsSection: MakeSection = ({ system, say }) => {
  const { prices, entries, unpriced } = costsOf(system);
  const basis: Block = {
    kind: 'text',
    tone: 'hint',
    text: say(
      {
        en: 'Approximate list prices of {region} in {year}, in US dollars, without free tiers, data transfer, storage and what is paid by the hour. The price lists of AWS decide.',
        ja: '{region} の {year} 年のおおよその定価 (米ドル) です。無料枠、データ転送、ストレージ、時間単位の料金は含みません。正確な料金は AWS の料金ページを確認してください。',
      },
      { region: priceBasis.region, year: String(priceBasis.year) },
    ),
  };
  const names = unpriced.map((node) =>
    say({ en: '{name} ({service})', ja: '{name} ({service})' }, { name: nameOf(node), service: node.service.label }),
  );
  return {
    id: 'costs',
    title: say({ en: 'Cost per million', ja: '100 万件あたりのコスト' }),
    blocks: [
      basis,
      ...(prices.length === 0
        ? []
        : [
            {
              kind: 'table',
              head: [
                say({ en: 'Node', ja: 'ノード' }),
                say({ en: 'A million', ja: '100 万件の単位' }),
                say({ en: 'Cost', ja: 'コスト' }),
                say({ en: 'Prices', ja: '料金' }),
              ],
              numbers: [2],
              rows: prices.map(({ node, price }) => [
                nameOf(node),
                say(price.unit),
                dollars(price.usd),
                { text: say({ en: 'AWS', ja: 'AWS' }), url: price.source },
              ]),
            } as const,
          ]),
      ...(entries.length === 0
        ? []
        : [
            { kind: 'heading', text: say({ en: 'By way in', ja: '入口ごとのコスト' }) } as const,
            {
              kind: 'text',
              text: say({
                en: 'A million that come in and take every way that is drawn once. Batches and choices make it less, loops and Maps more.',
                ja: '100 万件が入り、図のすべての経路を 1 回ずつ通る場合の合計です。バッチや分岐では少なく、ループや Map では多くなります。',
              }),
            } as const,
            {
              kind: 'table',
              head: [
                say({ en: 'Way in', ja: '入口' }),
                say({ en: 'Cost per million', ja: '100 万件あたり' }),
                say({ en: 'Not counted', ja: '含まれないノード' }),
                say({ en: 'Runs a month', ja: '月間の実行回数' }),
                say({ en: 'Cost a month', ja: '月額' }),
              ],
              numbers: [1, 2, 3, 4],
              rows: entries.map(({ node, usd, unpriced: count, runsPerMonth }) => [
                nameOf(node),
                dollars(usd),
                String(count),
                runsPerMonth === undefined ? dash : say({ en: '{count}', ja: '{count}' }, { count: runsPerMonth }),
                runsPerMonth === undefined ? dash : dollars((usd * runsPerMonth) / 1_000_000),
              ]),
            } as const,
          ]),
      ...(names.length === 0
        ? []
        : [
            { kind: 'heading', text: say({ en: 'Not counted', ja: '含まれないもの' }) } as const,
            { kind: 'text', text: names.join(', ') } as const,
          ]),
    ],
  };
};
