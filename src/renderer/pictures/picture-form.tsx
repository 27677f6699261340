import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Localized } from '../../model/localized.js';
import { useTranslate } from '../studio/studio.js';
import { Segmented } from '../ui/segmented.js';
import { Select } from '../ui/select.js';
import { pictureChoices, type PictureChoices, type PictureFormat } from './choices.js';
import type { Drawing } from './make.js';

interface PictureFormProps {
  readonly drawing: Drawing | undefined;
  readonly hasSelection: boolean;
  /** The largest scale at which the drawing can be a PNG. */
  readonly largest: number;
}

const formats: readonly { readonly format: PictureFormat; readonly label: Localized; readonly help: Localized }[] = [
  {
    format: 'png',
    label: { en: 'PNG', ja: 'PNG' },
    help: { en: 'Pixels, for slides and chats.', ja: 'スライドやチャット向けの画像です。' },
  },
  {
    format: 'svg',
    label: { en: 'SVG', ja: 'SVG' },
    help: { en: 'Sharp at any size, for documents and the web.', ja: '拡大しても鮮明な、文書や Web 向けの形式です。' },
  },
  {
    format: 'pdf',
    label: { en: 'PDF', ja: 'PDF' },
    help: {
      en: 'Made by the print of the browser: choose "Save as PDF" there.',
      ja: 'ブラウザの印刷機能で作成します。送信先として [PDF に保存] を選択してください。',
    },
  },
  {
    format: 'drawio',
    label: { en: 'draw.io', ja: 'draw.io' },
    help: { en: 'With AWS shapes, to go on drawing there.', ja: 'AWS の図形を使い、draw.io で編集できます。' },
  },
  {
    format: 'mermaid',
    label: { en: 'Mermaid', ja: 'Mermaid' },
    help: {
      en: 'Markdown with a flowchart and a diagram of each state machine.',
      ja: 'フローチャートと、各ステートマシンの図を含む Markdown です。',
    },
  },
  {
    format: 'html',
    label: { en: 'HTML page', ja: 'HTML ページ' },
    help: {
      en: 'One file with pan, zoom, search and details of each node.',
      ja: '移動、拡大、検索、ノードの詳細表示ができる 1 つのファイルです。',
    },
  },
];

const scales = [1, 2, 3, 4] as const;

/** What a picture shows, and how. Only what means something for its format. */
export function PictureForm({ drawing, hasSelection, largest }: PictureFormProps) {
  const t = useTranslate();
  const choices = useStore(pictureChoices);
  const { format } = choices;
  const set = (changes: Partial<PictureChoices>): void => {
    pictureChoices.setState(changes);
  };
  const help = formats.find((one) => one.format === format)?.help;
  const isPart = hasSelection && choices.scope === 'selection';
  const canHoldDesign = format === 'svg' || format === 'drawio' || format === 'html';
  return (
    <div className="picture-form">
      <Field label={t({ en: 'Format', ja: '形式' })}>
        <Select
          label={t({ en: 'Format', ja: '形式' })}
          value={format}
          options={formats.map((one) => ({ value: one.format, label: t(one.label) }))}
          onChange={(value) => {
            set({ format: formats.find((one) => one.format === value)?.format ?? format });
          }}
        />
        {help === undefined ? null : <span className="hint">{t(help)}</span>}
      </Field>
      {hasSelection ? (
        <Choice
          label={t({ en: 'Scope', ja: '範囲' })}
          value={choices.scope}
          options={[
            { value: 'all', label: t({ en: 'Everything', ja: 'すべて' }) },
            { value: 'selection', label: t({ en: 'Selection', ja: '選択範囲' }) },
          ]}
          onChange={(scope) => {
            set({ scope });
          }}
        />
      ) : null}
      {format === 'mermaid' || format === 'html' ? null : (
        <Choice
          label={t({ en: 'Theme', ja: 'テーマ' })}
          value={drawing?.scene.theme ?? 'light'}
          options={[
            { value: 'light', label: t({ en: 'Light', ja: 'ライト' }) },
            { value: 'dark', label: t({ en: 'Dark', ja: 'ダーク' }) },
          ]}
          onChange={(theme) => {
            set({ theme });
          }}
        />
      )}
      <Choice
        label={t({ en: 'Language', ja: '言語' })}
        value={drawing?.scene.language ?? 'en'}
        options={[
          // Each in its own language: whoever needs it can read it.
          { value: 'en', label: 'English' },
          { value: 'ja', label: '日本語' },
        ]}
        onChange={(language) => {
          set({ language });
        }}
      />
      {format === 'mermaid' || format === 'html' ? null : (
        <Choice
          label={t({ en: 'Background', ja: '背景' })}
          value={choices.background}
          options={[
            { value: 'theme', label: t({ en: 'Of the theme', ja: 'テーマの色' }) },
            { value: 'transparent', label: t({ en: 'Transparent', ja: '透明' }) },
          ]}
          onChange={(background) => {
            set({ background });
          }}
        />
      )}
      {format === 'png' ? <Scale drawing={drawing} largest={largest} /> : null}
      <div className="picture-checks">
        {format === 'mermaid' ? null : (
          <Check
            label={t({ en: 'Suggestions and problems', ja: '提案と問題' })}
            checked={choices.withMarks}
            onChange={(withMarks) => {
              set({ withMarks });
            }}
          />
        )}
        {canHoldDesign && !isPart ? (
          <Check
            label={t({ en: 'Design included, to open it again', ja: '設計を含める (再び開くことができます)' })}
            checked={choices.withDesign}
            onChange={(withDesign) => {
              set({ withDesign });
            }}
          />
        ) : null}
        {format === 'pdf' ? (
          <Check
            label={t({ en: 'Title with date and counts', ja: 'タイトル (日付と個数を含む)' })}
            checked={choices.withTitle}
            onChange={(withTitle) => {
              set({ withTitle });
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

function Scale({ drawing, largest }: Omit<PictureFormProps, 'hasSelection'>) {
  const t = useTranslate();
  const scale = useStore(pictureChoices, (state) => state.scale);
  const box = drawing?.scene.box ?? { width: 0, height: 0 };
  const pixels = { width: Math.round(box.width * scale), height: Math.round(box.height * scale) };
  return (
    <Field label={t({ en: 'Scale', ja: '倍率' })}>
      <Segmented
        label={t({ en: 'Scale', ja: '倍率' })}
        value={String(scale)}
        options={scales.map((value) => ({ value: String(value), label: `${String(value)}×` }))}
        onChange={(value) => {
          pictureChoices.setState({ scale: Number(value) });
        }}
      />
      {scale <= largest ? (
        <span className="hint">
          {t({ en: '{width} × {height} pixels', ja: '{width} × {height} ピクセル' }, pixels)}
        </span>
      ) : (
        <span className="hint" role="alert">
          {largest < 1
            ? t({
                en: 'The drawing is too large for a PNG. Use SVG or PDF.',
                ja: '図が大きすぎて PNG にできません。SVG または PDF を使用してください。',
              })
            : t(
                {
                  en: 'The drawing is too large for this scale. The largest that works is {scale}.',
                  ja: 'この倍率では図が大きすぎます。使用できる最大の倍率は {scale} です。',
                },
                { scale: Math.floor(largest) },
              )}
        </span>
      )}
    </Field>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <span className="secondary" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  return (
    <Field label={props.label}>
      <Segmented {...props} />
    </Field>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {label}
    </label>
  );
}
