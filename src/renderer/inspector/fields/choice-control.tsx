import type { ChoiceField } from '../../../model/fields.js';
import { useTranslate } from '../../studio/studio.js';
import { columnsOf } from '../../ui/columns.js';
import { Segmented } from '../../ui/segmented.js';
import { Select } from '../../ui/select.js';
import type { ControlProps } from './control.js';
import { mixedText } from './texts.js';

/** As wide as this a word still fits into its share of the inspector, by the number of options. */
const segmentColumns: Readonly<Record<number, number>> = { 2: 15, 3: 9 };

/** One of several: side by side where they are few and short, else in a list. */
export function ChoiceControl(props: ControlProps<ChoiceField>) {
  const { id, field, given, resolved, mixed = false, describedBy, onChange } = props;
  const t = useTranslate();
  const options = Object.entries(field.options).map(([value, label]) => ({ value, label: t(label) }));
  const value = mixed ? '' : typeof resolved === 'string' ? resolved : field.default;
  const change = (next: string): void => {
    if (next !== '') onChange(next === field.default ? undefined : next);
  };
  const help = mixed ? undefined : field.optionHelp?.[value];
  const widest = segmentColumns[options.length];
  const isShort = widest !== undefined && options.every(({ label }) => columnsOf(label) <= widest);
  return (
    <>
      {isShort && !mixed ? (
        <Segmented
          id={id}
          label={t(field.label)}
          options={options}
          value={value}
          isDefault={given === undefined}
          onChange={change}
        />
      ) : (
        <Select
          id={id}
          value={value}
          describedBy={describedBy}
          isDefault={given === undefined && !mixed}
          options={[
            ...(mixed ? [{ value: '', label: t(mixedText) }] : []),
            ...options.map((option) => ({
              ...option,
              label:
                option.value === field.default
                  ? t({ en: '{label} (default)', ja: '{label} (デフォルト)' }, { label: option.label })
                  : option.label,
            })),
          ]}
          onChange={change}
        />
      )}
      {help === undefined ? null : <p className="hint">{t(help)}</p>}
    </>
  );
}
