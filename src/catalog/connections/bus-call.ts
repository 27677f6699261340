import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { call, lit, object, ref, sym } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { apiCallOf, callableActions, callInput, callPermissions, initialInput, jsonText } from './api-call.js';
import { actionField, callProblems, callRefusal, writtenInput } from './call-fields.js';
import { subscriberFields, subscriberStatements } from './subscriber-fields.js';

const universal = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-universal-targets.html';

/** Any API of AWS, called for each event. */
export const busCall = defineConnection({
  kind: 'bus-call',
  label: { en: 'API call of a custom event bus', ja: 'カスタムイベントバスからの API 呼び出し' },
  from: 'customBus',
  to: 'sdkTarget',
  fields: {
    action: actionField(universal),
    input: field.code({
      label: { en: 'Parameters', ja: 'パラメータ' },
      help: {
        en: 'JSON as the API takes it, with JSONata between {% and %}. What names the resource is filled in.',
        ja: 'API のパラメータを JSON で指定します。{% と %} で囲んだ JSONata を使用できます。リソースの指定は自動で補完されます。',
      },
      language: 'json',
      source: universal,
    }),
    ...subscriberFields,
  },
  home: 'to',
  rank: 30,
  tradeOff: {
    en: 'Any action that changes something, with parameters made of the event by JSONata.',
    ja: '変更を伴う任意のアクションを呼び出せます。パラメータは JSONata でイベントから作成します。',
  },
  source: universal,
  delivery: () => 'async',
  optionsFor: (_from, to) => (to.role.service === '' ? {} : { action: callableActions(to.role) }),
  // A bus reaches a bus as its subscriber.
  refuse: (_from, to) =>
    callRefusal(to.role) ??
    (to.role.service === 'eventbridge'
      ? {
          en: 'A custom event bus sends to another bus as to a subscriber.',
          ja: '別のバスには、サブスクライバーとして接続してください。',
        }
      : undefined),
  initialProps: (_from, to) => {
    const input = initialInput(apiCallOf(to.role, undefined));
    return input === undefined ? {} : { input };
  },
  describe: (_from, to, { action }) => {
    const called = apiCallOf(to.role, action);
    return called === undefined ? { en: 'API call', ja: 'API 呼び出し' } : sameInEveryLanguage(called.action);
  },
  permissions: (from, to, { action }) => {
    const called = apiCallOf(to.role, action);
    return called === undefined
      ? []
      : callPermissions(to, called).map((one) => ({ grantee: from.id, ...one, byConstruct: true }));
  },
  problems: ({ to, props }) => callProblems(to, props),
  emit: (connections, emitter) =>
    connections.flatMap(({ id, from, to, props }) => {
      const called = apiCallOf(to.role, props.action);
      if (called === undefined) return [];
      return subscriberStatements(
        {
          id,
          bus: from,
          props,
          permissions: callPermissions(to, called),
          invoke: {
            targetArn: call(
              ref('this'),
              'formatArn',
              object({
                service: lit('events'),
                region: lit(''),
                account: lit(''),
                resource: lit('aws-sdk'),
                resourceName: lit(`${called.service}:${called.action}`),
                arnFormat: sym('', 'ArnFormat.COLON_RESOURCE_NAME'),
              }),
            ),
            universalTargetParameters: object({
              input: jsonText(callInput(to, called, writtenInput(props.input), emitter)),
            }),
          },
        },
        emitter,
      );
    }),
});
