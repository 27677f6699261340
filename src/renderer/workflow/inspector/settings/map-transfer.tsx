import { lookup } from '../../../../model/design.js';
import { isObject, type State } from '../../../../asl/definition.js';
import { useTranslate } from '../../../studio/studio.js';
import { Select } from '../../../ui/select.js';
import { DynamicRow } from '../dynamic-row.js';
import { FieldRow } from '../field-row.js';
import { useChange, useFormField } from '../form-context.js';
import { labelOf } from '../io/data-rows.js';
import { Problems } from '../row-frame.js';
import { readerFields, sources, writerFields } from '../state-fields.js';
import { ValueRow } from '../value-row.js';

const none = '';
const object = 'arn:aws:states:::s3:getObject';
const list = 'arn:aws:states:::s3:listObjectsV2';
const put = 'arn:aws:states:::s3:putObject';

const argumentsOf = ({ queryLanguage }: State): 'Arguments' | 'Parameters' =>
  queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';

/** Where a distributed Map reads its items from. */
export function ReaderSettings({ state }: { readonly state: State }) {
  const t = useTranslate();
  const change = useChange();
  const { problems } = useFormField(readerResource);
  const reader = lookup(state.fields, 'ItemReader');
  const fields = isObject(reader) ? reader : {};
  const resource = lookup(fields, 'Resource');
  const config = lookup(fields, 'ReaderConfig');
  const type = isObject(config) ? lookup(config, 'InputType') : undefined;
  const label = t({ en: 'Source', ja: 'ソース' });
  const value = typeof resource === 'string' ? resource : none;
  const options = [
    { value: none, label: t({ en: 'The items of the state', ja: 'ステートの項目' }) },
    { value: object, label: t({ en: 'A file in S3', ja: 'S3 のファイル' }) },
    { value: list, label: t({ en: 'The objects of an S3 bucket', ja: 'S3 バケットのオブジェクト一覧' }) },
  ];
  const at = argumentsOf(state);
  return (
    <div className="form">
      <div className="field" data-field="ItemReader.Resource">
        <span className="secondary">{label}</span>
        <Select
          label={label}
          value={value}
          options={options.some((option) => option.value === value) ? options : [...options, { value, label: value }]}
          onChange={(next) => {
            change(
              next === none
                ? [[['ItemReader'], undefined]]
                : [
                    [
                      ['ItemReader'],
                      {
                        Resource: next,
                        ...(next === object ? { ReaderConfig: { InputType: 'JSON' } } : {}),
                        [at]: isObject(lookup(fields, at))
                          ? (lookup(fields, at) ?? {})
                          : { Bucket: '', ...(next === object ? { Key: '' } : { Prefix: '' }) },
                      },
                    ],
                  ],
            );
          }}
        />
        {problems.length === 0 ? null : <Problems problems={problems} />}
      </div>
      {value === none ? null : (
        <>
          <ValueRow
            path={['ItemReader', at]}
            label={labelOf(at)}
            source={sources.reader}
            placeholder={'{ "Bucket": "", "Key": "" }'}
            required
          />
          {value === list ? (
            <FieldRow path={configPath('Transformation')} field={readerFields.Transformation} />
          ) : (
            <FieldRow path={configPath('InputType')} field={readerFields.InputType} explicit />
          )}
          {type === 'CSV' ? (
            <>
              <FieldRow path={configPath('CSVHeaderLocation')} field={readerFields.CSVHeaderLocation} />
              {isObject(config) && lookup(config, 'CSVHeaderLocation') === 'GIVEN' ? (
                <FieldRow path={configPath('CSVHeaders')} field={readerFields.CSVHeaders} />
              ) : null}
              <FieldRow path={configPath('CSVDelimiter')} field={readerFields.CSVDelimiter} />
            </>
          ) : null}
          {type === 'MANIFEST' ? (
            <FieldRow path={configPath('ManifestType')} field={readerFields.ManifestType} />
          ) : null}
          {type === 'JSON' ? <FieldRow path={configPath('ItemsPointer')} field={readerFields.ItemsPointer} /> : null}
          <DynamicRow path={configPath('MaxItems')} field={readerFields.MaxItems} />
        </>
      )}
    </div>
  );
}

const readerResource = ['ItemReader', 'Resource'];
const readerConfig = new Map<string, readonly string[]>();
/** The same path each time, so that rows stay as they are. */
function configPath(key: string): readonly string[] {
  const path = readerConfig.get(key) ?? ['ItemReader', 'ReaderConfig', key];
  readerConfig.set(key, path);
  return path;
}

/** Where a distributed Map writes its results to. */
export function WriterSettings({ state }: { readonly state: State }) {
  const t = useTranslate();
  const change = useChange();
  const { problems } = useFormField(writerResource);
  const writer = lookup(state.fields, 'ResultWriter');
  const isOn = isObject(writer);
  const toFile = isOn && Object.hasOwn(writer, 'Resource');
  const at = argumentsOf(state);
  const label = t({ en: 'Results', ja: '結果' });
  return (
    <div className="form">
      <div className="field" data-field="ResultWriter.Resource">
        <span className="secondary">{label}</span>
        <Select
          label={label}
          value={toFile ? put : isOn ? 'output' : none}
          options={[
            { value: none, label: t({ en: 'The output of the state', ja: 'ステートの出力' }) },
            { value: 'output', label: t({ en: 'The output, in another shape', ja: 'ステートの出力 (形を変更)' }) },
            { value: put, label: t({ en: 'Files in S3', ja: 'S3 のファイル' }) },
          ]}
          onChange={(next) => {
            const config = isOn ? lookup(writer, 'WriterConfig') : undefined;
            const shape = { WriterConfig: config ?? { Transformation: 'COMPACT', OutputType: 'JSON' } };
            change([
              [
                ['ResultWriter'],
                next === none
                  ? undefined
                  : next === put
                    ? { Resource: put, [at]: { Bucket: '', Prefix: '' }, ...(config === undefined ? {} : shape) }
                    : shape,
              ],
            ]);
          }}
        />
        {problems.length === 0 ? null : <Problems problems={problems} />}
      </div>
      {isOn ? (
        <>
          {toFile ? (
            <ValueRow
              path={['ResultWriter', at]}
              label={labelOf(at)}
              source={sources.writer}
              placeholder={'{ "Bucket": "", "Prefix": "" }'}
              required
            />
          ) : null}
          <FieldRow path={writerConfig.Transformation} field={writerFields.Transformation} />
          <FieldRow path={writerConfig.OutputType} field={writerFields.OutputType} />
        </>
      ) : null}
    </div>
  );
}

const writerResource = ['ResultWriter', 'Resource'];
const writerConfig = {
  Transformation: ['ResultWriter', 'WriterConfig', 'Transformation'],
  OutputType: ['ResultWriter', 'WriterConfig', 'OutputType'],
} as const;
