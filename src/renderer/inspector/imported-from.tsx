import { FileCode2, FileInput } from 'lucide-react';
import type { Adopted, DesignNode } from '../../model/design.js';
import { confidenceReasons, confidenceWords } from '../import/confidence.js';
import { useTranslate } from '../studio/studio.js';

/** So many logical ids are named; the rest are counted. */
const shownIds = 6;

interface ImportedFromProps {
  readonly adopted: Adopted | undefined;
  /** Of a node: where its code is. */
  readonly code?: DesignNode['code'];
}

/** What something was imported from: its template and resources, how sure the import is of it, and where its code is. */
export function ImportedFrom({ adopted, code }: ImportedFromProps) {
  const t = useTranslate();
  if (adopted === undefined && code === undefined) return null;
  const evidence = adopted?.evidence;
  const ids = Object.keys(adopted?.resources ?? {});
  const file = evidence?.file ?? adopted?.template;
  const place = evidence?.line === undefined ? file : `${file ?? ''}:${String(evidence.line)}`;
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">
        {t({ en: 'Imported from', ja: 'インポート元' })}
        {evidence === undefined ? null : (
          <span
            className="chip"
            data-tone={evidence.confidence === 'possible' ? 'warn' : 'plain'}
            title={t(confidenceReasons[evidence.confidence])}
          >
            {t(confidenceWords[evidence.confidence])}
          </span>
        )}
      </h3>
      {place === undefined ? null : (
        <p className="permission">
          <FileInput size={14} />
          <span>
            <code>{place}</code>
            {evidence === undefined ? null : <> {evidence.from}</>}
          </span>
        </p>
      )}
      {evidence === undefined ? null : <p className="hint">{t(confidenceReasons[evidence.confidence])}</p>}
      {ids.length === 0 ? null : (
        <p className="hint imported-ids">
          {ids.slice(0, shownIds).join(t({ en: ', ', ja: '、' }))}
          {ids.length > shownIds
            ? t({ en: ' and {count} more', ja: ' ほか {count} 個' }, { count: ids.length - shownIds })
            : null}
        </p>
      )}
      {code === undefined ? null : (
        <p className="permission">
          <FileCode2 size={14} />
          <span>
            <code>{code.path}</code>
            {code.handler === undefined ? null : <> {code.handler}</>}
          </span>
        </p>
      )}
    </section>
  );
}
