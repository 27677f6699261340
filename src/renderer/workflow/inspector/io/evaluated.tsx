import { useEffect, useState } from 'react';
import type { Json } from '../../../../model/design.js';
import { isExpression, stringsIn } from '../../../../asl/expressions.js';
import { evaluateTemplate, type TemplateFault } from '../../../../asl/jsonata/evaluate.js';
import { report } from '../../../studio/files.js';
import { useTranslate, type Translate } from '../../../studio/studio.js';
import { useOwner } from '../form-context.js';
import { useSample } from './sample.js';

type Outcome = { readonly value: Json } | { readonly faults: readonly TemplateFault[] };

/** While somebody types, only the last text is evaluated. */
const pause = 200;
/** More than that of a result says nothing more. */
const maxShown = 2_000;

/** What a value with JSONata expressions gives for the sample of its state. Nothing without a sample or expressions. */
export function Evaluated({ value }: { readonly value: Json | undefined }) {
  const t = useTranslate();
  const { queryLanguage } = useOwner();
  const sample = useSample();
  const [outcome, setOutcome] = useState<Outcome>();
  const isWanted =
    queryLanguage === 'JSONata' &&
    sample !== undefined &&
    value !== undefined &&
    [...stringsIn(value, [])].some(({ text }) => isExpression(text));
  useEffect(() => {
    if (!isWanted) {
      setOutcome(undefined);
      return undefined;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      report(
        evaluateTemplate(value, sample, { signal: stop.signal }).then((found) => {
          if (!stop.signal.aborted) setOutcome(found);
        }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [isWanted, value, sample]);
  if (outcome === undefined || !isWanted) return null;
  if ('value' in outcome) {
    const text = JSON.stringify(outcome.value, null, 2);
    return (
      <div className="evaluated" role="status">
        <span className="secondary">{t({ en: 'With the sample', ja: 'サンプルでの結果' })}</span>
        <pre className="mono">{text.length > maxShown ? `${text.slice(0, maxShown)}…` : text}</pre>
      </div>
    );
  }
  return (
    <ul className="evaluated" data-fault="true" role="status">
      {outcome.faults.map((found, index) => (
        <li key={index}>{faultWords(found, t)}</li>
      ))}
    </ul>
  );
}

/** Where an expression failed, as far as that is known, and why. */
function faultWords({ path, fault }: TemplateFault, t: Translate): string {
  const facts = { place: path.join('.'), at: (fault.at ?? 0) + 1, detail: t(fault.detail, fault.facts) };
  if (fault.at === undefined)
    return path.length === 0
      ? t({ en: 'With the sample: {detail}', ja: 'サンプルでの評価: {detail}' }, facts)
      : t({ en: 'With the sample, {place}: {detail}', ja: 'サンプルでの {place} の評価: {detail}' }, facts);
  return path.length === 0
    ? t({ en: 'With the sample, character {at}: {detail}', ja: 'サンプルでの評価、{at} 文字目: {detail}' }, facts)
    : t(
        {
          en: 'With the sample, {place}, character {at}: {detail}',
          ja: 'サンプルでの {place} の評価、{at} 文字目: {detail}',
        },
        facts,
      );
}
