import { field } from '../../model/fields.js';
import { array, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const events = 'https://docs.aws.amazon.com/transfer/latest/userguide/events-detail-reference.html';

export const transferServer = defineService({
  type: 'transfer-server',
  cfnType: 'AWS::Transfer::Server',
  category: 'api',
  icon: 'architecture-service/AWSTransferFamily',
  label: { en: 'Transfer Family server', ja: 'Transfer Family サーバー' },
  defaultLabel: { en: 'File transfer', ja: 'ファイル転送' },
  description: {
    en: 'Takes files over SFTP into S3, and tells when one has come',
    ja: 'SFTP でファイルを S3 に受け取り、受信をイベントで通知',
  },
  keywords: ['sftp', 'ftp', 'file', 'upload', 'ファイル', '転送', 'アップロード'],
  fields: {
    protocol: field.choice({
      label: { en: 'Protocol', ja: 'プロトコル' },
      options: { SFTP: { en: 'SFTP', ja: 'SFTP' } },
      default: 'SFTP',
      source: 'https://docs.aws.amazon.com/transfer/latest/userguide/create-server-sftp.html',
    }),
  },
  subtitle: ({ props }) => dotted('Transfer Family', props.protocol),
  stateful: true,
  roles: {
    eventPublisher: {
      source: 'aws.transfer',
      detailTypes: [
        'SFTP Server File Upload Completed',
        'SFTP Server File Upload Failed',
        'SFTP Server File Download Completed',
      ],
      own: { path: ['server-id'], attribute: 'id' },
    },
  },
  refusal: {
    en: 'A server takes files from outside; nothing in the design sends to it.',
    ja: 'サーバーは外部からファイルを受け取ります。設計内のサービスからは接続できません。',
  },
  attributes: (_node, self) => ({ id: member(self, 'attrServerId'), arn: member(self, 'attrArn') }),
  construct: ({ constructId, props }) =>
    create(
      cdk('aws-transfer', 'CfnServer'),
      ref('this'),
      lit(constructId),
      object({
        protocols: array([lit(props.protocol)]),
        identityProviderType: lit('SERVICE_MANAGED'),
        endpointType: lit('PUBLIC'),
        domain: lit('S3'),
        securityPolicyName: lit('TransferSecurityPolicy-2024-01'),
      }),
    ),
  source: events,
});
