import type { Localized } from '../../model/localized.js';
import { named, sameReason, type Explain, type Reasons } from './finding.js';

const authorizationWords = (label: string, authorization: unknown): Localized | undefined => {
  switch (authorization) {
    case undefined:
    case 'NONE':
      return {
        en: `The design draws "${label}" without authorization: anybody may call it.`,
        ja: `設計では「${label}」に認可がなく、だれでも呼び出せます。`,
      };
    case 'IAM':
      return {
        en: `Requests to "${label}" are signed with IAM credentials.`,
        ja: `「${label}」へのリクエストは IAM の認証情報で署名されます。`,
      };
    case 'COGNITO':
      return undefined;
    default:
      return {
        en: `"${label}" has an authorizer of its own.`,
        ja: `「${label}」には独自のオーソライザーがあります。`,
      };
  }
};

function authorization(label: string, chosen: unknown): Reasons {
  const words = authorizationWords(label, chosen);
  if (words === undefined) return {};
  return {
    'AwsSolutions-COG4': words,
    ...(chosen === undefined || chosen === 'NONE' ? { 'AwsSolutions-APIG4': words } : {}),
  };
}

/** The role by which API Gateway writes logs, once for each account and Region. */
export const apiLogsPolicy =
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]';

export const explainRestApi: Explain = ({ node, incoming }) => {
  const label = named(node);
  const isProtected = incoming.some(({ kind }) => kind === 'protection');
  return {
    ...authorization(label, node.props['authorization']),
    'AwsSolutions-APIG2': {
      en: `The design gives no schema of requests: what is behind "${label}" checks them.`,
      ja: `設計にリクエストのスキーマがないため、「${label}」の統合先で検証します。`,
    },
    ...(isProtected
      ? {}
      : {
          'AwsSolutions-APIG3': {
            en: `The design draws no web ACL in front of "${label}".`,
            ja: `設計では「${label}」の前にウェブ ACL がありません。`,
          },
        }),
    ...(node.props['accessLogs'] === false
      ? sameReason(['AwsSolutions-APIG1', 'AwsSolutions-APIG6', 'Serverless-APIGWAccessLogging'], {
          en: `The design turns the access logs of "${label}" off.`,
          ja: `設計で「${label}」のアクセスログがオフになっています。`,
        })
      : {}),
    [apiLogsPolicy]: {
      en: 'API Gateway writes the logs of an account by the policy that AWS manages for that.',
      ja: 'API Gateway のログは、AWS の管理ポリシーで出力します。',
    },
  };
};

export const explainHttpApi: Explain = ({ node }) => authorization(named(node), node.props['authorization']);

export const explainWebSocketApi: Explain = ({ node }) => ({
  ...authorization(named(node), node.props['authorization']),
});

export const explainDistribution: Explain = ({ node }) => {
  const label = named(node);
  return {
    ...sameReason(['AwsSolutions-CFR1', 'AwsSolutions-CFR2'], {
      en: `The design draws no web ACL and no countries for "${label}": it is for everybody.`,
      ja: `設計では「${label}」にウェブ ACL も国の制限もなく、すべての人に公開されます。`,
    }),
    'AwsSolutions-CFR3': {
      en: `The design draws no bucket for the access logs of "${label}".`,
      ja: `設計には「${label}」のアクセスログ用のバケットがありません。`,
    },
    'AwsSolutions-CFR5': {
      en: `The design gives what is behind "${label}" no certificate.`,
      ja: `設計では「${label}」のオリジンに証明書がありません。`,
    },
    'AwsSolutions-CFR4': {
      en: `"${label}" has no domain name of its own, so that CloudFront decides on TLS.`,
      ja: `「${label}」には独自のドメイン名がないため、TLS の設定は CloudFront が決定します。`,
    },
  };
};
