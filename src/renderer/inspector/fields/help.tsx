import { Info } from 'lucide-react';
import type { Field } from '../../../model/fields.js';
import { useTranslate } from '../../studio/studio.js';
import { Tip } from '../../ui/button.js';

/** The words of help behind a sign: shown on hover and focus, read with the field. */
export function Help({ id, field }: { readonly id: string; readonly field: Field }) {
  const t = useTranslate();
  if (field.help === undefined) return null;
  return (
    <>
      <Tip label={t(field.help)}>
        <button type="button" className="help" aria-label={t({ en: 'Help', ja: 'ヘルプ' })}>
          <Info size={12} />
        </button>
      </Tip>
      <span className="visually-hidden" id={`${id}-help`}>
        {t(field.help)}
      </span>
    </>
  );
}
