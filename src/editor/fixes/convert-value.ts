import type { Json } from '../../model/design.js';
import { checkField, type Field } from '../../model/fields.js';
import { defineFix } from './define.js';
import { fieldOf, withField } from './field-place.js';

/** A value of the right type that says the same: "30" as a number, one text as a list. */
function converted(field: Field, value: Json): Json | undefined {
  switch (field.kind) {
    case 'number':
      return typeof value === 'string' && value.trim() !== '' ? Number(value) : undefined;
    case 'boolean':
      return value === 'true' || value === 'yes' || value === 1
        ? true
        : value === 'false' || value === 'no' || value === 0
          ? false
          : undefined;
    case 'choice':
      return typeof value === 'string'
        ? Object.keys(field.options).find((option) => option.toLowerCase() === value.trim().toLowerCase())
        : undefined;
    case 'list':
      return typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : undefined;
    case 'text':
    case 'code':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    case 'node':
    case 'map':
    case 'json':
      return undefined;
  }
}

/** Writes a value in the type that its field has. */
export const convertValue = defineFix({
  id: 'convert-value',
  codes: ['field-wrong-type'],
  offer: ({ design }, problem) => {
    const place = fieldOf(design, problem);
    if (place?.value === undefined) return [];
    const value = converted(place.field, place.value);
    if (value === undefined || checkField(place.field, value) !== undefined) return [];
    return [
      {
        label: { en: 'Change to {value}', ja: '{value} に変更' },
        facts: { value: typeof value === 'string' ? value : JSON.stringify(value) },
        apply: (design) => withField(design, place, value),
      },
    ];
  },
  examples: [
    'nodes: { orders: { service: sqs-queue, label: Orders, props: { visibilityTimeout: "30" } } }',
    'nodes: { orders: { service: sqs-queue, label: Orders, props: { queueType: FIFO } } }',
  ],
});
