import type { Path } from '../../../../asl/document.js';
import { valueAt } from '../../../../asl/json-value.js';
import { quantityWords } from '../../../../model/quantities.js';
import { useTranslate } from '../../../studio/studio.js';
import type { ErrorOption } from '../error-options.js';
import { FieldRow } from '../field-row.js';
import { useOwner } from '../form-context.js';
import { retryFields } from '../state-fields.js';
import { retryIntervals } from './retry-intervals.js';
import { ErrorEqualsRow } from './error-equals-row.js';

interface RetrierProps {
  readonly path: Path;
  readonly options: readonly ErrorOption[];
}

/** An entry of Retry. */
export function Retrier({ path, options }: RetrierProps) {
  const t = useTranslate();
  const { fields } = useOwner();
  const intervals = retryIntervals(valueAt(fields, path));
  return (
    <div className="form">
      <ErrorEqualsRow base={path} options={options} />
      {Object.entries(retryFields).map(([key, field]) => (
        <FieldRow key={key} path={[...path, key]} field={field} />
      ))}
      {intervals.length === 0 ? null : (
        <p className="hint retry-intervals">
          {t(
            { en: 'Waits {times} between attempts.', ja: '試行の間隔: {times}' },
            { times: intervals.map((seconds) => t(quantityWords('seconds', seconds))).join(', ') },
          )}
        </p>
      )}
    </div>
  );
}
