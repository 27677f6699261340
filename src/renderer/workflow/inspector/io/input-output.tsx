import type { State } from '../../../../asl/definition.js';
import { isStateType, languageOfField } from '../../../../asl/fields.js';
import type { Localized } from '../../../../model/localized.js';
import { ValueRow } from '../value-row.js';
import { AssignRow, evaluated, labelOf, OutputRow } from './data-rows.js';
import { PathRow } from './path-row.js';
import { SampleRows } from './sample-rows.js';

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/';
const inputOutput = `${guide}concepts-input-output-filtering.html`;

/** What a state reads, what it sends, and what it passes on, in the order in which that happens. */
export function InputOutput({ state }: { readonly state: State }) {
  const has = (field: string): boolean => isStateType(state.type) && languageOfField(state.type, field) !== undefined;
  if (state.queryLanguage === 'JSONata')
    return (
      <>
        <div className="form">
          {has('Arguments') ? (
            <ValueRow
              path={paths.Arguments}
              label={labelOf('Arguments')}
              help={argumentsHelp}
              source={`${guide}transforming-data.html`}
              placeholder="{% $states.input %}"
              result={evaluated}
            />
          ) : null}
          {has('Output') ? <OutputRow byDefault={hasResult(state) ? 'result' : 'input'} /> : null}
          {has('Assign') ? <AssignRow /> : null}
        </div>
        <SampleRows state={state} />
      </>
    );
  return (
    <div className="form">
      <PathRow path={paths.InputPath} help={texts.input} source={inputOutput} discard={texts.emptyInput} />
      {has('Parameters') ? (
        <ValueRow
          path={paths.Parameters}
          label={labelOf('Parameters')}
          help={texts.parameters}
          source={inputOutput}
          placeholder={'{ "id.$": "$.order.id" }'}
        />
      ) : null}
      {has('Result') ? (
        <ValueRow
          path={paths.Result}
          label={labelOf('Result')}
          help={texts.fixedResult}
          source={`${guide}state-pass.html`}
          placeholder="{ }"
        />
      ) : null}
      {has('ResultSelector') ? (
        <ValueRow
          path={paths.ResultSelector}
          label={labelOf('ResultSelector')}
          help={texts.selector}
          source={inputOutput}
          placeholder={'{ "id.$": "$.Item.id.S" }'}
        />
      ) : null}
      {has('ResultPath') ? (
        <PathRow path={paths.ResultPath} help={texts.result} source={inputOutput} discard={texts.noResult} />
      ) : null}
      <PathRow path={paths.OutputPath} help={texts.output} source={inputOutput} discard={texts.emptyOutput} />
      {has('Assign') ? <AssignRow /> : null}
    </div>
  );
}

const hasResult = ({ type }: State): boolean => type === 'Task' || type === 'Map' || type === 'Parallel';

const paths = {
  Arguments: ['Arguments'],
  InputPath: ['InputPath'],
  Parameters: ['Parameters'],
  Result: ['Result'],
  ResultSelector: ['ResultSelector'],
  ResultPath: ['ResultPath'],
  OutputPath: ['OutputPath'],
} as const;

const argumentsHelp: Localized = {
  en: 'What the state calls with. Without it: its input.',
  ja: '呼び出しに渡す値です。指定しない場合は入力が渡されます。',
};

const texts = {
  input: {
    en: 'The part of the input that the state works with.',
    ja: 'ステートが使用する入力の部分です。',
  },
  emptyInput: { en: 'Nothing of the input: { }', ja: '入力を使用しない: { }' },
  parameters: {
    en: 'What the state calls with. A key that ends in .$ takes its value from a path.',
    ja: '呼び出しに渡す値です。末尾が .$ のキーは、パスから値を取得します。',
  },
  fixedResult: { en: 'The result, as it is written here.', ja: 'ここに記述した値がそのまま結果になります。' },
  selector: {
    en: 'What of the result is used. A key that ends in .$ takes its value from a path.',
    ja: '結果のうち使用する部分です。末尾が .$ のキーは、パスから値を取得します。',
  },
  result: {
    en: 'Where the result goes in the input. $ replaces it.',
    ja: '結果を入力のどこに入れるかを指定します。$ の場合、入力全体を置き換えます。',
  },
  noResult: { en: 'The result is discarded', ja: '結果を破棄' },
  output: {
    en: 'The part that the next state gets.',
    ja: '次のステートに渡す部分です。',
  },
  emptyOutput: { en: 'The next state gets nothing: { }', ja: '次のステートに何も渡さない: { }' },
} as const satisfies Record<string, Localized>;
