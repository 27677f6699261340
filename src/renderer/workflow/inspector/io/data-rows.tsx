import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { valueAt } from '../../../../asl/json-value.js';
import type { Path } from '../../../../asl/document.js';
import type { Localized } from '../../../../model/localized.js';
import { sameInEveryLanguage } from '../../../../model/localized.js';
import { Fold } from '../../../inspector/fields/form.js';
import { useOwner } from '../form-context.js';
import { ValueRow } from '../value-row.js';
import { Evaluated } from './evaluated.js';

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/';

interface DataRowProps {
  /** Of the rule or catcher that has it; of the state without. */
  readonly base?: Path;
  /** Closed while it is empty. */
  readonly folded?: boolean;
}

interface DataField {
  readonly key: string;
  readonly help: Localized;
  readonly source: string;
  readonly placeholder: string;
}

const output: DataField = {
  key: 'Output',
  help: {
    en: 'What the next state gets. Without it: the result of the state, of states without one the input.',
    ja: '次のステートに渡す値です。指定しない場合はステートの結果、結果がないステートでは入力が渡されます。',
  },
  source: `${guide}transforming-data.html`,
  placeholder: '',
};

const assign: DataField = {
  key: 'Assign',
  help: {
    en: 'Variables for all states that follow, by name.',
    ja: '以降のすべてのステートで使用できる変数を、名前ごとに指定します。',
  },
  source: `${guide}workflow-variables.html`,
  placeholder: '{ "total": "{% $states.result.total %}" }',
};

interface OutputRowProps extends DataRowProps {
  /** What it passes on where it is empty. */
  readonly byDefault: 'input' | 'result' | 'errorOutput';
}

export const OutputRow = ({ byDefault, ...props }: OutputRowProps): ReactNode => (
  <DataRow {...props} field={{ ...output, placeholder: `{% $states.${byDefault} %}` }} />
);

export function AssignRow(props: DataRowProps): ReactNode {
  const { queryLanguage } = useOwner();
  const placeholder = queryLanguage === 'JSONata' ? assign.placeholder : '{ "total.$": "$.total" }';
  return <DataRow {...props} field={{ ...assign, placeholder }} />;
}

function DataRow({ base = state, folded = false, field }: DataRowProps & { readonly field: DataField }): ReactNode {
  const { fields } = useOwner();
  const { key, help, source, placeholder } = field;
  const path = useMemo(() => [...base, key], [base, key]);
  const isEmpty = valueAt(fields, path) === undefined;
  const row = (
    <ValueRow
      path={path}
      label={labelOf(key)}
      help={help}
      source={source}
      placeholder={placeholder}
      result={evaluated}
    />
  );
  return folded && isEmpty ? <Fold title={key}>{row}</Fold> : row;
}

const state: Path = [];
const labels = new Map<string, Localized>();

/** Names of fields are the same in every language; the same object each time, so that rows stay as they are. */
export function labelOf(key: string): Localized {
  const known = labels.get(key) ?? sameInEveryLanguage(key);
  labels.set(key, known);
  return known;
}

/** Shown below a value. */
export const evaluated = (value: Parameters<typeof Evaluated>[0]['value']): ReactNode => <Evaluated value={value} />;
