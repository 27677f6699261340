import { Plus } from 'lucide-react';
import { lookup, type Json } from '../../../../model/design.js';
import { field } from '../../../../model/fields.js';
import { asText, isObject, machineAt, type State } from '../../../../asl/definition.js';
import { definitionEdits } from '../../../../asl/edit/index.js';
import { newRule } from '../../../../asl/edit/starting-fields.js';
import { ruleLabel } from '../../../../asl/flow-labels.js';
import { useTranslate } from '../../../studio/studio.js';
import { Button } from '../../../ui/button.js';
import { editWorkflow } from '../../workflow.js';
import { AssignRow, OutputRow } from '../io/data-rows.js';
import { useChange, useForm, useFormField, useOwner } from '../form-context.js';
import { ItemCard } from '../item-card.js';
import { RowFrame } from '../row-frame.js';
import { TargetSelect } from '../target-select.js';
import { ConditionRow } from './condition-row.js';
import { RuleEditor } from './rule-editor.js';

/** The rules of a Choice in their order, and where it leads when none holds. */
export function ChoiceSettings({ state }: { readonly state: State }) {
  const t = useTranslate();
  const { view } = useForm();
  const written = lookup(state.fields, 'Choices');
  const rules = Array.isArray(written) ? (written as readonly Json[]) : [];
  const add = (): void => {
    const others = [...(machineAt(view.tree, state.path.slice(0, -2))?.states.keys() ?? [])];
    const target = asText(lookup(state.fields, 'Default')) ?? others.find((name) => name !== state.name) ?? state.name;
    editWorkflow(definitionEdits.addItem, {
      state: state.path,
      list: 'Choices',
      item: { ...newRule(state.queryLanguage), Next: target },
    });
  };
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">
        {t({ en: 'Rules', ja: 'ルール' })}
        <span className="hint">{t({ en: 'The first that holds counts', ja: '最初に一致したルールを適用' })}</span>
      </h3>
      <ul className="item-cards">
        {rules.map((rule, index) => (
          <ItemCard
            key={index}
            list="Choices"
            index={index}
            count={rules.length}
            title={titleOf(rule)}
            openAtFirst={rules.length <= 2}
          >
            {isObject(rule) ? <Rule state={state} index={index} rule={rule} /> : null}
          </ItemCard>
        ))}
      </ul>
      <Button variant="link" className="inspector-action" onClick={add}>
        <Plus size={14} />
        {t({ en: 'Add a rule', ja: 'ルールを追加' })}
      </Button>
      <div className="form">
        <DefaultRow />
      </div>
    </section>
  );
}

const titleOf = (rule: Json): string =>
  isObject(rule) ? `${ruleLabel(rule)} → ${asText(lookup(rule, 'Next')) ?? ''}` : '';

interface RuleProps {
  readonly state: State;
  readonly index: number;
  readonly rule: Readonly<Record<string, Json>>;
}

function Rule({ state, index, rule }: RuleProps) {
  const path = ['Choices', String(index)];
  return (
    <div className="form">
      {state.queryLanguage === 'JSONata' ? (
        <ConditionRow path={[...path, 'Condition']} />
      ) : (
        <div className="field">
          <RuleEditor path={path} rule={rule} depth={0} />
        </div>
      )}
      <RuleTarget path={[...path, 'Next']} />
      <AssignRow base={path} folded />
      {state.queryLanguage === 'JSONata' ? <OutputRow base={path} byDefault="input" folded /> : null}
    </div>
  );
}

const targetField = field.text({ label: { en: 'Goes to', ja: '次のステート' } });

function RuleTarget({ path }: { readonly path: readonly string[] }) {
  const owner = useOwner();
  const { value, problems } = useFormField(path);
  const change = useChange();
  return (
    <RowFrame field={targetField} name={path.join('.')} problems={problems} isChanged={false}>
      {({ id, describedBy }) => (
        <TargetSelect
          id={id}
          describedBy={describedBy}
          state={owner.path}
          value={asText(value) ?? ''}
          onChange={(target) => {
            change([[path, target]]);
          }}
        />
      )}
    </RowFrame>
  );
}

const defaultField = field.text({
  label: { en: 'Otherwise (Default)', ja: 'それ以外 (Default)' },
  help: {
    en: 'Without it the state fails with States.NoChoiceMatched when no rule holds.',
    ja: '指定しない場合、一致するルールがないと States.NoChoiceMatched で失敗します。',
  },
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
});
const defaultPath = ['Default'];

function DefaultRow() {
  const t = useTranslate();
  const owner = useOwner();
  const { value, problems } = useFormField(defaultPath);
  const change = useChange();
  return (
    <RowFrame field={defaultField} name="Default" problems={problems} isChanged={false}>
      {({ id, describedBy }) => (
        <TargetSelect
          id={id}
          describedBy={describedBy}
          state={owner.path}
          value={asText(value) ?? none}
          extra={{ value: none, label: t({ en: 'Fail: no rule holds', ja: 'なし (一致しない場合は失敗)' }) }}
          onChange={(target) => {
            change([[defaultPath, target === none ? undefined : target]]);
          }}
        />
      )}
    </RowFrame>
  );
}

/** Not the name of a state. */
const none = '\u0000none';
