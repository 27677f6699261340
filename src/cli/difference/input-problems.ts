import { translate, type Facts, type Language, type Localized } from '../../model/localized.js';
import { isError, type Problem } from '../../model/problems.js';
import { problemLine } from '../design-files.js';

/** What can be wrong with what is compared, beside what can be wrong with a design. */
const texts = {
  'template-syntax': {
    message: {
      en: 'This CloudFormation template cannot be read: {detail}',
      ja: 'CloudFormation テンプレートを読み込めません: {detail}',
    },
    action: { en: 'Correct the text.', ja: '構文を修正してください。' },
  },
  'not-comparable': {
    message: {
      en: '"{file}" is no design, no export folder and no CloudFormation template.',
      ja: '「{file}」は設計、エクスポート先のフォルダ、CloudFormation テンプレートのいずれでもありません。',
    },
    action: { en: 'Name one of these.', ja: 'このいずれかを指定してください。' },
  },
  'no-export': {
    message: {
      en: 'No export wrote into the folder "{file}", and it has no templates.',
      ja: 'フォルダ「{file}」にはエクスポートの記録もテンプレートもありません。',
    },
    action: {
      en: 'Name a folder that a design was exported to, or a folder with *.template.json files.',
      ja: '設計のエクスポート先のフォルダ、または *.template.json があるフォルダを指定してください。',
    },
  },
  'link-not-followed': {
    message: {
      en: '"{file}" is a link, or lies behind one.',
      ja: '「{file}」はリンク、またはリンク先のファイルです。',
    },
    action: { en: 'Replace the link by the file itself.', ja: 'リンクを実際のファイルに置き換えてください。' },
  },
  'unknown-stack': {
    message: {
      en: 'There is no stack "{stack}" on the other side, but {stacks}.',
      ja: '比較の相手にスタック「{stack}」がありません。あるのは {stacks} です。',
    },
    action: {
      en: 'Name the template of one of these stacks.',
      ja: 'このいずれかのスタックのテンプレートを指定してください。',
    },
  },
} as const satisfies Record<string, { readonly message: Localized; readonly action: Localized }>;

export interface InputProblem {
  readonly input: keyof typeof texts;
  readonly facts: Facts;
  readonly file: string;
}

/** An error of an input. */
export const inputProblem = (input: keyof typeof texts, facts: Facts, file: string): InputProblem => ({
  input,
  facts,
  file,
});

/** Errors as editors and CI read them, each with its code. */
export const problemLines = (
  problems: readonly (Problem | InputProblem)[],
  file: string,
  language: Language,
): readonly string[] =>
  problems.flatMap((found) => {
    if (!('input' in found)) return isError(found) ? [problemLine(found, file, language)] : [];
    const { message, action } = texts[found.input];
    const words = [message, action].map((text) => translate(text, language, found.facts));
    return [`${found.file}:1:1: error: ${words.join(language === 'ja' ? '' : ' ')} [${found.input}]`];
  });
