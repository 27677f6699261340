import { field } from '../../../model/fields.js';
import { lookup } from '../../../model/design.js';
import { asText } from '../../../asl/definition.js';
import { useTranslate } from '../../studio/studio.js';
import { useChange, useFormField, useOwner } from './form-context.js';
import { RowFrame } from './row-frame.js';
import { TargetSelect } from './target-select.js';

const nextField = field.text({ label: { en: 'Next state', ja: '次のステート' } });
/** No state can have this name: the text of a definition has no empty key that leads somewhere. */
const end = '\u0000end';

/** Where a state leads on to, or that the workflow ends there. */
export function NextRow() {
  const t = useTranslate();
  const { path, fields } = useOwner();
  const change = useChange();
  const { problems } = useFormField(nextPath);
  const next = asText(lookup(fields, 'Next'));
  return (
    <RowFrame field={nextField} name="Next" problems={problems} isChanged={false}>
      {({ id, describedBy }) => (
        <TargetSelect
          id={id}
          describedBy={describedBy}
          state={path}
          value={next ?? (lookup(fields, 'End') === true ? end : '')}
          extra={{ value: end, label: t({ en: 'End', ja: '終了' }) }}
          onChange={(target) => {
            change(
              target === end
                ? [
                    [['Next'], undefined],
                    [['End'], true],
                  ]
                : [
                    [['End'], undefined],
                    [['Next'], target],
                  ],
            );
          }}
        />
      )}
    </RowFrame>
  );
}

const nextPath = ['Next'];
