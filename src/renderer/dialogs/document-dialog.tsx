import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Localized } from '../../model/localized.js';
import { saveFile } from '../pictures/save.js';
import { reviewChoices } from '../review/choices.js';
import { reviewFile, reviewFormats, reviewOf, type Review, type ReviewFormat } from '../review/make.js';
import { ReviewPreview } from '../review/preview.js';
import { report } from '../studio/files.js';
import { closeDialog, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Segmented } from '../ui/segmented.js';
import '../review/review.css';

const formats = {
  html: {
    label: { en: 'HTML page', ja: 'HTML ページ' },
    help: {
      en: 'One file to read and to print, in either theme.',
      ja: '閲覧と印刷に適した 1 つのファイルです。ライトとダークの両方に対応します。',
    },
    ending: 'html',
  },
  markdown: {
    label: { en: 'Markdown', ja: 'Markdown' },
    help: {
      en: 'For a repository or a wiki; the drawing is a Mermaid diagram.',
      ja: 'リポジトリや Wiki 向けです。図は Mermaid で記述します。',
    },
    ending: 'md',
  },
} as const satisfies Record<ReviewFormat, { label: Localized; help: Localized; ending: string }>;

/** The review document of the design: to look through, and as a file. */
export function DocumentDialog() {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const findings = useStudio((state) => state.findings);
  const analysis = useStudio((state) => state.analysis);
  const appLanguage = useStudio((state) => state.language);
  const { format, language = appLanguage } = useStore(reviewChoices);
  const [review, setReview] = useState<Review>();
  useEffect(() => {
    let isShown = true;
    report(
      reviewOf({ system, findings, analysis }, language).then((made) => {
        if (isShown) setReview(made);
      }),
    );
    return () => {
      isShown = false;
    };
  }, [system, findings, analysis, language]);
  const save = async (made: Review): Promise<void> => {
    if (await saveFile(formats[format].ending, await reviewFile(made, format))) closeDialog();
  };
  return (
    <Dialog
      title={t({ en: 'Export review document', ja: 'レビュー文書のエクスポート' })}
      width={1000}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t({ en: 'Cancel', ja: 'キャンセル' })}</Button>
          <Button
            variant="primary"
            autoFocus
            onClick={() => {
              if (review !== undefined) report(save(review));
            }}
          >
            {t({ en: 'Save…', ja: '保存…' })}
          </Button>
        </>
      }
    >
      <div className="review-dialog">
        {review === undefined ? <div className="review-preview" /> : <ReviewPreview review={review} />}
        <div className="review-form">
          <div className="field">
            <span className="secondary">{t({ en: 'Format', ja: '形式' })}</span>
            <Segmented<ReviewFormat>
              label={t({ en: 'Format', ja: '形式' })}
              value={format}
              options={reviewFormats.map((value) => ({ value, label: t(formats[value].label) }))}
              onChange={(chosen) => {
                reviewChoices.setState({ format: chosen });
              }}
            />
            <p className="hint">{t(formats[format].help)}</p>
          </div>
          <div className="field">
            <span className="secondary">{t({ en: 'Language', ja: '言語' })}</span>
            <Segmented
              label={t({ en: 'Language', ja: '言語' })}
              value={language}
              options={[
                // Each in its own language: whoever needs it can read it.
                { value: 'en', label: 'English' },
                { value: 'ja', label: '日本語' },
              ]}
              onChange={(chosen) => {
                reviewChoices.setState({ language: chosen });
              }}
            />
          </div>
        </div>
      </div>
    </Dialog>
  );
}
