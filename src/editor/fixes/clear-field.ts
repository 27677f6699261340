import type { Field } from '../../model/fields.js';
import { defineFix } from './define.js';
import { fieldOf, withField } from './field-place.js';

const hasDefault = (field: Field): boolean => 'default' in field;
const isRequired = (field: Field): boolean => 'required' in field && field.required;

/** `nodes`, id, `props`, name. */
const fieldDepth = 4;

/** Takes a wrong value away: the default holds again, or nothing is set. */
export const clearField = defineFix({
  id: 'clear-field',
  codes: [
    'dangling-node',
    'field-wrong-type',
    'field-out-of-range',
    'field-pattern',
    'code-invalid',
    'dead-letter-queue-type',
    'dead-letter-queue-elsewhere',
  ],
  offer: ({ design }, problem) => {
    const place = fieldOf(design, problem);
    // A problem deep inside of a field is no reason to take all of it away.
    if ((problem.path?.length ?? 0) > fieldDepth) return [];
    if (place?.value === undefined || (isRequired(place.field) && !hasDefault(place.field))) return [];
    return [
      {
        label: hasDefault(place.field)
          ? { en: 'Reset "{field}" to its default', ja: '「{field}」をデフォルト値に戻す' }
          : { en: 'Clear "{field}"', ja: '「{field}」をクリア' },
        facts: { field: place.field.label },
        apply: (design) => withField(design, place, undefined),
      },
    ];
  },
  examples: [
    'nodes: { orders: { service: sqs-queue, label: Orders, props: { deadLetterQueue: gone } } }',
    'nodes: { orders: { service: sqs-queue, label: Orders, props: { visibilityTimeout: soon } } }',
    'nodes: { orders: { service: sqs-queue, label: Orders, props: { visibilityTimeout: -5 } } }',
  ],
});
