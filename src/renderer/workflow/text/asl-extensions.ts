import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { Format } from '../../../asl/document.js';
import type { Language } from '../../../model/localized.js';

/** Help while one types a definition. */
export const aslExtensions = (format: Format, _language: Language): Extension => [
  format === 'json' ? closeBrackets() : [],
  keymap.of(closeBracketsKeymap),
];
