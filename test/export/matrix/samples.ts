import { checkField, type CodeLanguage, type Field } from '../../../src/model/fields.js';
import type { Json } from '../../../src/model/design.js';

/** Texts that every language of a code field takes, each with the word `Shop` in it. */
const codeSamples: Readonly<Record<CodeLanguage, string>> = {
  json: '{ "from": ["Shop"] }',
  'event-pattern': '{ "source": ["Shop"] }',
  vtl: '{"from": "Shop"}',
  'input-template': '{ "from": "Shop" }',
  jsonata: '{% "Shop" %}',
  'asl-value': '{ "from": "Shop" }',
  yaml: 'from: Shop\n',
  javascript: "export const request = () => ({ payload: 'Shop' });\nexport const response = (ctx) => ctx.result;\n",
  graphql: 'type Query { Shop: String }\n',
};

/** Texts for patterns that do not take a plain word, tried in turn. */
const textSamples = [
  'Shop',
  'shop',
  'shop/',
  '/shop',
  '/shop/*',
  'shop.example.com',
  'https://shop.example.com/path',
  'shop@example.com',
  'aws.shop',
  'aws.partner/shop.example.com/shop',
  'AWS::SNS::Topic',
  'rate(7 minutes)',
  'Asia/Tokyo',
  '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop',
];

/** For lists that offer nothing: longer than a name, and a name within it. */
const layer = 'arn:aws:lambda:us-east-1:123456789012:layer:Shop:1';

/** Values that a field can hold beside the one that it has, the most telling first; none where nothing is known. */
export function samplesOf(field: Field, offered: readonly string[] | undefined): readonly Json[] {
  const fits = (value: Json): boolean => checkField(field, value) === undefined;
  // Nothing can be chosen between these ends.
  if (offered?.length === 0) return [];
  switch (field.kind) {
    case 'choice':
      return (offered ?? Object.keys(field.options)).filter((option) => option !== field.default);
    case 'boolean':
      return [!field.default];
    case 'number': {
      const { default: usual = field.min, min, max, step = 1 } = field;
      return [usual + step, usual - step, min]
        .filter((value) => value >= min && value <= max && fits(value))
        .slice(0, 1);
    }
    case 'code':
      return [codeSamples[field.language]];
    case 'text':
      return (
        // The first is what there is without it.
        offered?.slice(1) ??
        [...[field.placeholder].filter(isText), ...(field.suggestions ?? []), ...textSamples]
          .filter((text) => text !== field.default && fits(text))
          .slice(0, 1)
      );
    case 'list':
      return offered === undefined
        ? [field.suggestions?.slice(0, 1) ?? [], [layer]].filter((items) => items.length > 0 && fits(items)).slice(0, 1)
        : offered.map((item) => [item]);
    case 'map':
      return [{ Shop: 'open' }];
    case 'json':
    case 'node':
      return [];
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
