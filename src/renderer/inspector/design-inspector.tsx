import { setSettings } from '../../editor/commands/set-settings.js';
import { lambdaFunction } from '../../catalog/services/lambda-function.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { Select } from '../ui/select.js';
import { MapControl } from './fields/map-control.js';
import { field } from '../../model/fields.js';
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

const tagsOf = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
    : {};
