import { cdk, create, lit, object, ref } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';

const associating = 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html';

export const webAclAssociation = defineConnection({
  kind: 'web-acl-association',
  label: { en: 'Protection by WAF', ja: 'WAF による保護' },
  from: 'webAcl',
  to: 'protectedByAcl',
  fields: {},
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Requests pass its rules first. Billed by web ACL, rule and request.',
    ja: 'リクエストは先にルールで検査されます。ウェブ ACL、ルール、リクエストごとに課金されます。',
  },
  source: associating,
  delivery: () => 'sync',
  refuse: (_from, to) =>
    to.node.origin === 'existing'
      ? {
          en: 'What exists is associated where it is made.',
          ja: '既存のリソースとの関連付けは、作成元で行います。',
        }
      : undefined,
  describe: () => ({ en: 'protects', ja: '保護' }),
  permissions: () => [],
  // A distribution names its web ACL itself.
  emit: (connections, emitter) =>
    connections.flatMap(({ id, from, to }) =>
      to.role.scope === 'CLOUDFRONT'
        ? []
        : [
            {
              type: 'do' as const,
              expression: create(
                cdk('aws-wafv2', 'CfnWebACLAssociation'),
                ref('this'),
                lit(emitter.constructId(id, 'association')),
                object({
                  resourceArn: emitter.attribute(to.id, to.role.attribute),
                  webAclArn: emitter.attribute(from.id, 'arn'),
                }),
              ),
            },
          ],
    ),
});
