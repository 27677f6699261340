import { field } from '../../../model/fields.js';
import { Select } from '../../ui/select.js';
import { useChange, useForm, useFormField } from './form-context.js';
import { RowFrame } from './row-frame.js';

const languageField = field.text({
  label: { en: 'Query language', ja: 'クエリ言語' },
  help: {
    en: 'How states read their input and make their output.',
    ja: 'ステートが入力を読み取り、出力を作成する方法です。',
  },
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
});
const path = ['QueryLanguage'];

/** The query language of the definition. */
export function MachineLanguageRow() {
  const { view } = useForm();
  const { problems } = useFormField(path);
  const change = useChange();
  return (
    <RowFrame field={languageField} name="QueryLanguage" problems={problems} isChanged={false}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          describedBy={describedBy}
          value={view.tree.queryLanguage}
          options={['JSONata', 'JSONPath'].map((language) => ({ value: language, label: language }))}
          onChange={(language) => {
            change([[path, language]]);
          }}
        />
      )}
    </RowFrame>
  );
}
