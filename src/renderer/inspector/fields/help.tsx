import { Info } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { Field } from '../../../model/fields.js';
import { quantityWords } from '../../../model/quantities.js';
import { useTranslate, type Translate } from '../../studio/studio.js';
import { SourceLink } from '../../ui/source-link.js';
import { rangeText } from './texts.js';

/** What a field is for, what it may hold, its default, and where that is documented: behind a sign. */
export function Help({ id, field }: { readonly id: string; readonly field: Field }) {
  const t = useTranslate();
  const facts = factsOf(field, t);
  if (field.help === undefined && facts.length === 0 && field.source === undefined) return null;
  return (
    <>
      <Popover.Root>
        <Popover.Trigger asChild>
          <button
            type="button"
            className="help"
            aria-label={t({ en: 'Help on {field}', ja: '「{field}」のヘルプ' }, { field: field.label })}
          >
            <Info size={12} />
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="popover help-popover" sideOffset={4} collisionPadding={8} align="start">
            <h4>{t(field.label)}</h4>
            {field.help === undefined ? null : <p>{t(field.help)}</p>}
            {facts.length === 0 ? null : (
              <dl>
                {facts.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
            {field.source === undefined ? null : (
              <SourceLink url={field.source} title={t({ en: 'AWS documentation', ja: 'AWS ドキュメント' })} />
            )}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {field.help === undefined ? null : (
        <span className="visually-hidden" id={`${id}-help`}>
          {t(field.help)}
        </span>
      )}
    </>
  );
}

function factsOf(field: Field, t: Translate): readonly (readonly [string, string])[] {
  const byDefault = defaultText(field, t);
  const range = field.kind === 'number' ? rangeText(field, t) : '';
  return [
    ...(range === '' ? [] : [[t({ en: 'Range', ja: '範囲' }), range] as const]),
    ...(byDefault === undefined ? [] : [[t({ en: 'Default', ja: 'デフォルト' }), byDefault] as const]),
  ];
}

function defaultText(field: Field, t: Translate): string | undefined {
  if (field.kind === 'choice') return t(field.options[field.default] ?? { en: '', ja: '' });
  if (field.kind === 'boolean') return field.default ? t({ en: 'On', ja: 'オン' }) : t({ en: 'Off', ja: 'オフ' });
  if (field.kind === 'number')
    return field.default === undefined ? undefined : t(quantityWords(field.unit, field.default));
  return field.kind === 'text' ? field.default : undefined;
}
