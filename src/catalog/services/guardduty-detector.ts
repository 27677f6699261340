import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const findings = 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html';

export const guarddutyDetector = defineService({
  type: 'guardduty-detector',
  cfnType: 'AWS::GuardDuty::Detector',
  category: 'other',
  icon: 'architecture-service/AmazonGuardDuty',
  label: { en: 'GuardDuty detector', ja: 'GuardDuty ディテクター' },
  defaultLabel: { en: 'Threats', ja: '脅威検出' },
  description: {
    en: 'Finds threats in an account, and tells of each as an event',
    ja: 'アカウント内の脅威を検出し、イベントで通知',
  },
  keywords: ['security', 'threat', 'finding', 'セキュリティ', '脅威', '検出'],
  fields: {
    frequency: field.choice({
      label: { en: 'Updates of findings', ja: '検出結果の更新頻度' },
      options: {
        FIFTEEN_MINUTES: { en: 'Every 15 minutes', ja: '15 分ごと' },
        ONE_HOUR: { en: 'Every hour', ja: '1 時間ごと' },
        SIX_HOURS: { en: 'Every 6 hours', ja: '6 時間ごと' },
      },
      default: 'FIFTEEN_MINUTES',
      source: findings,
    }),
  },
  subtitle: () => dotted('GuardDuty'),
  stateful: false,
  roles: { eventPublisher: { source: 'aws.guardduty', detailTypes: ['GuardDuty Finding'] } },
  refusal: {
    en: 'A detector watches an account by itself; nothing is sent to it.',
    ja: 'ディテクターはアカウントを自動で監視します。接続はできません。',
  },
  attributes: (_node, self) => ({ id: member(member(self, 'detectorRef'), 'detectorId') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-guardduty', 'CfnDetector'),
      ref('this'),
      lit(constructId),
      object({ enable: lit(true), findingPublishingFrequency: lit(props.frequency) }),
    ),
  fromExisting: ({ constructId, value }) =>
    callStatic('aws-guardduty', 'CfnDetector.fromDetectorId', ref('this'), lit(constructId), value),
  source: findings,
});
