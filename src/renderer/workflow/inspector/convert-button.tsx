import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { ConversionRefusal } from '../../../asl/convert/convert-to-jsonata.js';
import { conversionProblemTexts } from '../../../asl/convert/refusal.js';
import type { Path } from '../../../asl/document.js';
import { flowKey } from '../../../asl/flow-key.js';
import { useTranslate } from '../../studio/studio.js';
import { Button } from '../../ui/button.js';
import { selectStates } from '../workflow.js';
import { convertLabel, runConversion } from './conversion.js';

/** More reasons than these are not listed. */
const most = 8;

interface ConvertButtonProps {
  /** Undefined: the whole definition. */
  readonly states: readonly Path[] | undefined;
}

/** Converts JSONPath to JSONata where that is exact, and says state by state why where it is not. */
export function ConvertButton({ states }: ConvertButtonProps) {
  const t = useTranslate();
  const [refusals, setRefusals] = useState<readonly ConversionRefusal[]>([]);
  return (
    <>
      <Button
        variant="link"
        className="inspector-action"
        onClick={() => {
          setRefusals(runConversion(states));
        }}
      >
        <RefreshCw size={14} />
        {t(convertLabel)}
      </Button>
      {refusals.length === 0 ? null : (
        <div className="refusals" role="alert">
          <p>
            {t({
              en: 'Not converted, since it would not mean the same:',
              ja: '同じ意味に変換できないため、変換されませんでした。',
            })}
          </p>
          <ul>
            {refusals.slice(0, most).map(({ path, state, code, facts }, index) => (
              <li key={index}>
                <Button
                  variant="link"
                  onClick={() => {
                    selectStates([flowKey(path)]);
                  }}
                >
                  {state}
                </Button>
                <span>{t(conversionProblemTexts[code], facts)}</span>
              </li>
            ))}
          </ul>
          {refusals.length > most ? (
            <p>{t({ en: 'and {count} more', ja: 'ほか {count} 件' }, { count: refusals.length - most })}</p>
          ) : null}
        </div>
      )}
    </>
  );
}
