import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Code in the app's colours. */
export const codeColours = HighlightStyle.define([
  { tag: [tags.keyword, tags.propertyName, tags.definitionKeyword, tags.controlKeyword], color: 'var(--code-key)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--text-3)' },
]);
