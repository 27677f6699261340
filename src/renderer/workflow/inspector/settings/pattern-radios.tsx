import { useId } from 'react';
import type { State } from '../../../../asl/definition.js';
import type { Pattern, TaskResource } from '../../../../asl/tasks.js';
import type { Localized } from '../../../../model/localized.js';
import { useTranslate } from '../../../studio/studio.js';
import { editWorkflow } from '../../workflow.js';
import { useForm, useFormField } from '../form-context.js';
import { patternOptions, switchPattern } from '../pattern-switch.js';
import { Problems } from '../row-frame.js';
import { setFields } from '../set-fields.js';

interface PatternTexts {
  readonly label: Localized;
  /** What follows for the workflow. */
  readonly consequence: Localized;
}

const texts: Readonly<Record<Pattern, PatternTexts>> = {
  REQUEST_RESPONSE: {
    label: { en: 'Request Response', ja: 'リクエストレスポンス' },
    consequence: { en: 'Goes on as soon as the API has answered', ja: 'API のレスポンスを待って次へ進む' },
  },
  RUN_JOB: {
    label: { en: 'Run a Job (.sync)', ja: 'ジョブの実行 (.sync)' },
    consequence: { en: 'Goes on when the job has ended', ja: 'ジョブの完了を待って次へ進む' },
  },
  WAIT_FOR_TASK_TOKEN: {
    label: { en: 'Wait for Callback', ja: 'コールバックの待機' },
    consequence: { en: 'Waits until the task token comes back', ja: 'タスクトークンが返るまで待機する' },
  },
};

const switchLabel: Localized = { en: 'Change the integration pattern', ja: '統合パターンを変更' };

interface PatternRadiosProps {
  readonly state: State;
  readonly resource: TaskResource;
}

/** How a Task waits. A pattern that the action does not have cannot be chosen, and says why. */
export function PatternRadios({ state, resource }: PatternRadiosProps) {
  const t = useTranslate();
  const id = useId();
  const { workflow } = useForm();
  const { problems } = useFormField(resourcePath);
  const label = t({ en: 'Integration pattern', ja: '統合パターン' });
  // What is called by other means has nothing to choose.
  if (resource.kind === 'activity' || resource.kind === 'unknown') return null;
  return (
    <div className="field" data-field="pattern">
      <span className="secondary" id={`${id}-label`}>
        {label}
      </span>
      <div className="pattern-radios" role="radiogroup" aria-labelledby={`${id}-label`}>
        {patternOptions(resource, workflow).map(({ pattern, reason }) => {
          const isChosen = resource.pattern === pattern;
          // One that is chosen already can be looked at, though it is not offered.
          const isDisabled = reason !== undefined && !isChosen;
          return (
            <label key={pattern} className="pattern-radio" data-disabled={isDisabled} data-chosen={isChosen}>
              <input
                type="radio"
                name={id}
                value={pattern}
                checked={isChosen}
                disabled={isDisabled}
                aria-describedby={`${id}-${pattern}`}
                onChange={() => {
                  const changes = switchPattern(state, pattern);
                  editWorkflow(
                    { ...setFields, label: switchLabel },
                    changes.map(([field, value]) => ({ owner: state.path, field, value })),
                  );
                }}
              />
              <span>
                <span className="waiting-name">{t(texts[pattern].label)}</span>
                <span className="waiting-words" id={`${id}-${pattern}`}>
                  {t(reason ?? texts[pattern].consequence)}
                </span>
              </span>
            </label>
          );
        })}
      </div>
      {problems.length === 0 ? null : <Problems problems={problems} />}
    </div>
  );
}

const resourcePath = ['Resource'];
