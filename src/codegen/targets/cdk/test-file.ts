import { byCodeUnit } from '../../../model/names.js';
import { permissionsOf } from '../../../system/permissions.js';
import type { System } from '../../../system/system.js';
import { array, lit, object } from '../../../ts-ast/ast.js';
import type { Plan, PlannedStack } from '../../index.js';
import { policyStatements } from '../../permissions.js';
import { hardline, indent as indented, join } from '../../ts/doc.js';
import { Imports } from '../../ts/imports.js';
import { Printer } from '../../ts/print.js';
import { layOutFile, stackStatements } from './stack-file.js';

/** A stack after those that it takes something from, in the order in which they are made. */
export function neededBy({ stacks }: Plan, last: PlannedStack): readonly PlannedStack[] {
  const ids = new Set([last.id]);
  for (const other of [...stacks].reverse())
    if (ids.has(other.id)) for (const reference of other.references) ids.add(reference.stack);
  return stacks.filter(({ id }) => ids.has(id));
}

/** What the functions and state machines of a stack may call. */
export function grantedIn(stack: PlannedStack, system: System): readonly string[] {
  const statements = policyStatements(permissionsOf(system));
  const granted = new Set<string>();
  for (const id of stack.nodes)
    if (system.node(id)?.service.permissionsBy === 'construct')
      for (const { actions } of statements.get(id) ?? []) for (const action of actions) granted.add(action);
  return [...granted].sort(byCodeUnit);
}

/** How many resources of each type a stack has at least. */
export function countsIn(stack: PlannedStack, system: System): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const id of stack.nodes) {
    const type = system.node(id)?.service.cfnType;
    if (type !== undefined && type !== '') counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** What the test of a stack is written from. */
export interface TestedStack {
  readonly stack: PlannedStack;
  readonly needed: readonly PlannedStack[];
  readonly granted: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** `test/orders-stack.test.ts`: has the stack what was drawn, and may its functions do what they must and no more? */
export function testFile(
  { stack, needed, granted, counts }: TestedStack,
  header: string,
  variableOf: (stack: PlannedStack) => string,
): string {
  const imports = new Imports();
  const printer = new Printer(imports, '..');
  imports.add('node:assert/strict', 'ok');
  imports.add('node:test', 'test');
  imports.add('aws-cdk-lib/assertions', 'Template');
  imports.add('./support/app', 'createApp');
  const body = stackStatements(needed, imports, printer, variableOf, {
    from: '../lib',
    extra: [],
    needed: new Set(needed.map(({ id }) => id)),
  });
  const resources = printer.statement({
    type: 'const',
    name: 'resources',
    value: object(Object.fromEntries(Object.entries(counts).map(([type, count]) => [type, lit(count)]))),
  });
  const actions = printer.statement({
    type: 'const',
    name: 'actions',
    value: array(granted.map(lit)),
  });
  const permissionTest =
    granted.length === 0
      ? []
      : [
          hardline,
          hardline,
          "void test('allows what the design says, and no wildcard action', () => {",
          hardline,
          ['  ', indented(actions)],
          hardline,
          '  const allowed = allowedActions(template);',
          hardline,
          '  for (const action of actions) ok(allowed.has(action), `${action} is not allowed`);',
          hardline,
          "  for (const action of allowed) ok(!action.includes('*'), `${action} allows too much`);",
          hardline,
          '});',
        ];
  if (granted.length > 0) imports.add('./support/app', 'allowedActions');
  return layOutFile(
    header,
    imports.print(),
    hardline,
    hardline,
    'const app = createApp();',
    hardline,
    join(hardline, body),
    hardline,
    `const template = Template.fromStack(${variableOf(stack)});`,
    hardline,
    hardline,
    "void test('has the resources of the design', () => {",
    hardline,
    ['  ', indented(resources)],
    hardline,
    // Of an object without entries TypeScript knows no type of its values.
    `  for (const [type, count] of Object.entries${Object.keys(counts).length === 0 ? '<number>' : ''}(resources)) {`,
    hardline,
    '    ok(Object.keys(template.findResources(type)).length >= count, `fewer than ${count} of ${type}`);',
    hardline,
    '  }',
    hardline,
    '});',
    ...permissionTest,
    hardline,
  );
}

/** `test/findings.test.ts`: does cdk-nag find anything that is not accepted with a reason? */
export function findingsTestFile(
  { stacks }: Plan,
  header: string,
  variableOf: (stack: PlannedStack) => string,
): string {
  const imports = new Imports();
  const printer = new Printer(imports, '..');
  imports.add('node:assert/strict', 'deepEqual');
  imports.add('node:test', 'test');
  imports.add('./support/app', 'createApp');
  imports.add('./support/open-findings', 'openFindings');
  const needed = new Set(stacks.flatMap(({ references }) => references.map(({ stack }) => stack)));
  const body = stackStatements(stacks, imports, printer, variableOf, { from: '../lib', extra: [], needed });
  return layOutFile(
    header,
    imports.print(),
    hardline,
    hardline,
    'const app = createApp();',
    hardline,
    join(hardline, body),
    hardline,
    hardline,
    "void test('has no findings of cdk-nag beyond those that the design explains', () => {",
    hardline,
    '  deepEqual(openFindings(app), []);',
    hardline,
    '});',
    hardline,
  );
}
