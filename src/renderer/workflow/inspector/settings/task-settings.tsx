import { useMemo } from 'react';
import { lookup } from '../../../../model/design.js';
import { field } from '../../../../model/fields.js';
import { asText, isObject, type State } from '../../../../asl/definition.js';
import { Fold } from '../../../inspector/fields/form.js';
import { useTranslate } from '../../../studio/studio.js';
import { SourceLink } from '../../../ui/source-link.js';
import { DynamicRow } from '../dynamic-row.js';
import { FieldRow } from '../field-row.js';
import { useForm } from '../form-context.js';
import { labelOf } from '../io/data-rows.js';
import { taskFields, sources } from '../state-fields.js';
import { taskInfoOf } from '../task-info.js';
import { ValueRow } from '../value-row.js';
import { ArgumentRows } from './argument-rows.js';
import { CostHint } from './cost-hint.js';
import { PatternRadios } from './pattern-radios.js';
import { TargetRow, useNamedTarget } from './target-row.js';
import { TaskPermissions } from './task-permissions.js';

/** What a Task calls, how it waits, and with which arguments. */
export function TaskSettings({ state }: { readonly state: State }) {
  const t = useTranslate();
  const { catalog } = useForm();
  const resource = asText(lookup(state.fields, 'Resource')) ?? '';
  const info = useMemo(() => taskInfoOf(resource, catalog), [resource, catalog]);
  const shownPath = useNamedTarget(state);
  const hasCredentials = isObject(lookup(state.fields, 'Credentials'));
  return (
    <>
      {info.refusal === undefined ? null : (
        <p className="field-error" role="alert">
          {t(info.refusal)}
        </p>
      )}
      <PatternRadios state={state} resource={info.resource} />
      <div className="form">
        <TargetRow state={state} />
        <DynamicRow path={paths.TimeoutSeconds} field={taskFields.TimeoutSeconds} />
        <DynamicRow path={paths.HeartbeatSeconds} field={taskFields.HeartbeatSeconds} />
      </div>
      <ArgumentRows state={state} info={info} without={shownPath} />
      <TaskPermissions state={state} info={info} />
      <CostHint />
      <Fold
        title={t({ en: 'More settings', ja: 'その他の設定' })}
        hint={hasCredentials ? t({ en: 'Set', ja: '設定済み' }) : undefined}
      >
        <div className="form">
          <FieldRow path={paths.Resource} field={resourceField} explicit />
          <ValueRow
            path={paths.Credentials}
            label={labelOf('Credentials')}
            help={credentialsHelp}
            source={credentialsSource}
            placeholder={'{ "RoleArn": "arn:aws:iam::…:role/…" }'}
          />
        </div>
      </Fold>
      {info.source === undefined ? null : (
        <SourceLink url={info.source} title={t({ en: 'AWS documentation', ja: 'AWS ドキュメント' })} />
      )}
    </>
  );
}

const paths = {
  TimeoutSeconds: ['TimeoutSeconds'],
  HeartbeatSeconds: ['HeartbeatSeconds'],
  Resource: ['Resource'],
  Credentials: ['Credentials'],
} as const;

const resourceField = field.text({
  label: { en: 'Resource', ja: 'Resource' },
  help: {
    en: 'The ARN of what the Task calls, with how it waits at its end.',
    ja: 'Task が呼び出す対象の ARN です。末尾で待機の方法を指定します。',
  },
  code: true,
  source: sources.task,
});

const credentialsSource =
  'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html';
const credentialsHelp = {
  en: 'A role that is assumed for this Task alone, such as one of another account.',
  ja: 'この Task だけで引き受けるロールです。別のアカウントのロールなどを指定します。',
};
