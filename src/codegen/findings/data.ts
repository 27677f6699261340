import { named, type Explain } from './finding.js';

export const explainBucket: Explain = ({ node }) => ({
  'AwsSolutions-S1': {
    en: `The design draws no bucket for the access logs of "${named(node)}".`,
    ja: `設計には「${named(node)}」のアクセスログ用のバケットがありません。`,
  },
});

export const explainVpc: Explain = ({ node }) => ({
  'AwsSolutions-VPC7': {
    en: `The design asks for no flow logs of "${named(node)}".`,
    ja: `設計では「${named(node)}」のフローログが指定されていません。`,
  },
});

export const explainDatabase: Explain = ({ node }) => ({
  ...explainVpc({ node, incoming: [], outgoing: [], serviceOf: () => undefined }),
  'AwsSolutions-SMG4': {
    en: `Only the Data API and the code of the design read the secret of "${named(node)}", which RDS keeps.`,
    ja: `「${named(node)}」のシークレットは、Data API と設計内のコードだけが参照します。`,
  },
});
