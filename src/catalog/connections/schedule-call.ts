import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { array, callStatic, cdk, create, lit, object, type Statement } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { policyStatement, reasonOf } from '../target-role.js';
import { apiCallOf, callableActions, callInput, callPermissions, initialInput } from './api-call.js';
import { actionField, callProblems, callRefusal, writtenInput } from './call-fields.js';
import { scheduleOf } from './schedule-statement.js';
import { deadLetterQueueOf, retryFields, retryOptions } from './shared.js';

const universal = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html';

/** Any API of AWS, called with fixed parameters. */
export const scheduleCall = defineConnection({
  kind: 'schedule-call',
  label: { en: 'Scheduled API call', ja: 'スケジュールによる API 呼び出し' },
  from: 'schedule',
  to: 'sdkTarget',
  fields: {
    action: actionField(universal),
    input: field.code({
      label: { en: 'Parameters', ja: 'パラメータ' },
      help: {
        en: 'JSON as the API takes it. What names the resource is filled in; <aws.scheduler.scheduled-time> is the set time.',
        ja: 'API のパラメータを JSON で指定します。リソースの指定は自動で補完されます。<aws.scheduler.scheduled-time> は予定時刻になります。',
      },
      language: 'json',
      source: universal,
    }),
    ...retryFields('https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-target.html'),
    deadLetterQueue: field.node({
      label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
      help: { en: 'Receives calls that never succeeded.', ja: '成功しなかった呼び出しを受け取ります。' },
      services: ['sqs-queue'],
      advanced: true,
      source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
    }),
  },
  home: 'to',
  rank: 30,
  tradeOff: {
    en: 'Any action that changes something, with parameters that are the same each time.',
    ja: '変更を伴う任意のアクションを呼び出せます。パラメータは毎回同じです。',
  },
  source: universal,
  delivery: () => 'async',
  optionsFor: (_from, to) => (to.role.service === '' ? {} : { action: callableActions(to.role) }),
  refuse: (_from, to) => callRefusal(to.role),
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
    connections.flatMap(({ id, from, to, props }): readonly Statement[] => {
      const called = apiCallOf(to.role, props.action);
      if (called === undefined) return [];
      const permissions = callPermissions(to, called);
      const comment = reasonOf(permissions, emitter);
      const target = create(
        cdk('aws-scheduler-targets', 'Universal'),
        object({
          service: lit(called.service),
          action: lit(called.action),
          input: callStatic(
            'aws-scheduler',
            'ScheduleTargetInput.fromObject',
            callInput(to, called, writtenInput(props.input), emitter),
          ),
          policyStatements: array(permissions.map((one) => policyStatement(one, emitter))),
          ...retryOptions(props),
          deadLetterQueue: deadLetterQueueOf(props.deadLetterQueue, emitter),
        }),
      );
      return [
        {
          type: 'do',
          expression: scheduleOf(id, from, target, emitter),
          ...(comment === undefined ? {} : { comment }),
        },
      ];
    }),
});
