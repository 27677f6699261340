import type { Path } from '../../../../asl/document.js';
import { asText } from '../../../../asl/definition.js';
import { flowKey } from '../../../../asl/flow-key.js';
import { field as fieldOf } from '../../../../model/fields.js';
import type { Localized } from '../../../../model/localized.js';
import { useTranslate } from '../../../studio/studio.js';
import { ExpressionInput } from '../dynamic-row.js';
import { useChange, useFormField, useOwner } from '../form-context.js';
import { RowFrame } from '../row-frame.js';
import { labelOf } from './data-rows.js';

interface PathRowProps {
  readonly path: Path;
  readonly help: Localized;
  readonly source: string;
  /** What null does there; absent: null means nothing. */
  readonly discard?: Localized;
}

/** A path in JSONPath; `$` where it is empty. Null discards. */
export function PathRow({ path, help, source, discard }: PathRowProps) {
  const t = useTranslate();
  const owner = useOwner();
  const { value, problems } = useFormField(path);
  const change = useChange();
  const field = fieldOf.text({ label: labelOf(path.at(-1) ?? ''), help, source, default: '$' });
  const isDiscarded = value === null;
  return (
    <RowFrame
      field={field}
      name={path.join('.')}
      problems={problems}
      isChanged={value !== undefined}
      onReset={() => {
        change([[path, undefined]]);
      }}
    >
      {({ id, describedBy }) => (
        <>
          {isDiscarded ? null : (
            <ExpressionInput
              id={id}
              describedBy={describedBy}
              invalid={problems.length > 0}
              text={asText(value) ?? ''}
              placeholder="$"
              onChange={(text) => {
                change([[path, text.trim() === '' ? undefined : text]], `field:${flowKey([...owner.path, ...path])}`);
              }}
            />
          )}
          {discard === undefined ? null : (
            <label className="checkbox">
              <input
                type="checkbox"
                {...(isDiscarded ? { id } : {})}
                checked={isDiscarded}
                onChange={(event) => {
                  change([[path, event.target.checked ? null : undefined]]);
                }}
              />
              {t(discard)}
            </label>
          )}
        </>
      )}
    </RowFrame>
  );
}
