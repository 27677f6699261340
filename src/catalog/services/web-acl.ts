import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, cdk, create, lit, member, object, ref, type Expr } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const rules = 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html';

export const webAcl = defineService({
  type: 'web-acl',
  cfnType: 'AWS::WAFv2::WebACL',
  category: 'api',
  icon: 'architecture-service/AWSWAF',
  label: { en: 'WAF web ACL', ja: 'WAF ウェブ ACL' },
  defaultLabel: { en: 'Firewall', ja: 'ファイアウォール' },
  description: {
    en: 'Refuses harmful requests before they reach an API or a distribution',
    ja: '有害なリクエストを API やディストリビューションの手前で拒否',
  },
  keywords: ['waf', 'firewall', 'security', 'rate limit', 'ファイアウォール', 'セキュリティ', '保護'],
  fields: {
    rateLimit: field.number({
      label: { en: 'Requests of one address in 5 minutes', ja: '1 つのアドレスからの 5 分間のリクエスト数' },
      min: 10,
      max: 2_000_000_000,
      default: 2000,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html',
    }),
    commonRules: field.boolean({
      label: { en: 'Core rule set', ja: 'コアルールセット' },
      default: true,
      source: rules,
    }),
    knownBadInputs: field.boolean({
      label: { en: 'Known bad inputs', ja: '既知の不正な入力' },
      default: true,
      source: rules,
    }),
  },
  subtitle: ({ props }) => dotted('WAF', `${String(props.rateLimit)} / 5 min`),
  problemsInPlace: ({ label }, _incoming, outgoing) => {
    const scopes = new Set(outgoing.map(({ service }) => service.roles.protectedByAcl?.scope));
    return scopes.size > 1 ? [problem('web-acl-scopes', { label })] : [];
  },
  stateful: false,
  roles: { webAcl: {} },
  refusal: {
    en: 'A web ACL stands before APIs and distributions; nothing is sent to it.',
    ja: 'ウェブ ACL は API やディストリビューションの前段に配置します。接続はできません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'attrArn'), id: member(self, 'attrId') }),
  construct: ({ constructId, props, outgoing }) => {
    // Of a distribution it is made for CloudFront, in us-east-1.
    const isGlobal = outgoing.some(({ service }) => service.roles.protectedByAcl?.scope === 'CLOUDFRONT');
    const groups = [
      ...(props.commonRules ? ['AWSManagedRulesCommonRuleSet'] : []),
      ...(props.knownBadInputs ? ['AWSManagedRulesKnownBadInputsRuleSet'] : []),
    ];
    return create(
      cdk('aws-wafv2', 'CfnWebACL'),
      ref('this'),
      lit(constructId),
      object({
        scope: lit(isGlobal ? 'CLOUDFRONT' : 'REGIONAL'),
        defaultAction: object({ allow: object({}) }),
        visibilityConfig: visibility(constructId),
        rules: array([
          object({
            name: lit('RateLimit'),
            priority: lit(0),
            action: object({ block: object({}) }),
            statement: object({
              rateBasedStatement: object({ limit: lit(props.rateLimit), aggregateKeyType: lit('IP') }),
            }),
            visibilityConfig: visibility('RateLimit'),
          }),
          ...groups.map((name, index) =>
            object({
              name: lit(name),
              priority: lit(index + 1),
              overrideAction: object({ none: object({}) }),
              statement: object({ managedRuleGroupStatement: object({ vendorName: lit('AWS'), name: lit(name) }) }),
              visibilityConfig: visibility(name),
            }),
          ),
        ]),
      }),
    );
  },
  source: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html',
});

const visibility = (metricName: string): Expr =>
  object({
    cloudWatchMetricsEnabled: lit(true),
    metricName: lit(metricName.slice(0, 128)),
    sampledRequestsEnabled: lit(true),
  });
