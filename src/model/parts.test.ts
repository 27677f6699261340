import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import type { Json } from './design.js';
import { partAt, putParts, takeParts, type PartPath } from './parts.js';

const resource = {
  type: 'AWS::Events::Rule',
  properties: { State: 'ENABLED', Targets: [{ Id: 'a' }, { Id: 'b' }, { Id: 'c' }], Tags: { team: 'x' } },
};

test('parts that are put back give the resource as it was', () => {
  const paths: PartPath[] = [
    ['Targets', 0],
    ['Targets', 2],
    ['Tags', 'team'],
    ['Targets', 0],
  ];
  const taken = takeParts(resource, paths);
  expect(taken.resource.properties).toEqual({ State: 'ENABLED', Targets: [null, { Id: 'b' }, null], Tags: {} });
  expect(
    putParts(
      taken.resource,
      taken.parts.flatMap((part) => part ?? []),
    ),
  ).toEqual(resource);
});

test('a part that is not put back is gone, and the others keep their order', () => {
  const taken = takeParts(resource, [
    ['Targets', 0],
    ['Targets', 1],
    ['Targets', 2],
  ]);
  const [, second, third] = taken.parts;
  expect(
    putParts(
      taken.resource,
      [third, second].flatMap((part) => part ?? []),
    ).properties?.['Targets'],
  ).toEqual([{ Id: 'b' }, { Id: 'c' }]);
});

test('a part inside of another follows it', () => {
  const nested = { type: 'X', properties: { Events: { Get: { Type: 'Api', Auth: { Authorizer: 'Own' } } } } };
  const { resource: rest, parts } = takeParts(nested, [
    ['Events', 'Get'],
    ['Events', 'Get', 'Auth'],
  ]);
  const [event, auth] = parts;
  expect(rest.properties).toEqual({ Events: {} });
  expect(putParts(rest, event === undefined ? [] : [event]).properties).toEqual({ Events: { Get: { Type: 'Api' } } });
  expect(putParts(rest, auth === undefined ? [] : [auth]).properties).toEqual({ Events: {} });
});

test('any parts of any properties come back', () => {
  const json = fc.letrec<{ value: Json; map: Readonly<Record<string, Json>> }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ maxLength: 3 }),
      fc.integer(),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('map'),
    ),
    map: fc.dictionary(fc.oneof(fc.string({ maxLength: 3 }), fc.constant('__proto__')), tie('value'), { maxKeys: 3 }),
  }));
  const pathsOf = (value: Json, path: PartPath): PartPath[] =>
    typeof value !== 'object' || value === null
      ? [path]
      : [
          path,
          ...Object.entries(value).flatMap(([key, item]: [string, Json]) =>
            pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
          ),
        ];
  fc.assert(
    fc.property(json.map, fc.infiniteStream(fc.boolean()), (properties, chosen) => {
      const paths = pathsOf(properties, []).filter((path) => path.length > 0 && chosen.next().value === true);
      const { resource: rest, parts } = takeParts({ type: 'X', properties }, paths);
      expect(parts.every((part) => part !== undefined)).toBe(true);
      expect(
        putParts(
          rest,
          parts.flatMap((part) => part ?? []),
        ).properties,
      ).toEqual(properties);
      for (const path of paths) expect(partAt(rest.properties, path) ?? undefined).toBeUndefined();
    }),
    { numRuns: scaled(100) },
  );
});
