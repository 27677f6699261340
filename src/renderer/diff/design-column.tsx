import { Minus, Pencil, Plus } from 'lucide-react';
import { connectionOf, serviceOf } from '../../catalog/index.js';
import type { DesignDifference } from '../../codegen/difference/design-changes.js';
import { changeWords, kindWords, nameOfField, nameOfThing, valueWords } from '../../codegen/difference/design-words.js';
import type { DesignChange } from '../../model/compare.js';
import { lookup } from '../../model/design.js';
import { useTranslate } from '../studio/studio.js';
import { ServiceIcon } from '../ui/service-icon.js';

interface DesignColumnProps {
  readonly difference: DesignDifference | undefined;
  /** An export wrote into the folder before. */
  readonly exportedBefore: boolean;
}

/** What the design says differently since the last export, in words. */
export function DesignColumn({ difference, exportedBefore }: DesignColumnProps) {
  const t = useTranslate();
  return (
    <section className="diff-column" aria-labelledby="diff-design">
      <header>
        <h3 id="diff-design">{t({ en: 'Design', ja: '設計' })}</h3>
        {difference === undefined ? null : <span className="count">{difference.changes.length}</span>}
      </header>
      <div className="diff-scroll" tabIndex={0} role="group" aria-labelledby="diff-design">
        {difference === undefined ? (
          <p className="hint diff-empty">
            {exportedBefore
              ? t({
                  en: 'The last export kept no copy of its design. What changes is listed here from this export on.',
                  ja: '前回のエクスポートには設計の記録がありません。今回のエクスポート以降、変更がここに表示されます。',
                })
              : t({ en: 'The first export: everything is new.', ja: '最初のエクスポートです。すべて新規です。' })}
          </p>
        ) : difference.changes.length === 0 ? (
          <p className="hint diff-empty">
            {t({
              en: 'The design says the same as at the last export.',
              ja: '前回のエクスポートから設計の変更はありません。',
            })}
          </p>
        ) : (
          <ul className="diff-changes">
            {difference.changes.map((change) => (
              <Change key={`${change.kind} ${change.id}`} change={change} difference={difference} />
            ))}
          </ul>
        )}
        {difference !== undefined && difference.moved > 0 ? (
          <p className="hint diff-empty">
            {t(
              {
                en: {
                  one: '{count} thing only moved in the drawing.',
                  other: '{count} things only moved in the drawing.',
                },
                ja: '図の中で移動しただけのものが {count} 個あります。',
              },
              { count: difference.moved },
            )}
          </p>
        ) : null}
      </div>
    </section>
  );
}

/** A sign for what came, went or changed; the words beside it say the same. */
export function Mark({ mark }: { readonly mark: 'added' | 'removed' | 'changed' }) {
  const Icon = mark === 'added' ? Plus : mark === 'removed' ? Minus : Pencil;
  return (
    <span className="diff-mark" data-mark={mark} aria-hidden="true">
      <Icon size={12} />
    </span>
  );
}

function Change({ change, difference }: { readonly change: DesignChange; readonly difference: DesignDifference }) {
  const t = useTranslate();
  const { kind, id, fields } = change;
  const holder = change.change === 'removed' ? difference.before : difference.after;
  const node = kind === 'node' ? lookup(holder.nodes, id) : undefined;
  const connection = kind === 'connection' ? lookup(holder.connections, id) : undefined;
  const service = node === undefined ? undefined : serviceOf(node.service);
  const detail = service?.label ?? (connection === undefined ? undefined : connectionOf(connection.kind)?.label);
  return (
    <li className="diff-change">
      <Mark mark={change.change === 'moved' ? 'changed' : change.change} />
      <div>
        <p>
          <strong>{t(nameOfThing(holder, kind, id))}</strong>{' '}
          <span className="secondary">{t(changeWords[change.change])}</span>
        </p>
        <p className="hint">{t(detail ?? kindWords(kind))}</p>
        {fields.map(({ field, before, after }) => (
          <p key={field} className="diff-field">
            {t(nameOfField(holder, kind, id, field))}: <del>{t(valueWords(before))}</del>{' '}
            <span aria-hidden="true">→</span> <ins>{t(valueWords(after))}</ins>
          </p>
        ))}
      </div>
      {service === undefined ? null : <ServiceIcon icon={service.icon} size={20} />}
    </li>
  );
}
