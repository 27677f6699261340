import { Check, Eye, EyeOff, TriangleAlert } from 'lucide-react';
import { families, type Finding, type Limit } from '../../advisor/define.js';
import { report } from '../studio/files.js';
import { revealInCanvas, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { SourceLink } from '../ui/source-link.js';
import { apply, hidePreview, restore, showPreview } from './actions.js';
import { DismissButton } from './dismiss-button.js';
import { confidenceBars, confidenceWords, findingText, isQuestion } from './texts.js';

/** A finding in full: what, why, what it costs; the proof; the limits and the source; and the decision. */
export function FindingCard({ finding }: { readonly finding: Finding }) {
  const t = useTranslate();
  return (
    <article className="finding-card" aria-label={t(findingText(finding, 'title'), finding.facts)}>
      <CardHeader finding={finding} />
      <div className="finding-columns">
        <Words finding={finding} />
        <Proof finding={finding} />
        <Limits finding={finding} />
      </div>
    </article>
  );
}

function CardHeader({ finding }: { readonly finding: Finding }) {
  const t = useTranslate();
  const isPreviewed = useStudio((state) => state.preview?.finding.id === finding.id);
  return (
    <header className="finding-header">
      <h3 className="section-heading" title={t(findingText(finding, 'title'), finding.facts)}>
        {t(findingText(finding, 'title'), finding.facts)}
      </h3>
      <span className="chip" data-tone={isQuestion(finding) ? 'accent' : 'warn'}>
        {isQuestion(finding) ? t({ en: 'Question', ja: '確認事項' }) : t(families[finding.rule.family])}
      </span>
      <ConfidenceMeter finding={finding} />
      {finding.dismissed !== undefined ? (
        <Button
          onClick={() => {
            restore(finding);
          }}
        >
          {t({ en: 'Restore', ja: '復元' })}
        </Button>
      ) : (
        <>
          {finding.applicable ? (
            <Button
              variant="quiet"
              aria-pressed={isPreviewed}
              onClick={() => {
                if (isPreviewed) hidePreview();
                else showPreview(finding, 'after');
              }}
            >
              {isPreviewed ? <EyeOff size={14} /> : <Eye size={14} />}
              {isPreviewed ? t({ en: 'End preview', ja: 'プレビューを終了' }) : t({ en: 'Preview', ja: 'プレビュー' })}
            </Button>
          ) : null}
          <DismissButton finding={finding} />
          {finding.applicable ? (
            <Button
              variant="primary"
              onClick={() => {
                report(apply(finding.id));
              }}
            >
              {t({ en: 'Apply', ja: '適用' })}
            </Button>
          ) : null}
        </>
      )}
    </header>
  );
}

function ConfidenceMeter({ finding: { confidence } }: { readonly finding: Finding }) {
  const t = useTranslate();
  return (
    <span className="confidence">
      {t({ en: 'Confidence', ja: '確信度' })}
      <span className="confidence-bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} data-on={bar <= confidenceBars[confidence]} />
        ))}
      </span>
      <strong>{t(confidenceWords[confidence])}</strong>
    </span>
  );
}

function Words({ finding }: { readonly finding: Finding }) {
  const t = useTranslate();
  const parts = [
    { part: 'what', heading: { en: 'What', ja: '提案の内容' } },
    { part: 'why', heading: { en: 'Why', ja: '理由' } },
    { part: 'tradeOff', heading: { en: 'Trade-off', ja: 'トレードオフ' } },
  ] as const;
  return (
    <div className="finding-column" tabIndex={0} role="region" aria-label={t({ en: 'What', ja: '提案の内容' })}>
      {parts.map(({ part, heading }) => (
        <section key={part}>
          <h4>{t(heading)}</h4>
          <p>{t(findingText(finding, part), finding.facts)}</p>
        </section>
      ))}
    </div>
  );
}

function Proof({ finding }: { readonly finding: Finding }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  return (
    <div className="finding-column" tabIndex={0} role="region" aria-label={t({ en: 'Evidence', ja: '根拠' })}>
      <section>
        <h4>{t({ en: 'Evidence', ja: '根拠' })}</h4>
        <ul className="evidence">
          {finding.evidence.map(({ text, node }, index) => (
            <li key={index}>
              <Check size={14} />
              {node === undefined ? (
                <span>{t(text, finding.facts)}</span>
              ) : (
                <button
                  type="button"
                  className="evidence-text"
                  title={t({ en: 'Show "{node}"', ja: '「{node}」を表示' }, { node: system.node(node)?.label ?? node })}
                  onClick={() => {
                    revealInCanvas({ nodes: new Set([node]) });
                  }}
                >
                  {t(text, finding.facts)}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Limits({ finding }: { readonly finding: Finding }) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const { source } = finding.rule;
  return (
    <div className="finding-column" tabIndex={0} role="region" aria-label={t({ en: 'Limits', ja: '制約' })}>
      {finding.limits.length === 0 ? null : (
        <section>
          <h4>{t({ en: 'Limits', ja: '制約' })}</h4>
          <ul className="limits">
            {finding.limits.map((limit, index) => (
              <LimitRow key={index} limit={limit} finding={finding} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h4>{t({ en: 'Source', ja: '出典' })}</h4>
        <SourceLink url={source.url} title={t(source.title)} />
        <p className="hint">
          {t(
            { en: 'As of {date}', ja: '{date} 時点' },
            { date: language === 'ja' ? source.date.replaceAll('-', '/') : source.date },
          )}
        </p>
      </section>
    </div>
  );
}

function LimitRow({ limit, finding }: { readonly limit: Limit; readonly finding: Finding }) {
  const t = useTranslate();
  const isMet = limit.state === 'met';
  return (
    <li data-state={limit.state}>
      {isMet ? <Check size={14} /> : <TriangleAlert size={14} />}
      <span>{t(limit.text, finding.facts)}</span>
      <small>{isMet ? t({ en: 'met', ja: '確認済み' }) : t({ en: 'to check', ja: '要確認' })}</small>
    </li>
  );
}
