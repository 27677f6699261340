import type { ReactNode } from 'react';
import { lambdaFunction } from '../../catalog/services/lambda-function.js';
import { emptySelection } from '../../editor/define.js';
import { canvasState, useCanvas } from '../canvas/canvas-state.js';
import { choicesOf, handlerLanguages, operationsProfiles } from '../inspector/design-choices.js';
import { preferences, usePreference } from '../studio/preferences.js';
import { closeDialog, studio, useStudio, useTranslate, type Theme } from '../studio/studio.js';
import type { Language } from '../../model/localized.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Segmented } from '../ui/segmented.js';
import { Select } from '../ui/select.js';

/** What a person prefers, in every design. Whatever is chosen holds at once. */
export function SettingsDialog() {
  const t = useTranslate();
  return (
    <Dialog title={t({ en: 'Settings', ja: '設定' })} width={560} onClose={closeDialog}>
      <div className="settings">
        <Appearance />
        <Drawing />
        <Files />
        <NewDesigns />
        <OfTheDesign />
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Row({ label, hint, children }: RowProps) {
  return (
    <div className="settings-row">
      <span className="settings-label">
        <span>{label}</span>
        {hint === undefined ? null : <span className="hint">{hint}</span>}
      </span>
      {children}
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Toggle({ label, hint, on, onChange }: ToggleProps) {
  return (
    <label className="settings-row">
      <span className="settings-label">
        <span>{label}</span>
        {hint === undefined ? null : <span className="hint">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        className="switch"
        checked={on}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
    </label>
  );
}

function Appearance() {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const theme = useStudio((state) => state.theme);
  const reducedMotion = usePreference((state) => state.reducedMotion);
  return (
    <Group title={t({ en: 'Appearance', ja: '外観' })}>
      <Row label={t({ en: 'Language', ja: '言語' })}>
        <Segmented<Language>
          label={t({ en: 'Language', ja: '言語' })}
          value={language}
          options={[
            { value: 'en', label: 'English' },
            { value: 'ja', label: '日本語' },
          ]}
          onChange={(chosen) => {
            studio.setState({ language: chosen });
          }}
        />
      </Row>
      <Row label={t({ en: 'Theme', ja: 'テーマ' })}>
        <Segmented<Theme>
          label={t({ en: 'Theme', ja: 'テーマ' })}
          value={theme}
          options={[
            { value: 'light', label: t({ en: 'Light', ja: 'ライト' }) },
            { value: 'dark', label: t({ en: 'Dark', ja: 'ダーク' }) },
            { value: 'system', label: t({ en: 'System', ja: 'システム' }) },
          ]}
          onChange={(chosen) => {
            studio.setState({ theme: chosen });
          }}
        />
      </Row>
      <Toggle
        label={t({ en: 'Reduce motion', ja: 'アニメーションを減らす' })}
        hint={t({ en: 'The setting of the system holds as well.', ja: 'システムの設定も適用されます。' })}
        on={reducedMotion}
        onChange={(on) => {
          preferences.setState({ reducedMotion: on });
        }}
      />
    </Group>
  );
}

function Drawing() {
  const t = useTranslate();
  const snapping = useStudio((state) => state.snapping);
  const minimap = useCanvas((state) => state.minimap);
  return (
    <Group title={t({ en: 'Canvas', ja: 'キャンバス' })}>
      <Toggle
        label={t({ en: 'Snap and guides', ja: 'スナップとガイド' })}
        hint={t({ en: 'While nodes are moved.', ja: 'ノードの移動中に適用されます。' })}
        on={snapping}
        onChange={(on) => {
          studio.setState({ snapping: on });
        }}
      />
      <Toggle
        label={t({ en: 'Minimap', ja: 'ミニマップ' })}
        on={minimap}
        onChange={(on) => {
          canvasState.setState({ minimap: on });
        }}
      />
    </Group>
  );
}

function Files() {
  const t = useTranslate();
  const autosave = useStudio((state) => state.autosave);
  return (
    <Group title={t({ en: 'Files', ja: 'ファイル' })}>
      <Toggle
        label={t({ en: 'Autosave', ja: '自動保存' })}
        hint={t({
          en: 'Saves a file some seconds after the last change, never over a change on disk.',
          ja: '最後の変更の数秒後に保存します。ディスク上の変更は上書きしません。',
        })}
        on={autosave}
        onChange={(on) => {
          studio.setState({ autosave: on });
        }}
      />
    </Group>
  );
}

function NewDesigns() {
  const t = useTranslate();
  const { newRegion, newProfile, newRuntime, newHandlerLanguage, newOperations } = usePreference((state) => state);
  const ofProfile = t({ en: 'Of the CLI profile', ja: 'CLI プロファイルの設定' });
  const region = t({ en: 'AWS Region', ja: 'AWS リージョン' });
  const profile = t({ en: 'CLI profile', ja: 'CLI プロファイル' });
  const runtime = t({ en: 'Lambda runtime', ja: 'Lambda のランタイム' });
  const handlers = t({ en: 'Handler language', ja: 'ハンドラーの言語' });
  const operations = t({ en: 'Operations profile', ja: '運用プロファイル' });
  return (
    <Group title={t({ en: 'New designs', ja: '新しい設計' })}>
      <Row label={region}>
        <input
          className="input mono"
          aria-label={region}
          value={newRegion}
          placeholder={ofProfile}
          spellCheck={false}
          maxLength={40}
          onChange={(event) => {
            preferences.setState({ newRegion: event.target.value.trim() });
          }}
        />
      </Row>
      <Row label={profile}>
        <input
          className="input mono"
          aria-label={profile}
          value={newProfile}
          placeholder="default"
          spellCheck={false}
          maxLength={100}
          onChange={(event) => {
            preferences.setState({ newProfile: event.target.value });
          }}
        />
      </Row>
      <Row label={runtime}>
        <Select
          label={runtime}
          value={newRuntime}
          options={[
            { value: '', label: t({ en: 'Recommended', ja: '推奨' }) },
            ...Object.entries(lambdaFunction.fields.runtime.options).map(([value, label]) => ({
              value,
              label: t(label),
            })),
          ]}
          onChange={(chosen) => {
            preferences.setState({ newRuntime: chosen });
          }}
        />
      </Row>
      <Row label={handlers}>
        <Select
          label={handlers}
          value={newHandlerLanguage === '' ? 'typescript' : newHandlerLanguage}
          options={choicesOf(handlerLanguages, t)}
          onChange={(chosen) => {
            preferences.setState({ newHandlerLanguage: chosen });
          }}
        />
      </Row>
      <Row label={operations}>
        <Select
          label={operations}
          value={newOperations === '' ? 'production' : newOperations}
          options={choicesOf(operationsProfiles, t)}
          onChange={(chosen) => {
            preferences.setState({ newOperations: chosen });
          }}
        />
      </Row>
    </Group>
  );
}

/** Region, tags and the like belong to a design: where they are set. */
function OfTheDesign() {
  const t = useTranslate();
  const inEditor = useStudio(({ screen }) => screen === 'editor');
  return (
    <Group title={t({ en: 'This design', ja: 'この設計' })}>
      <div className="settings-row">
        <span className="settings-label hint">
          {t({
            en: 'Region, profile, tags, runtime, operations and stages of a design are saved in its file. They are in the inspector while nothing is selected.',
            ja: '設計のリージョン、プロファイル、タグ、ランタイム、運用、ステージは、そのファイルに保存されます。何も選択していないときに、インスペクターで変更できます。',
          })}
        </span>
        {inEditor ? (
          <Button
            onClick={() => {
              closeDialog();
              preferences.setState({ inspectorOpen: true });
              studio.setState({ focusMode: false });
              studio.getState().editor.select(emptySelection);
            }}
          >
            {t({ en: 'Show them', ja: '表示' })}
          </Button>
        ) : null}
      </div>
    </Group>
  );
}
