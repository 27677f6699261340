import type { Explain, Reasons } from './finding.js';
import { sameReason } from './finding.js';

const last = {
  en: 'It is a dead-letter queue: what is in it waits for a person.',
  ja: 'デッドレターキューです。メッセージは担当者の対応を待ちます。',
} as const;

/** Of a queue that receives what others could not deal with. */
export const reasonsOfDeadLetterQueue: Reasons = sameReason(['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'], last);

export const explainQueue: Explain = ({ node, incoming }) =>
  node.props['deadLetterQueue'] === undefined &&
  incoming.some(
    ({ kind, props }) => kind === 'reference' || (kind === 'lambda-destination' && props['on'] !== 'success'),
  )
    ? reasonsOfDeadLetterQueue
    : {};
