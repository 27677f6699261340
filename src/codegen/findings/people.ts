import { named, type Explain } from './finding.js';

export const explainUserPool: Explain = ({ node }) => ({
  ...(node.props['mfa'] === 'REQUIRED'
    ? {}
    : {
        'AwsSolutions-COG2': {
          en: `The design leaves a second factor of "${named(node)}" to each person.`,
          ja: `設計では「${named(node)}」の 2 要素認証の利用は各ユーザーに任されています。`,
        },
      }),
  'AwsSolutions-IAM5[Resource::*]': {
    en: 'Messages to phones have no resource.',
    ja: '電話番号への SMS の送信では、リソースを指定できません。',
  },
  'AwsSolutions-COG8': {
    en: `The design does not ask for the Plus plan of "${named(node)}", which has a price of its own.`,
    ja: `設計では「${named(node)}」に有料の Plus プランが指定されていません。`,
  },
});
