import { defineFix } from './define.js';
import { fieldOf, withField } from './field-place.js';

/** Sets a number to the nearest bound of its range. */
export const nearestValue = defineFix({
  id: 'nearest-value',
  codes: ['field-out-of-range'],
  offer: ({ design }, problem) => {
    const place = fieldOf(design, problem);
    const { min, max, unit = '' } = problem.facts;
    if (typeof place?.value !== 'number' || typeof min !== 'number' || typeof max !== 'number') return [];
    const nearest = Math.min(max, Math.max(min, place.value));
    return [
      {
        label: { en: 'Set to {value}{unit}', ja: '{value}{unit} に設定' },
        facts: { value: nearest, unit },
        apply: (design) => withField(design, place, nearest),
      },
    ];
  },
  examples: ['nodes: { orders: { service: sqs-queue, label: Orders, props: { visibilityTimeout: 99999 } } }'],
});
