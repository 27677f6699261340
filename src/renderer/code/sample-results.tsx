import { FlaskConical } from 'lucide-react';
import { useMemo } from 'react';
import { useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { patternOf, trySamples } from './try-samples.js';

/** How many of the design's samples a pattern matches, with the way to the tester. */
export function SampleResults({ pattern, onOpen }: { readonly pattern: string; readonly onOpen: () => void }) {
  const t = useTranslate();
  const design = useStudio((state) => state.design);
  const results = useMemo(() => {
    const parsed = patternOf(pattern);
    return parsed === undefined ? undefined : trySamples(design, parsed);
  }, [design, pattern]);
  const matching = results?.filter(([, { matches }]) => matches).length ?? 0;
  return (
    <div className="sample-results">
      <Button variant="link" onClick={onOpen}>
        <FlaskConical size={14} />
        {t({ en: 'Try with sample events', ja: 'サンプルイベントで確認' })}
      </Button>
      {results === undefined || results.length === 0 ? null : (
        <span className="hint">
          {t(
            { en: '{count} of {all} match', ja: '{all} 件中 {count} 件が一致' },
            { count: matching, all: results.length },
          )}
        </span>
      )}
    </div>
  );
}
