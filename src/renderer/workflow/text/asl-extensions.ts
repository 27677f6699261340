import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { Format } from '../../../asl/document.js';
import type { Language } from '../../../model/localized.js';
import { aslCompletion, type AddSubstitution } from './asl-completion.js';
import { aslHover } from './asl-hover.js';
import { aslLinter } from './asl-linter.js';

/** Help while one types a definition: what fits, what a word means, what is wrong. */
export const aslExtensions = (format: Format, language: Language, addSubstitution: AddSubstitution): Extension => [
  format === 'json' ? closeBrackets() : [],
  keymap.of(closeBracketsKeymap),
  aslCompletion(format, language, addSubstitution),
  aslHover(format, language),
  aslLinter(format, language),
];
