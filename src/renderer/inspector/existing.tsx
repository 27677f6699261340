import { setNode } from '../../editor/commands/set-node.js';
import type { ExistingReference } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import type { SystemNode } from '../../system/system.js';
import { studio, useTranslate } from '../studio/studio.js';
import { Segmented } from '../ui/segmented.js';
import { Select } from '../ui/select.js';
import { TextRow } from './text-row.js';

const ways = {
  name: { en: 'Name', ja: '名前' },
  arn: { en: 'ARN', ja: 'ARN' },
  'ssm-parameter': { en: 'SSM parameter', ja: 'SSM パラメータ' },
  export: { en: 'CloudFormation export', ja: 'CloudFormation エクスポート' },
} as const satisfies Record<ExistingReference['by'], Localized>;

const isWay = (value: string): value is ExistingReference['by'] => Object.hasOwn(ways, value);

/** Whether the resource is created by the export, or exists and is only referred to. */
export function Existing({ node }: { readonly node: SystemNode }) {
  const t = useTranslate();
  const { editor } = studio.getState();
  const { origin, existing } = node.node;
  const reference: ExistingReference = existing ?? { by: 'name', value: '' };
  return (
    <div className="form">
      <div className="field">
        <Segmented
          label={t({ en: 'Resource', ja: 'リソース' })}
          value={origin}
          options={[
            { value: 'created', label: t({ en: 'Created', ja: '作成' }) },
            { value: 'existing', label: t({ en: 'Exists already', ja: '既存' }) },
          ]}
          onChange={(value) => {
            editor.run(setNode, {
              node: node.id,
              changes: { origin: value, existing: value === 'existing' ? reference : undefined },
            });
          }}
        />
      </div>
      {origin === 'existing' ? (
        <>
          <div className="field">
            <span className="secondary">{t({ en: 'Found by', ja: '参照方法' })}</span>
            <Select
              label={t({ en: 'Found by', ja: '参照方法' })}
              value={reference.by}
              options={Object.entries(ways).map(([value, label]) => ({ value, label: t(label) }))}
              onChange={(by) => {
                if (isWay(by)) editor.run(setNode, { node: node.id, changes: { existing: { ...reference, by } } });
              }}
            />
          </div>
          <TextRow
            label={t(ways[reference.by])}
            value={reference.value}
            code
            required
            onChange={(value) => {
              editor.run(setNode, { node: node.id, changes: { existing: { ...reference, value } } });
            }}
          />
        </>
      ) : null}
    </div>
  );
}
