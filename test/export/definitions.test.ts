import { createRequire } from 'node:module';
import { getLanguageService, TextDocument } from 'amazon-states-language-service';
import { expect, test } from 'vitest';
import { generateDefinitions } from '../../src/codegen/targets/asl.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { designFiles, readDesign } from './project.js';

interface Complaint {
  readonly 'Error code': string;
  readonly Message: string;
}

/** asl-validator writes into what it is given, so each definition is parsed for it anew. */
const validate = createRequire(import.meta.url)('asl-validator') as (
  definition: unknown,
  options: { readonly checkPaths: boolean; readonly checkArn: boolean },
) => { readonly errors: readonly Complaint[] };

/** What asl-validator complains about although it is right, with the reason. */
const explained: readonly { readonly code: string; readonly message: RegExp; readonly reason: string }[] = [];

const definitions = [...designFiles].flatMap(([name, file]) => {
  const { files } = generateDefinitions(resolveSystem(readDesign(file)), { language: 'en' });
  return [...files].map(([path, text]): [string, string] => [`${name} ${path}`, text]);
});

test.each(definitions)('%s has no error by the language service of AWS', async (_, text) => {
  const document = TextDocument.create('file:///definition.asl.json', 'asl', 1, text);
  const service = getLanguageService({});
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  expect(found.map(({ message }) => message)).toEqual([]);
});

test.each(definitions)('%s has no complaint of asl-validator that is not explained', (_, text) => {
  const { errors } = validate(JSON.parse(text), { checkPaths: true, checkArn: true });
  const open = errors.filter(
    (error) => !explained.some(({ code, message }) => code === error['Error code'] && message.test(error.Message)),
  );
  expect(open).toEqual([]);
});

test('the explanations are all needed', () => {
  const errors = definitions.flatMap(
    ([, text]) => validate(JSON.parse(text), { checkPaths: true, checkArn: true }).errors,
  );
  const unused = explained.filter(
    ({ code, message }) => !errors.some((error) => code === error['Error code'] && message.test(error.Message)),
  );
  expect(unused).toEqual([]);
});
