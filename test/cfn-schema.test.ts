import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { checkProperties, hasKind } from '../src/cfn/check.js';
import { findResourceType, learnResourceTypes, learnTypeNames } from '../src/cfn/known-types.js';
import type { Properties, PropertyType, ResourceType } from '../src/cfn/resource-type.js';
import type { Json } from '../src/model/design.js';
import { scaled } from './helpers/scale.js';

const spec = loadAwsServiceSpecSync().all('resource');
const types: ResourceType[] = [];

beforeAll(async () => {
  await learnResourceTypes(spec.map(({ cloudFormationType }) => cloudFormationType));
  for (const { cloudFormationType } of spec) {
    const found = findResourceType(cloudFormationType);
    if (found.status === 'known') types.push(found.type);
  }
});

test('every type of the specification is there, with its properties and attributes', async () => {
  const names = spec.map(({ cloudFormationType }) => cloudFormationType);
  expect(new Set(await learnTypeNames())).toEqual(new Set(names));
  expect(types.map(({ type }) => type)).toEqual(names);
  for (const [index, { properties, attributes }] of spec.entries()) {
    const own = types[index];
    const expected = Object.entries(properties).filter(([, { deprecated }]) => String(deprecated) !== 'IGNORE');
    expect(new Set(own?.properties.keys())).toEqual(new Set(expected.map(([name]) => name)));
    expect(new Set(own?.attributes.keys())).toEqual(new Set(Object.keys(attributes)));
    for (const [name, property] of expected)
      expect(own?.properties.get(name)?.required).toBe(property.required === true);
  }
});

test('the attribute that is the ARN is one of the type', () => {
  const withArn = types.filter(({ arn }) => arn !== undefined);
  expect(withArn.length).toBeGreaterThan(1_000);
  expect(withArn.filter(({ arn = '', attributes }) => arn !== 'Ref' && !attributes.has(arn))).toEqual([]);
});

/** A value that fits a type; structures as deep as `depth`, then with what is required only. */
function valueOf(type: PropertyType, pick: () => number, depth: number): Json {
  switch (type.kind) {
    case 'string':
      return type.allowed?.[pick() % type.allowed.length] ?? 'text';
    case 'number':
    case 'integer':
      return Number(type.allowed?.[0] ?? pick() % 100);
    case 'boolean':
      return pick() % 2 === 0;
    case 'json':
      return {};
    case 'list':
      return depth <= 0 ? [] : [valueOf(type.element, pick, depth - 1)];
    case 'map':
      return depth <= 0 ? {} : { key: valueOf(type.element, pick, depth - 1) };
    case 'structure':
      return depth < -20 ? { Ref: 'Endless' } : mapOf(type.properties, pick, depth - 1);
    case 'union':
      return valueOf(type.types[pick() % type.types.length] ?? { kind: 'json' }, pick, depth);
  }
}

const mapOf = (properties: Properties, pick: () => number, depth: number): { readonly [key: string]: Json } =>
  Object.fromEntries(
    [...properties.values()]
      .filter(({ required }) => required || (depth > 0 && pick() % 3 === 0))
      .map(({ name, type }) => [name, valueOf(type, pick, depth)]),
  );

test('nothing is said of properties that fit; one of another type is told', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (seed, picks) => {
      const type = types[seed % types.length];
      if (type === undefined) return;
      let picked = 0;
      const pick = (): number => picks[picked++ % picks.length] ?? 0;
      const fitting = mapOf(type.properties, pick, 3);
      expect(checkProperties(type, fitting), type.type).toEqual([]);
      const name = Object.keys(fitting)[0];
      const property = name === undefined ? undefined : type.properties.get(name);
      if (name === undefined || property === undefined || hasKind(property.type, null)) return;
      expect(checkProperties(type, { ...fitting, [name]: null }).map(({ path }) => path)).toEqual([[name]]);
    }),
    { numRuns: scaled(300) },
  );
});
