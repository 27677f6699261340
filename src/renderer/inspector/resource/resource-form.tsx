import { useState } from 'react';
import type { ResourceType } from '../../../cfn/resource-type.js';
import { nodeId, type Json } from '../../../model/design.js';
import type { JsonField } from '../../../model/fields.js';
import { isMap } from '../../../cfn/check.js';
import { useStudio, useTranslate } from '../../studio/studio.js';
import { Segmented } from '../../ui/segmented.js';
import { SourceLink } from '../../ui/source-link.js';
import { CodeControl } from '../fields/code-control.js';
import type { ControlProps } from '../fields/control.js';
import { PropertyList } from './property-list.js';
import { useResourceType } from './use-resource-type.js';
import { YamlValue } from './yaml-value.js';
import './resource.css';

type View = 'form' | 'json' | 'yaml';

/** The properties of a CloudFormation resource: as a form by the schema of its type, or as text. */
export function ResourceForm(props: ControlProps<JsonField>) {
  const { owner, mixed = false } = props;
  const name = useStudio(({ system }) =>
    owner?.node === undefined ? undefined : system.node(nodeId(owner.node))?.props['cfnType'],
  );
  return typeof name !== 'string' || name === '' || mixed ? (
    <CodeControl {...props} />
  ) : (
    <OfType key={name} name={name} {...props} />
  );
}

function OfType({ name, ...props }: ControlProps<JsonField> & { readonly name: string }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<View>('form');
  const found = useResourceType(name);
  if (found === undefined) return null;
  const type = found.status === 'known' ? found.type : undefined;
  const view = type === undefined && chosen === 'form' ? 'json' : chosen;
  return (
    <div className="resource-form" role="group" aria-labelledby={`${props.id}-label`}>
      <Segmented<View>
        label={t({ en: 'View of the properties', ja: 'プロパティの表示' })}
        value={view}
        options={[
          ...(type === undefined ? [] : [{ value: 'form' as const, label: t({ en: 'Form', ja: 'フォーム' }) }]),
          { value: 'json', label: 'JSON' },
          { value: 'yaml', label: 'YAML' },
        ]}
        onChange={setChosen}
      />
      {type === undefined ? (
        <p className="hint">
          {found.status === 'unknown'
            ? t({
                en: 'This type is not in the list of AWS, so its properties are written as text.',
                ja: 'AWS のリストにないタイプのため、プロパティはテキストで入力します。',
              })
            : t({
                en: 'Nothing is known of this type, so its properties are written as text.',
                ja: '定義が不明なタイプのため、プロパティはテキストで入力します。',
              })}
        </p>
      ) : null}
      {view === 'form' && type !== undefined ? <Properties type={type} {...props} /> : null}
      {view === 'json' ? <CodeControl {...props} /> : null}
      {view === 'yaml' ? <YamlValue {...props} /> : null}
      {type === undefined ? null : (
        <SourceLink
          url={documentationOf(name)}
          title={t({ en: 'Reference of {name}', ja: '{name} のリファレンス' }, { name })}
        />
      )}
    </div>
  );
}

function Properties({ type, given, onChange }: ControlProps<JsonField> & { readonly type: ResourceType }) {
  return (
    <PropertyList
      properties={type.properties}
      given={isMap(given) ? given : {}}
      onChange={(next: Readonly<Record<string, Json>>) => {
        onChange(Object.keys(next).length === 0 ? undefined : next);
      }}
    />
  );
}

const documentationOf = (type: string): string => {
  const [, service = '', resource = ''] = type.toLowerCase().split('::');
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${service}-${resource}.html`;
};
