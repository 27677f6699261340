import type { State } from '../../../../asl/definition.js';
import { isStateType, leadsOn, stateTypes } from '../../../../asl/fields.js';
import { definitionEdits } from '../../../../asl/edit/index.js';
import { nameField } from '../../../inspector/name-field.js';
import { TextRow } from '../../../inspector/text-row.js';
import { useTranslate } from '../../../studio/studio.js';
import { field } from '../../../../model/fields.js';
import { Select } from '../../../ui/select.js';
import { editWorkflow } from '../../workflow.js';
import { DynamicRow } from '../dynamic-row.js';
import { FieldRow } from '../field-row.js';
import { useFormField } from '../form-context.js';
import { NextRow } from '../next-row.js';
import { RowFrame } from '../row-frame.js';
import { commentField, failFields } from '../state-fields.js';
import { ChoiceSettings } from './choice-settings.js';
import { LanguageRow } from './language-row.js';
import { MapSettings } from './map-settings.js';
import { ParallelSettings } from './parallel-settings.js';
import { TaskSettings } from './task-settings.js';
import { WaitSettings } from './wait-settings.js';

/** What a state is and does: the fields of its type, and where it leads. */
export function StateSettings({ state }: { readonly state: State }) {
  return (
    <>
      <div className="form">
        <NameRow state={state} />
        <FieldRow path={commentPath} field={commentField} />
      </div>
      <OfType state={state} />
      <div className="form">
        {isStateType(state.type) && leadsOn(state.type) ? <NextRow /> : null}
        <TypeRow state={state} />
        <LanguageRow />
      </div>
    </>
  );
}

const commentPath = ['Comment'];
const errorPath = ['Error'];
const causePath = ['Cause'];

/** Renames when the field is left: until then the name may be half of another one. */
function NameRow({ state }: { readonly state: State }) {
  const t = useTranslate();
  return (
    <TextRow
      label={t({ en: 'Name', ja: '名前' })}
      value={state.name}
      name={nameField}
      required
      onChange={ignore}
      onFinish={(name) => {
        if (name.trim() !== '' && name !== state.name)
          editWorkflow(definitionEdits.renameState, { state: state.path, name });
      }}
    />
  );
}

const typeField = field.text({
  label: { en: 'Type', ja: 'タイプ' },
  help: {
    en: 'Fields that the other type has too stay, and what follows stays.',
    ja: '変更先のタイプにもあるフィールドと、次のステートは維持されます。',
  },
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html',
});
const typePath = ['Type'];

function TypeRow({ state }: { readonly state: State }) {
  const { problems } = useFormField(typePath);
  const isKnown = isStateType(state.type);
  return (
    <RowFrame field={typeField} name="Type" problems={problems} isChanged={false}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          describedBy={describedBy}
          value={state.type}
          options={[...(isKnown ? [] : [state.type]), ...stateTypes].map((type) => ({ value: type, label: type }))}
          onChange={(type) => {
            if (isStateType(type)) editWorkflow(definitionEdits.changeType, { state: state.path, type });
          }}
        />
      )}
    </RowFrame>
  );
}

const ignore = (): void => undefined;

function OfType({ state }: { readonly state: State }) {
  switch (state.type) {
    case 'Task':
      return <TaskSettings state={state} />;
    case 'Choice':
      return <ChoiceSettings state={state} />;
    case 'Wait':
      return <WaitSettings state={state} />;
    case 'Map':
      return <MapSettings state={state} />;
    case 'Parallel':
      return <ParallelSettings state={state} />;
    case 'Fail':
      return (
        <div className="form">
          <DynamicRow path={errorPath} field={failFields.Error} />
          <DynamicRow path={causePath} field={failFields.Cause} />
        </div>
      );
    default:
      return null;
  }
}
