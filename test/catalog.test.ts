import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import '../src/catalog/further.js';
import { design } from './helpers/design-text.js';
import { entries, nodeId, type NodeId } from '../src/model/design.js';
import { checkField, field, resolveProps, type Field } from '../src/model/fields.js';
import { languages, type Localized } from '../src/model/localized.js';
import { directWays } from '../src/system/direct.js';
import { emittedConnection } from '../src/system/connections.js';
import { resolveNode } from '../src/system/nodes.js';
import { permissionsOf } from '../src/system/permissions.js';
import { problemsOf } from '../src/system/problems.js';
import { resolveSystem } from '../src/system/resolve.js';
import type { System } from '../src/system/system.js';
import { connectDirectly } from '../src/system/ways.js';
import { lit, ref, type Expr, type Statement } from '../src/ts-ast/ast.js';
import { walk } from '../src/ts-ast/walk.js';
import { connections, services } from '../src/catalog/index.js';
import { defineService, type ConnectedEnd, type Emitter, type ServiceDefinition } from '../src/catalog/define.js';

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const hasText = (text: Localized): boolean =>
  languages.every((language) => {
    const words = text[language];
    return typeof words === 'string' ? words.trim() !== '' : words.one !== '' && words.other !== '';
  });

/** Every text of a definition: whatever has both languages, at any depth. */
function* textsIn(value: unknown, path: string): Generator<readonly [string, Localized]> {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  if ('en' in value || 'ja' in value) {
    yield [path, value as Localized];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, `${path}.${key}`);
}

const japanese = /[ぁ-んァ-ヶ一-龠]/;

describe.each([
  ...services.map((service) => [service.type, service] as const),
  ...connections.map((connection) => [connection.kind, connection] as const),
])('%s', (id, definition) => {
  test('has an id of lower-case words and a source', () => {
    expect(id).toMatch(idPattern);
    expect(definition.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  test('has every text in both languages, and Japanese in its house style', () => {
    for (const [path, text] of textsIn(definition, id)) {
      expect(hasText(text), path).toBe(true);
      expect(text.ja, path).not.toMatch(/[（）：？]/);
      expect(text.ja, path).not.toMatch(/[ぁ-んァ-ヶ一-龠][A-Za-z0-9]|[A-Za-z0-9][ぁ-んァ-ヶ一-龠]/);
      if (path.endsWith('.help')) expect(text.ja, path).toMatch(/。$|[A-Za-z]$/);
      if (path.endsWith('.label')) expect(text.ja, path).not.toMatch(/。$/);
    }
  });

  test('has defaults that pass its own fields', () => {
    const fields: [string, Field][] = Object.entries(definition.fields);
    const defaults = resolveProps(definition.fields, {});
    for (const [name, one] of fields)
      if (defaults[name] !== undefined) expect(checkField(one, defaults[name]), name).toBeUndefined();
    for (const [name, one] of fields)
      if (one.when) expect(Object.keys(definition.fields), name).toContain(one.when.field);
  });
});

describe('services', () => {
  test('have types and icons of their own files', () => {
    expect(new Set(services.map(({ type }) => type)).size).toBe(services.length);
    for (const { icon } of services) expect(existsSync(`node_modules/aws-icons/icons/${icon}.svg`), icon).toBe(true);
  });

  test('can be found in both languages', () => {
    for (const { type, keywords } of services)
      expect(
        keywords.some((word) => japanese.test(word)),
        type,
      ).toBe(true);
  });

  test('play every role that a connection kind asks for', () => {
    const played = new Set(services.flatMap(({ roles }) => Object.keys(roles)));
    for (const { kind, from, to } of connections) expect([...played], kind).toEqual(expect.arrayContaining([from, to]));
  });

  test('name attributes that they have', () => {
    for (const service of services) {
      const node = { service: service.type, label: 'X', origin: 'created', props: { stream: 'NEW_IMAGE' } } as const;
      const view = resolveNode(design('').settings, nodeId('x'), node);
      const known = Object.keys(service.attributes(view, ref('x')));
      const { sdkTarget, pipeSource } = service.roles;
      const named = Object.values(sdkTarget?.actions ?? {}).flatMap(({ arn, resource }) => [
        ...(arn === undefined ? [] : [arn.attribute]),
        ...(resource === undefined ? [] : [resource.attribute]),
      ]);
      const forJobs = (sdkTarget?.optimized ?? []).flatMap(({ runJob }) =>
        (runJob?.iam ?? []).map((one) => one.attribute),
      );
      expect(known, service.type).toEqual(
        expect.arrayContaining([...named, ...forJobs, ...(pipeSource === undefined ? [] : [pipeSource.attribute])]),
      );
    }
  });
});

/** A stand-in for codegen: it gives variables and texts, and keeps the expressions apart. */
const emitter = (system: System): Emitter => ({
  construct: (id) => ref(id),
  attribute: (id, attribute) => {
    const node = system.node(id);
    const found = node === undefined ? undefined : node.service.attributes(node, ref(id))[attribute];
    if (found === undefined) throw new Error(`${id} has no ${attribute}`);
    return found;
  },
  role: (id) => ref(`${id}Role`),
  constructId: (...words) => words.join('-'),
  variable: (...words) => words.join('_'),
  common: (resource) => ref(resource),
  operations: 'production',
  before: () => undefined,
  file: (path) => lit(path),
  templateFile: (path) => lit(path),
  sameStack: (a, b) => system.node(a)?.context === system.node(b)?.context,
  text: ({ en }) => (typeof en === 'string' ? en : en.other),
});

function ends(system: System, node: NodeId, direction: 'incoming' | 'outgoing'): readonly ConnectedEnd[] {
  return system[direction](node).flatMap((connection) => {
    const other = system.node(direction === 'incoming' ? connection.from : connection.to);
    return other === undefined ? [] : [{ connection, other, service: other.service }];
  });
}

/** What a system comes to: the construct of each node, the statements of each connection. */
function emitted(system: System): readonly (Expr | Statement)[] {
  const lent = emitter(system);
  const constructs = [...system.nodes.values()].flatMap(
    (node) =>
      node.service.construct({
        ...node,
        constructId: node.id,
        emitter: lent,
        incoming: ends(system, node.id, 'incoming'),
        outgoing: ends(system, node.id, 'outgoing'),
      }) ?? [],
  );
  const statements = [...system.connections.values()].flatMap((connection) => {
    const own = emittedConnection(system, connection);
    return own === undefined ? [] : (connection.definition?.emit([own], lent) ?? []);
  });
  return [...constructs, ...statements];
}

function* cdkNames(emittedParts: readonly (Expr | Statement)[]): Generator<{ module: string; name: string }> {
  for (const part of emittedParts) {
    const roots: Expr[] =
      part.type === 'const' || part.type === 'expose'
        ? [part.value]
        : part.type === 'do'
          ? [part.expression]
          : part.type === 'assign'
            ? [part.object, part.value]
            : [part];
    for (const root of roots)
      for (const expr of walk(root)) {
        if (expr.type === 'cdk') yield expr.name;
        if (expr.type === 'new' || expr.type === 'as') yield expr.class;
      }
  }
}

async function exists({ module, name }: { module: string; name: string }): Promise<boolean> {
  let found: unknown = await import(
    module === 'constructs' ? module : module === '' ? 'aws-cdk-lib' : `aws-cdk-lib/${module}`
  );
  for (const part of name.split('.')) {
    if ((typeof found !== 'object' && typeof found !== 'function') || found === null) return false;
    found = Reflect.get(found, part);
  }
  return found !== undefined;
}

/** Problems of what is not drawn yet, rather than of what is. */
const unfinished = new Set([
  'not-connected',
  'pipe-incomplete',
  'route-without-target',
  'mapping-missing',
  'without-action',
  'alarm-of-other-instance',
]);

const pairs = services.flatMap((from) => services.map((to) => [from, to] as const));
const place = (service: ServiceDefinition, label: string): string =>
  `${service.type} ${label}${service.type === 'generic' ? '(cfnType: AWS::SNS::Topic)' : ''}`;

describe('each legal pair', () => {
  const legal = pairs.flatMap(([from, to]) => {
    const made = design(`${place(from, 'One')}; [Far] ${place(to, 'Two')}`);
    const [a, b] = entries(made.nodes).map(([id, node]) => resolveNode(made.settings, id, node));
    return a === undefined || b === undefined
      ? []
      : directWays(a, b).ways.map(
          ({ kind }) => [from.type, kind, to.type, connectDirectly(made, a.id, b.id, kind)] as const,
        );
  });

  test('covers every kind', () => {
    expect(new Set(legal.map(([, kind]) => kind))).toEqual(new Set([...connections.map(({ kind }) => kind), 'task']));
  });

  test.each(legal)('%s %s %s resolves, and asks for no more than it names', (_from, _kind, _to, { design: made }) => {
    const system = resolveSystem(made);
    // A generic resource says which actions it knows only when somebody lists them.
    const isGeneric = Object.values(made.nodes).some(({ service }) => service === 'generic');
    const problems = problemsOf(system).filter(
      ({ code }) => !unfinished.has(code) && !(isGeneric && code === 'field-required'),
    );
    expect(problems).toEqual([]);
    for (const permission of permissionsOf(system)) {
      expect(permission.actions.every((action) => /^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action))).toBe(true);
      expect(
        permission.resources.length + (permission.arns?.length ?? 0) > 0 || permission.anyResource !== undefined,
      ).toBe(true);
    }
  });

  test('is written with names that the library has', async () => {
    const names = new Map(
      legal.flatMap(([, , , { design: made }]) =>
        [...cdkNames(emitted(resolveSystem(made)))].map((name) => [`${name.module} ${name.name}`, name] as const),
      ),
    );
    expect(names.size).toBeGreaterThan(40);
    for (const [words, name] of names) expect(await exists(name), words).toBe(true);
  });
});

test('a wrong option, prop or language does not compile', () => {
  const size = field.choice({
    label: { en: 'Size', ja: 'サイズ' },
    options: { small: { en: 'Small', ja: '小' }, large: { en: 'Large', ja: '大' } },
    default: 'small',
  });
  const service = defineService({
    type: 'box',
    category: 'other',
    icon: '',
    // @ts-expect-error the Japanese label is missing
    label: { en: 'Only English' },
    defaultLabel: { en: 'Box', ja: '箱' },
    description: { en: 'Box', ja: '箱' },
    keywords: [],
    fields: {
      size,
      // @ts-expect-error the default is none of the options
      wrong: field.choice({ label: { en: 'A', ja: 'A' }, options: { a: { en: 'A', ja: 'A' } }, default: 'b' }),
    },
    subtitle: ({ props }) => {
      // @ts-expect-error no such option
      const isHuge = props.size === 'huge';
      // @ts-expect-error no such prop
      const other: unknown = props.other;
      return { en: `${String(isHuge)}${String(other)}`, ja: '' };
    },
    stateful: false,
    roles: {},
    refusal: { en: 'No', ja: '不可' },
    attributes: () => ({}),
    construct: () => undefined,
    source: '',
  });
  expect(service.type).toBe('box');
});
