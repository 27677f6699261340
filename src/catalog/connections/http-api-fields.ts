import { lookup } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import type { End } from '../define.js';
import { given, mappingField, messageGroupField, methodField, pathField } from './shared.js';

export const subtypes =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html';

export const httpIntegrationFields = {
  method: methodField('POST'),
  path: pathField,
  subtype: field.text({
    label: { en: 'Action', ja: 'アクション' },
    help: { en: 'Empty: the usual one of the service.', ja: '空欄の場合、サービスの標準のアクションになります。' },
    code: true,
    source: subtypes,
  }),
  mapping: mappingField({ en: 'None: the whole body', ja: 'なし: 本文全体' }),
  parameters: field.map({
    label: { en: 'Parameter mapping', ja: 'パラメータマッピング' },
    help: {
      en: 'Parameters of the action, such as MessageBody from $request.body.order.',
      ja: 'アクションのパラメータです。例: MessageBody に $request.body.order',
    },
    keyLabel: { en: 'Parameter', ja: 'パラメータ' },
    valueLabel: { en: 'Value', ja: '値' },
    when: { field: 'mapping', is: ['custom'] },
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html',
  }),
  eventSource: field.text({
    label: { en: 'Source of the events', ja: 'イベントの source' },
    default: 'api',
    required: true,
    code: true,
  }),
  detailType: field.text({
    label: { en: 'Detail type of the events', ja: 'イベントの detail-type' },
    default: 'Requested',
    required: true,
    code: true,
  }),
  messageGroupId: messageGroupField,
} as const;

export type HttpIntegrationProps = PropsOf<typeof httpIntegrationFields>;

export const subtypeOf = (to: End<'httpApiIntegration'>, subtype: string | undefined): string =>
  given(subtype) && lookup(to.role.subtypes, subtype) !== undefined ? subtype : to.role.defaultSubtype;
