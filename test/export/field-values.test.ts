import { afterAll, expect, test } from 'vitest';
import '../../src/catalog/further.js';
import { services } from '../../src/catalog/index.js';
import type { ServiceDefinition } from '../../src/catalog/define.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { lookup, type Design, type Json } from '../../src/model/design.js';
import { checkField, type Field } from '../../src/model/fields.js';
import { updateNode } from '../../src/model/graph.js';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { scaled } from '../helpers/scale.js';
import { design, idOf } from '../helpers/design-text.js';
import { isError, translateProblem } from './problem-text.js';
import { exportDesign } from './project.js';
import { createTemplateCheck } from './templates.js';

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

type Props = Readonly<Record<string, Json>>;

/** Says nothing until it is connected or filled in. */
const unfinished = new Set(['pipe', 'generic', 'schedule']);

/** The values of a field that its form offers beside the default: every option, both ends of a range. */
function valuesOf(field: Field): readonly Json[] {
  switch (field.kind) {
    case 'choice':
      return Object.keys(field.options).filter((option) => option !== field.default);
    case 'boolean':
      return [!field.default];
    case 'number':
      return [field.min, field.max].filter((value) => checkField(field, value) === undefined);
    default:
      return [];
  }
}

/** What has to be set so that a field is shown. */
function shown(fields: ServiceDefinition['fields'], { when }: Field): Props {
  const other = when === undefined ? undefined : lookup(fields, when.field);
  const value = when?.is[0];
  return when === undefined || other === undefined || value === undefined
    ? {}
    : { ...shown(fields, other), [when.field]: value };
}

const variantsOf = ({ fields }: ServiceDefinition): readonly Props[] =>
  Object.entries<Field>(fields).flatMap(([name, field]) =>
    valuesOf(field).map((value) => ({ ...shown(fields, field), [name]: value })),
  );

/** A design with a node of each service, each with one of its variants; a value that another field forbids is left out. */
function designOf(index: number): Design {
  const made = design(services.flatMap(({ type }) => (unfinished.has(type) ? [] : [`${type} "${type}"`])).join('; '));
  return services.reduce((before, service) => {
    const variants = unfinished.has(service.type) ? [] : variantsOf(service);
    const props = variants[index % Math.max(variants.length, 1)];
    if (props === undefined || index >= variants.length) return before;
    const id = idOf(before, service.type);
    const after = updateNode(before, id, (node) => ({ ...node, props }));
    return problemsOf(resolveSystem(after)).some((one) => isError(one) && one.node === id) ? before : after;
  }, made);
}

const most = Math.max(...services.map((service) => variantsOf(service).length));
const count = Math.min(most, scaled(1));
const indexes = Array.from({ length: count }, (_, index) => Math.floor((index * most) / count));

test.each(indexes)('each value that a form offers is one that CloudFormation takes: variant %i', async (index) => {
  const result = await synthesiser.synthesise(exportDesign(designOf(index)));
  if ('problems' in result) throw new Error(result.problems.map(translateProblem).join('\n'));
  expect(Object.values(result.templates).flatMap((template) => check.errorsOf(template))).toEqual([]);
});
