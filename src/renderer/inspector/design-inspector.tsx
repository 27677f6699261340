import { setSettings } from '../../editor/commands/set-settings.js';
import { operationsOf, stageName } from '../../model/design.js';
import { lambdaFunction } from '../../catalog/services/lambda-function.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { Select } from '../ui/select.js';
import { MapControl } from './fields/map-control.js';
import { field } from '../../model/fields.js';
import { choicesOf, handlerLanguages, operationsProfiles } from './design-choices.js';
import { InspectorHeader } from './header.js';
import { TextRow } from './text-row.js';

/** Regions offered while typing; any other may be entered. */
const regions = [
  'ap-northeast-1',
  'ap-northeast-3',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-west-1',
  'us-east-1',
  'us-east-2',
  'us-west-2',
];

const tagsField = field.map({
  label: { en: 'Tags', ja: 'タグ' },
  keyLabel: { en: 'Key', ja: 'キー' },
  valueLabel: { en: 'Value', ja: '値' },
});

/** Nothing is selected: the settings of the whole design. */
export function DesignInspector() {
  const t = useTranslate();
  const settings = useStudio((state) => state.design.settings);
  const { editor } = studio.getState();
  return (
    <>
      <InspectorHeader title={settings.name} subtitle={t({ en: 'Design settings', ja: '設計の設定' })} actions="none" />
      <div className="inspector-body">
        <div className="form">
          <TextRow
            label={t({ en: 'Name', ja: '名前' })}
            help={t({
              en: 'Names the exported project and its stacks.',
              ja: 'エクスポートするプロジェクトとスタックの名前に使われます。',
            })}
            value={settings.name}
            required
            onChange={(name) => {
              if (name.trim() !== '') editor.run(setSettings, { name });
            }}
          />
          <TextRow
            label={t({ en: 'Region', ja: 'リージョン' })}
            value={settings.region ?? ''}
            placeholder={t({ en: 'Of the CLI profile', ja: 'CLI プロファイルの設定' })}
            code
            suggestions={regions}
            onChange={(region) => {
              editor.run(setSettings, { region: region === '' ? undefined : region });
            }}
          />
          <div className="field">
            <span className="secondary">{t({ en: 'Lambda runtime', ja: 'Lambda のランタイム' })}</span>
            <Select
              label={t({ en: 'Lambda runtime', ja: 'Lambda のランタイム' })}
              value={settings.runtime}
              options={Object.entries(lambdaFunction.fields.runtime.options).map(([value, label]) => ({
                value,
                label: t(label),
              }))}
              onChange={(runtime) => {
                editor.run(setSettings, { runtime });
              }}
            />
          </div>
          <div className="field">
            <span className="secondary">{t({ en: 'Handler language', ja: 'ハンドラーの言語' })}</span>
            <Select
              label={t({ en: 'Handler language', ja: 'ハンドラーの言語' })}
              value={settings.handlerLanguage}
              options={choicesOf(handlerLanguages, t)}
              onChange={(handlerLanguage) => {
                editor.run(setSettings, { handlerLanguage: handlerLanguage === 'python' ? 'python' : 'typescript' });
              }}
            />
          </div>
          <div className="field">
            <span className="secondary">{t({ en: 'Operations profile', ja: '運用プロファイル' })}</span>
            <Select
              label={t({ en: 'Operations profile', ja: '運用プロファイル' })}
              value={operationsOf(settings)}
              options={choicesOf(operationsProfiles, t)}
              onChange={(chosen) => {
                // What is the default leaves no key in the file.
                editor.run(setSettings, { operations: chosen === 'workshop' ? 'workshop' : undefined });
              }}
            />
          </div>
          <TextRow
            label={t({ en: 'Stages', ja: 'ステージ' })}
            help={t({
              en: 'Names of letters and digits such as dev, prod: the app has all stacks once for each.',
              ja: 'dev, prod のような英数字の名前を指定すると、ステージごとにすべてのスタックが作成されます。',
            })}
            value={(settings.stages ?? []).join(', ')}
            code
            onChange={(text) => {
              const stages = stagesOf(text);
              if (stages !== undefined) editor.run(setSettings, { stages: stages.length === 0 ? undefined : stages });
            }}
          />
          <div className="field">
            <span className="checkbox">
              <input
                id="design-github-actions"
                type="checkbox"
                checked={settings.githubActions === true}
                onChange={(event) => {
                  editor.run(setSettings, { githubActions: event.target.checked ? true : undefined });
                }}
              />
              <label htmlFor="design-github-actions">
                {t({ en: 'Workflow for GitHub Actions', ja: 'GitHub Actions のワークフロー' })}
              </label>
            </span>
          </div>
          <TextRow
            label={t({ en: 'CLI profile', ja: 'CLI プロファイル' })}
            value={settings.profile ?? ''}
            placeholder="default"
            code
            onChange={(profile) => {
              editor.run(setSettings, { profile: profile === '' ? undefined : profile });
            }}
          />
          <div className="field">
            <span className="secondary" id="design-tags-label">
              {t(tagsField.label)}
            </span>
            <MapControl
              id="design-tags"
              field={tagsField}
              given={settings.tags}
              resolved={settings.tags}
              invalid={false}
              onChange={(value) => {
                editor.run(setSettings, { tags: tagsOf(value) });
              }}
            />
          </div>
        </div>
      </div>
    </>
  );
}

/** Names between commas; undefined where one cannot be the name of a stage. */
function stagesOf(text: string): readonly string[] | undefined {
  const names = [...new Set(text.split(/[\s,、]+/).filter((name) => name !== ''))];
  return names.length <= 8 && names.every((name) => stageName.test(name)) ? names : undefined;
}

const tagsOf = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
    : {};
