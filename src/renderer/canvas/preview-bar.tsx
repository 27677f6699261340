import { Eye, X } from 'lucide-react';
import type { Design } from '../../model/design.js';
import { serviceOf } from '../../catalog/index.js';
import { sameInEveryLanguage, type Localized } from '../../model/localized.js';
import { studio, useStudio, useTranslate, type Translate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { texts } from './texts.js';

/** Says what the previewed finding changes, and flips between before and after. */
export function PreviewBar() {
  const t = useTranslate();
  const preview = useStudio((state) => state.preview);
  const design = useStudio((state) => state.design);
  if (preview === undefined) return null;
  const show = (side: 'before' | 'after'): void => {
    studio.setState({ preview: { ...preview, side } });
  };
  return (
    <div className="floating-bar preview-bar" role="group" aria-label={t(texts.preview)}>
      <Eye size={16} />
      <b>{t(texts.preview)}</b>
      <span className="preview-words" role="status">
        {changeWords(design, preview.after, t)}
      </span>
      <span className="preview-sides" role="radiogroup" aria-label={t(texts.preview)}>
        {(['before', 'after'] as const).map((side) => (
          <button
            key={side}
            type="button"
            role="radio"
            aria-checked={preview.side === side}
            onClick={() => {
              show(side);
            }}
          >
            {t(texts[side])}
          </button>
        ))}
      </span>
      <IconButton
        label={t(texts.closePreview)}
        onClick={() => {
          studio.setState({ preview: undefined });
        }}
      >
        <X size={16} />
      </IconButton>
    </div>
  );
}

/** "1 × Lambda function removed, 1 × EventBridge pipe added, nothing moved". */
function changeWords(before: Design, after: Design, t: Translate): string {
  const counted = (of: Design, other: Design, text: Localized): string[] => {
    const counts = new Map<string, number>();
    for (const [id, node] of Object.entries(of.nodes))
      if (!Object.hasOwn(other.nodes, id)) counts.set(node.service, (counts.get(node.service) ?? 0) + 1);
    return [...counts].map(([service, count]) =>
      t(text, { count, service: serviceOf(service)?.label ?? sameInEveryLanguage(service) }),
    );
  };
  return [...counted(before, after, texts.removed), ...counted(after, before, texts.added), t(texts.nothingMoved)].join(
    t(texts.listSeparator),
  );
}
