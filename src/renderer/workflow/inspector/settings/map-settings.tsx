import { lookup } from '../../../../model/design.js';
import { isObject, type State } from '../../../../asl/definition.js';
import { Fold } from '../../../inspector/fields/form.js';
import { useTranslate } from '../../../studio/studio.js';
import { Segmented } from '../../../ui/segmented.js';
import { DynamicRow } from '../dynamic-row.js';
import { FieldRow } from '../field-row.js';
import { useChange, useForm } from '../form-context.js';
import { evaluated, labelOf } from '../io/data-rows.js';
import { PathRow } from '../io/path-row.js';
import { mapModeChanges, processorKey } from '../map-mode.js';
import { batcherFields, mapFields, sources } from '../state-fields.js';
import { ValueRow } from '../value-row.js';
import { ReaderSettings, WriterSettings } from './map-transfer.js';

/** The items of a Map, how they are run, and what is done with the results. */
export function MapSettings({ state }: { readonly state: State }) {
  const t = useTranslate();
  const { workflow } = useForm();
  const change = useChange();
  const { fields, queryLanguage } = state;
  const key = processorKey(state);
  const processor = lookup(fields, key);
  const config = isObject(processor) ? lookup(processor, 'ProcessorConfig') : undefined;
  const isDistributed = isObject(config) && lookup(config, 'Mode') === 'DISTRIBUTED';
  const label = t({ en: 'Mode', ja: 'モード' });
  return (
    <>
      <div className="form">
        <div className="field" data-field="Mode">
          <span className="secondary">{label}</span>
          <Segmented<'INLINE' | 'DISTRIBUTED'>
            label={label}
            value={isDistributed ? 'DISTRIBUTED' : 'INLINE'}
            options={[
              { value: 'INLINE', label: t({ en: 'Inline', ja: 'インライン' }) },
              { value: 'DISTRIBUTED', label: t({ en: 'Distributed', ja: '分散' }) },
            ]}
            onChange={(mode) => {
              change(mapModeChanges(state, mode));
            }}
          />
          <p className="hint">
            {isDistributed
              ? t({
                  en: 'Each item or batch is an execution of its own, up to 10,000 at once.',
                  ja: '項目またはバッチごとに子ワークフローを実行します。同時に最大 10,000 件です。',
                })
              : t({
                  en: 'Items run inside of this execution, up to 40 at once.',
                  ja: '項目はこの実行の中で処理されます。同時に最大 40 件です。',
                })}
          </p>
          {workflow === 'EXPRESS' && !isDistributed ? (
            <p className="hint">
              {t({
                en: 'Express workflows have no distributed mode.',
                ja: 'Express ワークフローでは分散モードを使用できません。',
              })}
            </p>
          ) : null}
        </div>
        {isDistributed ? (
          <FieldRow path={[key, 'ProcessorConfig', 'ExecutionType']} field={mapFields.ExecutionType} explicit />
        ) : null}
        {queryLanguage === 'JSONata' ? (
          <ValueRow
            path={paths.Items}
            label={labelOf('Items')}
            help={itemsHelp}
            source={sources.map}
            placeholder="{% $states.input %}"
            result={evaluated}
          />
        ) : (
          <PathRow path={paths.ItemsPath} help={itemsHelp} source={sources.map} />
        )}
        <ValueRow
          path={
            Object.hasOwn(fields, 'Parameters') && queryLanguage === 'JSONPath' ? paths.Parameters : paths.ItemSelector
          }
          label={labelOf('ItemSelector')}
          help={selectorHelp}
          source={sources.map}
          placeholder={
            queryLanguage === 'JSONata'
              ? '{ "item": "{% $states.context.Map.Item.Value %}" }'
              : '{ "item.$": "$$.Map.Item.Value" }'
          }
        />
        <DynamicRow
          path={paths.MaxConcurrency}
          field={isDistributed ? mapFields.MaxConcurrency : mapFields.MaxConcurrencyInline}
        />
        <DynamicRow path={paths.ToleratedFailurePercentage} field={mapFields.ToleratedFailurePercentage} />
        <DynamicRow path={paths.ToleratedFailureCount} field={mapFields.ToleratedFailureCount} />
        {isDistributed ? <FieldRow path={paths.Label} field={mapFields.Label} /> : null}
      </div>
      {isDistributed ? (
        <>
          <Fold title="ItemReader" hint={hintOf('ItemReader', state, t)}>
            <ReaderSettings state={state} />
          </Fold>
          <Fold title="ItemBatcher" hint={hintOf('ItemBatcher', state, t)}>
            <div className="form">
              <DynamicRow path={paths.MaxItemsPerBatch} field={batcherFields.MaxItemsPerBatch} />
              <DynamicRow path={paths.MaxInputBytesPerBatch} field={batcherFields.MaxInputBytesPerBatch} />
              <ValueRow
                path={paths.BatchInput}
                label={labelOf('BatchInput')}
                help={batchHelp}
                source={sources.batcher}
                placeholder="{ }"
              />
            </div>
          </Fold>
          <Fold title="ResultWriter" hint={hintOf('ResultWriter', state, t)}>
            <WriterSettings state={state} />
          </Fold>
        </>
      ) : null}
    </>
  );
}

const hintOf = (field: string, { fields }: State, t: ReturnType<typeof useTranslate>): string | undefined =>
  Object.hasOwn(fields, field) ? t({ en: 'Set', ja: '設定済み' }) : undefined;

const paths = {
  Items: ['Items'],
  ItemsPath: ['ItemsPath'],
  ItemSelector: ['ItemSelector'],
  Parameters: ['Parameters'],
  MaxConcurrency: ['MaxConcurrency'],
  ToleratedFailurePercentage: ['ToleratedFailurePercentage'],
  ToleratedFailureCount: ['ToleratedFailureCount'],
  Label: ['Label'],
  MaxItemsPerBatch: ['ItemBatcher', 'MaxItemsPerBatch'],
  MaxInputBytesPerBatch: ['ItemBatcher', 'MaxInputBytesPerBatch'],
  BatchInput: ['ItemBatcher', 'BatchInput'],
} as const;

const itemsHelp = {
  en: 'The list, or the object, whose items are run. Without it: the input.',
  ja: '処理する項目のリストまたはオブジェクト。指定しない場合は入力が使用されます。',
};
const selectorHelp = {
  en: 'What each item gets as its input. Without it: the item itself.',
  ja: '各項目に渡す入力です。指定しない場合は項目自体が渡されます。',
};
const batchHelp = {
  en: 'What each batch gets beside its items.',
  ja: '各バッチに、項目とあわせて渡す値です。',
};
