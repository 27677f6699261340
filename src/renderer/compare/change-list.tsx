import type { DesignChange } from '../../model/compare.js';
import type { Design } from '../../model/design.js';
import { useTranslate } from '../studio/studio.js';
import { changeWords, kindWords, nameOfField, nameOfThing, valueWords } from '../../codegen/difference/design-words.js';

interface ChangeListProps {
  readonly before: Design;
  readonly after: Design;
  readonly changes: readonly DesignChange[];
  readonly selected: DesignChange | undefined;
  readonly onSelect: (change: DesignChange) => void;
}

/** Every difference in words; a row brings what it is about into view on both sides. */
export function ChangeList({ before, after, changes, selected, onSelect }: ChangeListProps) {
  const t = useTranslate();
  if (changes.length === 0)
    return (
      <p className="hint panel-empty">{t({ en: 'Both versions are equal.', ja: '2 つのバージョンは同じです。' })}</p>
    );
  return (
    <ul className="change-list">
      {changes.map((change) => {
        const holder = change.change === 'removed' ? before : after;
        return (
          <li key={`${change.kind} ${change.id}`}>
            <button
              type="button"
              className="change-row"
              aria-current={change === selected}
              onClick={() => {
                onSelect(change);
              }}
            >
              <span className="change-head">
                <span className="change-chip" data-mark={change.change}>
                  {t(changeWords[change.change])}
                </span>
                <span className="hint">{t(kindWords(change.kind))}</span>
                <strong className="ellipsis">{t(nameOfThing(holder, change.kind, change.id))}</strong>
              </span>
              {change.fields.map(({ field, before: old, after: now }) => (
                <span key={field} className="change-field">
                  <span>{t(nameOfField(holder, change.kind, change.id, field))}</span>
                  <span className="change-values">
                    <del>{t(valueWords(old))}</del> <ins>{t(valueWords(now))}</ins>
                  </span>
                </span>
              ))}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
