import type { Localized } from '../../model/localized.js';

/** What a page of the help is made of: data, drawn by one component. */
export type HelpBlock =
  | { readonly kind: 'text' | 'heading'; readonly text: Localized }
  | { readonly kind: 'steps' | 'list'; readonly items: readonly Localized[] }
  | { readonly kind: 'keys'; readonly items: readonly { readonly keys: readonly string[]; readonly text: Localized }[] }
  | {
      readonly kind: 'fields';
      readonly items: readonly {
        readonly label: Localized;
        readonly text: Localized | undefined;
        readonly limit: Localized | undefined;
        readonly source: string | undefined;
      }[];
    }
  | { readonly kind: 'source'; readonly url: string; readonly text: Localized };

export const helpGroups = {
  guide: { en: 'Guide', ja: 'ガイド' },
  services: { en: 'Services', ja: 'サービス' },
  connections: { en: 'Connections', ja: '接続' },
  rules: { en: 'Suggestions', ja: '提案' },
} as const satisfies Record<string, Localized>;
export type HelpGroup = keyof typeof helpGroups;

export interface HelpPage {
  readonly id: string;
  readonly group: HelpGroup;
  readonly title: Localized;
  readonly icon?: string;
  /** Other words to find it by. */
  readonly keywords?: readonly string[];
  readonly blocks: readonly HelpBlock[];
}

export const definePage = (page: Omit<HelpPage, 'group'>): HelpPage => ({ ...page, group: 'guide' });
