import { field } from '../../../model/fields.js';
import { useTranslate } from '../../studio/studio.js';
import { ConvertButton } from './convert-button.js';
import { useForm, useFormField } from './form-context.js';
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

/** The query language of the definition, and the way to the newer one. */
export function MachineLanguageRow() {
  const t = useTranslate();
  const { view } = useForm();
  const { problems } = useFormField(path);
  const language = view.tree.queryLanguage;
  return (
    <RowFrame field={languageField} name="QueryLanguage" problems={problems} isChanged={false}>
      {({ id }) => (
        <>
          <output id={id} className="language-name">
            {language}
          </output>
          {language === 'JSONata' ? null : (
            <>
              <p className="hint">
                {t({
                  en: 'The whole definition is converted, where that is exact.',
                  ja: '正確に変換できる場合、定義全体を変換します。',
                })}
              </p>
              <ConvertButton states={undefined} />
            </>
          )}
        </>
      )}
    </RowFrame>
  );
}
