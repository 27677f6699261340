import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isMap } from '../../../cfn/check.js';
import type { Json } from '../../../model/design.js';
import { useTranslate } from '../../studio/studio.js';

interface PropertyFoldProps {
  readonly title: string;
  readonly value: Json | undefined;
  readonly signs?: ReactNode;
  readonly actions?: ReactNode;
  /** At first. */
  readonly opened: boolean;
  readonly children: ReactNode;
}

const countOf = (value: Json | undefined): number =>
  Array.isArray(value) ? value.length : isMap(value) ? Object.keys(value).length : 0;

/** What is inside of a property; made when it is opened, since some are very large. */
export function PropertyFold({ title, value, signs, actions, opened, children }: PropertyFoldProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(opened);
  const count = countOf(value);
  return (
    <div className="property-fold" data-open={isOpen}>
      <div className="property-head">
        <button
          type="button"
          className="property-toggle"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <ChevronRight size={14} />
          <span className="mono ellipsis" title={title}>
            {title}
          </span>
          {count === 0 ? null : (
            <span className="count" aria-label={t({ en: '{count} set', ja: '設定済み {count} 件' }, { count })}>
              {count}
            </span>
          )}
        </button>
        {signs}
        {actions}
      </div>
      {isOpen ? <div className="property-inside">{children}</div> : null}
    </div>
  );
}
