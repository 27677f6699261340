import type { Localized } from '../../model/localized.js';
import type { ResourceDifference, ResourceImpact, Risk } from './template-difference.js';

/** What is said of changes that can hurt, and of those that cannot. */

export const impactWords: Readonly<Record<ResourceImpact, Localized>> = {
  create: { en: 'Added', ja: '追加' },
  update: { en: 'In place', ja: 'そのまま更新' },
  replace: { en: 'Replacement', ja: '置換' },
  'may-replace': { en: 'Possible replacement', ja: '置換の可能性' },
  move: { en: 'Other stack', ja: 'スタックの移動' },
  delete: { en: 'Deleted', ja: '削除' },
  retain: { en: 'Retained', ja: '保持' },
};

export const broaderWords: Localized = { en: 'Broader', ja: '拡大' };
export const narrowerWords: Localized = { en: 'Narrower', ja: '縮小' };
export const newWords: Localized = { en: 'New', ja: '新規' };
export const goneWords: Localized = { en: 'Left behind', ja: '取り残し' };

const old: Readonly<Record<'kept' | 'lost' | 'deleted', Localized>> = {
  kept: {
    en: 'What the old one holds is not copied; the old one stays in the account.',
    ja: '古いリソースの内容はコピーされません。古いリソースはアカウントに残ります。',
  },
  lost: {
    en: 'What the old one holds is not copied, and is deleted with it.',
    ja: '古いリソースの内容はコピーされず、リソースとともに削除されます。',
  },
  deleted: { en: 'The old one is deleted.', ja: '古いリソースは削除されます。' },
};

const oldOf = ({ holdsData, retained }: ResourceDifference): Localized =>
  retained ? old.kept : holdsData ? old.lost : old.deleted;

/** What happens, in a sentence or two; `{old}` is what becomes of the resource that is there. */
export function consequenceOf(resource: ResourceDifference): {
  readonly text: Localized;
  readonly facts: Readonly<Record<string, Localized | string>>;
} {
  const facts = { old: oldOf(resource), stack: resource.stack, because: resource.because ?? '' };
  switch (resource.impact) {
    case 'replace':
      return resource.because === undefined
        ? {
            text: {
              en: 'A new resource is made in its place, under a new name. {old}',
              ja: '新しい名前のリソースが代わりに作成されます。{old}',
            },
            facts,
          }
        : {
            text: {
              en: 'Replaced because {because} is replaced.',
              ja: '{because} の置換にともなって置換されます。',
            },
            facts,
          };
    case 'may-replace':
      return {
        text: {
          en: 'A new resource may be made in its place: CloudFormation decides when it is deployed. {old}',
          ja: '新しいリソースに置換される場合があります。デプロイ時に CloudFormation が判断します。{old}',
        },
        facts,
      };
    case 'move':
      return {
        text: {
          en: 'It moves to another stack, where it is made anew. {old}',
          ja: '別のスタックに移動し、そこで新しく作成されます。{old}',
        },
        facts,
      };
    case 'delete':
      return resource.holdsData
        ? { text: { en: 'Deleted with what it holds.', ja: '内容ごと削除されます。' }, facts }
        : { text: { en: 'Deleted.', ja: '削除されます。' }, facts };
    case 'retain':
      return {
        text: {
          en: 'In the template no more; it stays in the account.',
          ja: 'テンプレートからは削除されますが、アカウントに残ります。',
        },
        facts,
      };
    case 'create':
      return { text: { en: 'Created.', ja: '作成されます。' }, facts };
    case 'update':
      return { text: { en: 'Changed in place.', ja: 'そのまま更新されます。' }, facts };
  }
}

export const broaderText: Localized = {
  en: 'It may do more than before.',
  ja: 'これまで許可されていない操作ができるようになります。',
};

export const goneStackText: Localized = {
  en: 'The app has this stack no more. If it is deployed, it stays until you delete it, and what other stacks have in its place is made anew.',
  ja: 'このスタックはアプリになくなりました。デプロイ済みの場合は削除するまで残り、代わりのリソースは別のスタックに新しく作成されます。',
};

/** What a person agrees to. */
export function decisionWords(risk: Risk): Localized {
  if (risk.kind === 'stack') return { en: 'Leave the stack behind', ja: 'スタックが残ることを承認' };
  if (risk.kind === 'permission') return { en: 'Allow this', ja: 'このアクセス許可を承認' };
  const { impact, retained, holdsData } = risk.resource;
  if (impact === 'delete') return { en: 'Delete it with what it holds', ja: '内容ごとの削除を承認' };
  if (impact === 'move')
    return retained
      ? { en: 'Move it; the old one is retained', ja: '移動を承認 (古いリソースは保持)' }
      : { en: 'Move it; the old one is deleted', ja: '移動を承認 (古いリソースは削除)' };
  return retained
    ? { en: 'Replace it; the old one is retained', ja: '置換を承認 (古いリソースは保持)' }
    : holdsData
      ? { en: 'Replace it; the old one is deleted with what it holds', ja: '置換を承認 (古いリソースは内容ごと削除)' }
      : { en: 'Replace it', ja: '置換を承認' };
}
