import { Ellipsis, Plus, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useId } from 'react';
import { lookup, type Json } from '../../../../model/design.js';
import { field, type Field } from '../../../../model/fields.js';
import type { Localized } from '../../../../model/localized.js';
import { isObject, type JsonObject } from '../../../../asl/definition.js';
import type { Path } from '../../../../asl/document.js';
import { flowKey } from '../../../../asl/flow-key.js';
import { useTranslate } from '../../../studio/studio.js';
import { Button, IconButton } from '../../../ui/button.js';
import { MenuButton } from '../../../ui/menu-button.js';
import { Segmented } from '../../../ui/segmented.js';
import { Select } from '../../../ui/select.js';
import { DynamicRow, ExpressionInput } from '../dynamic-row.js';
import { FieldRow } from '../field-row.js';
import { useChange, useFormField } from '../form-context.js';
import { Problems } from '../row-frame.js';
import {
  addPart,
  affirm,
  changeOperator,
  joinWith,
  negate,
  operandKind,
  operators,
  readRule,
  removePart,
  switchJoin,
  takesPath,
  variableOf,
} from '../rule-model.js';
import { ValueRow } from '../value-row.js';

interface RuleEditorProps {
  readonly path: Path;
  readonly rule: JsonObject;
  readonly depth: number;
}

/** Rules that nest deeper are read as code. */
const deepest = 6;

/** A condition in JSONPath: a comparison, several joined by And or Or, or the opposite of one. */
export function RuleEditor({ path, rule, depth }: RuleEditorProps) {
  const t = useTranslate();
  const change = useChange();
  const node = readRule(rule);
  if (node.kind === 'other' || depth > deepest)
    return <ValueRow path={path} label={{ en: 'Condition', ja: '条件' }} placeholder="" required />;
  if (node.kind === 'compare') return <Comparison path={path} rule={rule} operator={node.operator} />;
  if (node.kind === 'not') {
    const inside = lookup(rule, 'Not');
    return (
      <div className="rule-group">
        <div className="rule-group-head">
          <span className="chip">{t({ en: 'Not', ja: '否定 (Not)' })}</span>
          <IconButton
            label={t({ en: 'Remove Not', ja: '否定を解除' })}
            onClick={() => {
              change(affirm(rule, path));
            }}
          >
            <X size={14} />
          </IconButton>
        </div>
        {isObject(inside) ? <RuleEditor path={[...path, 'Not']} rule={inside} depth={depth + 1} /> : null}
      </div>
    );
  }
  const parts = lookup(rule, node.join) as readonly Json[];
  return (
    <div className="rule-group">
      <div className="rule-group-head">
        <Segmented<'And' | 'Or'>
          label={t({ en: 'How the conditions are joined', ja: '条件の組み合わせ' })}
          value={node.join}
          options={[
            { value: 'And', label: t({ en: 'All', ja: 'すべて' }) },
            { value: 'Or', label: t({ en: 'Any', ja: 'いずれか' }) },
          ]}
          onChange={(join) => {
            change(switchJoin(rule, path, join));
          }}
        />
        <RuleMenu path={path} rule={rule} />
      </div>
      {parts.map((part, index) => (
        <div className="rule-part" key={index}>
          <div className="rule-part-body">
            {isObject(part) ? (
              <RuleEditor path={[...path, node.join, String(index)]} rule={part} depth={depth + 1} />
            ) : null}
          </div>
          <IconButton
            label={t({ en: 'Remove condition {number}', ja: '条件 {number} を削除' }, { number: index + 1 })}
            onClick={() => {
              change(removePart(rule, path, index));
            }}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <Button
        variant="link"
        onClick={() => {
          change(addPart(path, node.join, node.count));
        }}
      >
        <Plus size={14} />
        {t({ en: 'Add a condition', ja: '条件を追加' })}
      </Button>
    </div>
  );
}

function RuleMenu({ path, rule }: { readonly path: Path; readonly rule: JsonObject }) {
  const t = useTranslate();
  const change = useChange();
  const items = [
    {
      id: 'And',
      label: t({ en: 'And another condition', ja: '条件を追加 (And)' }),
      run: () => joinWith(rule, path, 'And'),
    },
    {
      id: 'Or',
      label: t({ en: 'Or another condition', ja: '条件を追加 (Or)' }),
      run: () => joinWith(rule, path, 'Or'),
    },
    { id: 'Not', label: t({ en: 'Negate', ja: '否定' }), run: () => negate(rule, path) },
  ];
  return (
    <MenuButton label={t({ en: 'Combine the condition', ja: '条件を組み合わせる' })} icon={<Ellipsis size={14} />}>
      {items.map(({ id, label, run }) => (
        <DropdownMenu.Item
          key={id}
          className="menu-item"
          onSelect={() => {
            change(run());
          }}
        >
          {label}
        </DropdownMenu.Item>
      ))}
    </MenuButton>
  );
}

interface ComparisonProps {
  readonly path: Path;
  readonly rule: JsonObject;
  readonly operator: string;
}

function Comparison({ path, rule, operator }: ComparisonProps) {
  const t = useTranslate();
  const change = useChange();
  const id = useId();
  const own = useFormField(path);
  // What is wrong with the value stands at its own row.
  const here = own.problems.filter(({ path: at }) => at.at(-1) !== operator && at.at(-1) !== `${operator}Path`);
  const variable = [...path, 'Variable'];
  const label = t({ en: 'Comparison', ja: '比較' });
  return (
    <div className="rule-comparison" data-field={path.join('.')}>
      <div className="rule-comparison-line">
        <ExpressionInput
          id={id}
          label={t({ en: 'Path of the value to compare', ja: '比較する値のパス' })}
          describedBy={here.length === 0 ? undefined : `${id}-error`}
          invalid={here.length > 0}
          text={variableOf(rule)}
          placeholder="$.order.total"
          onChange={(text) => {
            change([[variable, text]], `field:${flowKey(variable)}`);
          }}
        />
        <RuleMenu path={path} rule={rule} />
      </div>
      <Select
        label={label}
        value={operator}
        options={[
          ...(operator === '' ? [{ value: '', label: t({ en: 'Choose a comparison', ja: '比較を選択' }) }] : []),
          ...operators.map((value) => ({ value, label: t(operatorWords(value)) })),
        ]}
        onChange={(next) => {
          if (next !== '' && next !== operator) change(changeOperator(rule, path, next));
        }}
      />
      {operator === '' ? null : takesPath(operator) ? (
        <DynamicRow
          key={operandKind(operator)}
          path={[...path, operator]}
          field={operandFields[operandKind(operator)]}
          explicit
        />
      ) : (
        <FieldRow
          path={[...path, operator]}
          field={operator === 'StringMatches' ? patternField : operandFields.boolean}
          explicit
        />
      )}
      {here.length === 0 ? null : <Problems id={`${id}-error`} problems={here} />}
    </div>
  );
}

const value: Localized = { en: 'Value', ja: '値' };

const operandFields: Readonly<Record<ReturnType<typeof operandKind>, Field>> = {
  string: field.text({ label: value, required: false }),
  number: field.number({
    label: value,
    min: Number.MIN_SAFE_INTEGER,
    max: Number.MAX_SAFE_INTEGER,
    required: true,
  }),
  boolean: field.boolean({ label: { en: 'true', ja: 'true' }, default: false }),
  timestamp: field.text({ label: value, code: true, required: true, placeholder: '2030-01-01T00:00:00Z' }),
};

const patternField = field.text({
  label: { en: 'Pattern', ja: 'パターン' },
  help: {
    en: '* stands for any characters; \\* is the sign itself.',
    ja: '* は任意の文字列、\\* は * そのものを表します。',
  },
  code: true,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
});

/** Words that no number changes. */
interface Words {
  readonly en: string;
  readonly ja: string;
}

const kindWords: Readonly<Record<string, Words>> = {
  String: { en: 'Text', ja: '文字列' },
  Numeric: { en: 'Number', ja: '数値' },
  Boolean: { en: 'Boolean', ja: '真偽値' },
  Timestamp: { en: 'Time', ja: '日時' },
};
const signs: Readonly<Record<string, string>> = {
  Equals: '=',
  LessThan: '<',
  LessThanEquals: '≤',
  GreaterThan: '>',
  GreaterThanEquals: '≥',
};
const testWords: Readonly<Record<string, Localized>> = {
  IsPresent: { en: 'Is present', ja: '存在する (IsPresent)' },
  IsNull: { en: 'Is null', ja: 'null である (IsNull)' },
  IsString: { en: 'Is a text', ja: '文字列である (IsString)' },
  IsNumeric: { en: 'Is a number', ja: '数値である (IsNumeric)' },
  IsBoolean: { en: 'Is a boolean', ja: '真偽値である (IsBoolean)' },
  IsTimestamp: { en: 'Is a time', ja: '日時である (IsTimestamp)' },
  StringMatches: { en: 'Text matches', ja: '文字列がパターンに一致' },
};

/** A comparison as people read it. */
function operatorWords(operator: string): Localized {
  const test = lookup(testWords, operator);
  if (test !== undefined) return test;
  const [, kind = '', relation = ''] = /^(String|Numeric|Boolean|Timestamp)(.*)$/.exec(operator) ?? [];
  const words = lookup(kindWords, kind) ?? { en: kind, ja: kind };
  const sign = lookup(signs, relation) ?? relation;
  return { en: `${words.en} ${sign}`, ja: `${words.ja} ${sign}` };
}
