import { lookup } from '../../../../model/design.js';
import { field } from '../../../../model/fields.js';
import { useTranslate } from '../../../studio/studio.js';
import { ConvertButton } from '../convert-button.js';
import { useForm, useFormField, useOwner } from '../form-context.js';
import { RowFrame } from '../row-frame.js';

const languageField = field.choice({
  label: { en: 'Query language', ja: 'クエリ言語' },
  help: {
    en: 'How the state reads its input and makes its output. A definition in JSONata has no states in JSONPath.',
    ja: 'ステートが入力を読み取り、出力を作成する方法です。JSONata の定義では、ステートに JSONPath を指定できません。',
  },
  options: { JSONata: { en: 'JSONata', ja: 'JSONata' }, JSONPath: { en: 'JSONPath', ja: 'JSONPath' } },
  default: 'JSONPath',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
});

const path = ['QueryLanguage'];

/** The query language of a state, where the one of the definition leaves a choice. */
export function LanguageRow() {
  const t = useTranslate();
  const { view } = useForm();
  const { fields, queryLanguage, path: ownPath } = useOwner();
  const { problems } = useFormField(path);
  const written = lookup(fields, 'QueryLanguage');
  const around = view.tree.queryLanguage;
  // Only JSONPath definitions can have states in another language.
  if (around === 'JSONata' && written === undefined) return null;
  return (
    <RowFrame field={languageField} name="QueryLanguage" problems={problems} isChanged={false}>
      {({ id }) => (
        <>
          <output id={id} className="language-name">
            {queryLanguage}
            {written === undefined ? ` ${t({ en: '(of the definition)', ja: '(定義に従う)' })}` : ''}
          </output>
          {queryLanguage === 'JSONPath' ? <ConvertButton states={[ownPath]} /> : null}
        </>
      )}
    </RowFrame>
  );
}
