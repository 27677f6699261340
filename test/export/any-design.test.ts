import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import '../../src/catalog/further.js';
import { connections, services } from '../../src/catalog/index.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import {
  connectionId,
  contextId,
  emptyDesign,
  nodeId,
  type Connection,
  type Design,
  type DesignNode,
  type NodeId,
} from '../../src/model/design.js';
import { isError } from '../../src/model/problems.js';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { scaled } from '../helpers/scale.js';
import { translateProblem } from './problem-text.js';
import { createTemplateCheck } from './templates.js';

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

const contexts = ['', 'sales', 'stock'];
const line = fc.record({ from: fc.nat(9), to: fc.nat(9), kind: fc.nat(connections.length - 1) });

const errorsOf = (design: Design): string[] => problemsOf(resolveSystem(design)).filter(isError).map(translateProblem);

const propsOf = (service: string): DesignNode['props'] => (service === 'generic' ? { cfnType: 'AWS::SNS::Topic' } : {});

/** Services that need nothing filled in: with too many of the others hardly a design would get as far as synthesis. */
const complete = services.flatMap(({ type }, index) => {
  const alone: DesignNode = { service: type, label: type, origin: 'created', props: propsOf(type) };
  return errorsOf({ ...emptyDesign('Any'), nodes: { [nodeId('alone')]: alone } }).length === 0 ? [index] : [];
});
const node = fc.record({
  service: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...complete) },
    { weight: 1, arbitrary: fc.nat(services.length - 1) },
  ),
  context: fc.nat(contexts.length - 1),
});

/** A design of the given nodes and of those lines that the system finds nothing wrong with. */
const legalDesign = fc
  .tuple(fc.array(node, { minLength: 2, maxLength: 9 }), fc.array(line, { maxLength: 24 }))
  .map(([nodes, lines]): Design => {
    const ids = nodes.map((_, index) => nodeId(`n-${String(index)}`));
    let design: Design = {
      ...emptyDesign('Any'),
      contexts: Object.fromEntries(contexts.filter((id) => id !== '').map((id) => [contextId(id), { label: id }])),
      nodes: Object.fromEntries(
        nodes.map(({ service, context }, index): [string, DesignNode] => {
          const id = contexts[context] ?? '';
          return [
            `n-${String(index)}`,
            {
              service: services[service]?.type ?? '',
              label: `N ${String(index)}`,
              origin: 'created',
              props: propsOf(services[service]?.type ?? ''),
              ...(id === '' ? {} : { context: contextId(id) }),
            },
          ];
        }),
      ),
    };
    const incomplete = errorsOf(design).length;
    lines.forEach(({ from, to, kind }, index) => {
      const next = connect(design, ids[from % ids.length], ids[to % ids.length], kind, index);
      if (next !== undefined && errorsOf(next).length <= incomplete) design = next;
    });
    return design;
  });

function connect(design: Design, from: NodeId | undefined, to: NodeId | undefined, kind: number, index: number) {
  const definition = connections[kind];
  const system = resolveSystem(design);
  const [source, target] = [from, to].map((id) => (id === undefined ? undefined : system.node(id)));
  const fromRole = definition === undefined ? undefined : source?.service.roles[definition.from];
  const toRole = definition === undefined ? undefined : target?.service.roles[definition.to];
  if (definition === undefined || source === undefined || target === undefined) return undefined;
  if (fromRole === undefined || toRole === undefined) return undefined;
  const ends = [
    { ...source, role: fromRole },
    { ...target, role: toRole },
  ] as const;
  const prepared = definition.prepare?.(...ends);
  const connection: Connection = {
    kind: definition.kind,
    from: source.id,
    to: target.id,
    props: definition.initialProps?.(...ends) ?? {},
  };
  const change = (end: NodeId, props: object | undefined): Design['nodes'] => {
    const current = design.nodes[end];
    return current === undefined ? {} : { [end]: { ...current, props: { ...current.props, ...props } } };
  };
  return {
    ...design,
    nodes: { ...design.nodes, ...change(source.id, prepared?.from), ...change(target.id, prepared?.to) },
    connections: { ...design.connections, [connectionId(`c-${String(index)}`)]: connection },
  };
}

test('any legal design exports and synthesises, or says why not', { timeout: 900_000 }, async () => {
  let synthesised = 0;
  await fc.assert(
    fc.asyncProperty(legalDesign, async (design) => {
      const project = generateProject(resolveSystem(design), { language: 'en' });
      if (project.plan === undefined) {
        expect(project.problems.filter(isError)).not.toEqual([]);
        expect(project.files.size).toBe(0);
        return;
      }
      const result = await synthesiser.synthesise(project);
      expect('problems' in result ? result.problems.map(translateProblem) : []).toEqual([]);
      if ('problems' in result) return;
      synthesised++;
      expect(Object.values(result.templates).flatMap((template) => check.errorsOf(template))).toEqual([]);
    }),
    { numRuns: scaled(10) },
  );
  // Many designs must get this far, or the test says nothing.
  expect(synthesised).toBeGreaterThan(scaled(10) / 4);
});
