import { byCodeUnit } from '../../../model/names.js';
import { array, lit, object, type Expr, type Statement } from '../../../ts-ast/ast.js';
import type { Plan, PlannedStack } from '../../index.js';
import { group, hardline, indent, join, layOut, line, trailingComma, type Doc } from '../../ts/doc.js';
import { Imports } from '../../ts/imports.js';
import { Printer, printWidth } from '../../ts/print.js';
import { commentLines, stringLiteral } from '../../ts/text.js';

/** `orders-stack`, without folder and ending. */
export const stackFileName = (stack: PlannedStack): string => `${stack.id}-stack`;

/** Lines, with the header of generated files first. */
export const layOutFile = (header: string, ...parts: readonly Doc[]): string =>
  layOut([...commentLines(header).flatMap((part) => [part, hardline]), ...parts], printWidth);

const blockOf = (lines: readonly Doc[]): Doc =>
  lines.length === 0 ? '{}' : ['{', indent([hardline, join(hardline, lines)]), hardline, '}'];

const opensParagraph = (statement: Statement): boolean =>
  statement.type === 'expose' ||
  (statement.type === 'const' && statement.value.type !== 'as') ||
  (statement.type === 'do' && statement.expression.type === 'new');

/** `lib/orders-stack.ts`: one class with the constructs of a bounded context. */
export function stackFile(stack: PlannedStack, header: string): string {
  const imports = new Imports();
  const printer = new Printer(imports, '..');
  const base = imports.cdk({ module: '', name: 'Stack' });
  const stackProps = imports.cdk({ module: '', name: 'StackProps' }, true);
  const construct = imports.cdk({ module: 'constructs', name: 'Construct' }, true);
  const propsName = `${stack.className}Props`;
  // A paragraph for each construct, with what is said about it.
  const body = stack.statements.map((statement, index): Doc =>
    index > 0 && opensParagraph(statement)
      ? ['', hardline, printer.statement(statement)]
      : printer.statement(statement),
  );
  const declaration: Doc =
    stack.references.length === 0
      ? []
      : [
          `export interface ${propsName} extends ${stackProps} `,
          blockOf(stack.references.map(({ name, class: type }) => `readonly ${name}: ${imports.cdk(type, true)};`)),
          hardline,
          hardline,
        ];
  const members = stack.members.map(({ name, class: type }): Doc => `readonly ${name}: ${imports.cdk(type, true)};`);
  const parameters = stack.references.length === 0 ? `props?: ${stackProps}` : `props: ${propsName}`;
  const description = `description: ${stringLiteral(stack.description)}`;
  const superCall: Doc =
    stack.description === ''
      ? 'super(scope, id, props);'
      : [
          'super(scope, id, ',
          group(['{', indent([line, description, ',', line, '...props']), trailingComma, line, '}']),
          ');',
        ];
  if (hasFindings(stack)) {
    imports.add('./support/accept-findings', 'acceptFindings');
    imports.add(`./${findingsFileName(stack)}`, 'findings');
    body.push(['', hardline, 'acceptFindings(this, findings);']);
  }
  const constructor: Doc = [
    `constructor(scope: ${construct}, id: string, ${parameters}) `,
    blockOf([superCall, ...(body.length === 0 ? [] : [['', hardline, body[0] ?? '']]), ...body.slice(1)]),
  ];
  const declared: Doc = [
    `export class ${stack.className} extends ${base} `,
    blockOf(members.length === 0 ? [constructor] : [...members, ['', hardline, constructor]]),
    hardline,
  ];
  return layOutFile(header, imports.print(), hardline, hardline, declaration, declared);
}

/** `channel-findings`, without folder and ending. */
export const findingsFileName = (stack: PlannedStack): string => `${stack.id}-findings`;

export const hasFindings = ({ findings }: PlannedStack): boolean => Object.keys(findings).length > 0;

/** `lib/channel-findings.ts`: what cdk-nag finds in the stack although the design means it. */
export function findingsFile(stack: PlannedStack, header: string): string {
  const printer = new Printer(new Imports(), '..');
  const value: Expr = {
    type: 'object',
    entries: Object.entries(stack.findings).map(([construct, own]) => [
      construct,
      { type: 'object', entries: Object.entries(own).map(([id, reason]) => [id, lit(reason)] as const) },
    ]),
  };
  return layOutFile(header, ['export ', printer.statement({ type: 'const', name: 'findings', value })], hardline);
}

/** Statements that make stacks, each with what it takes from those before: shared by the app and the tests. */
export function stackStatements(
  stacks: readonly PlannedStack[],
  imports: Imports,
  printer: Printer,
  variableOf: (stack: PlannedStack) => string,
  options: {
    readonly from: string;
    readonly extra: readonly string[];
    readonly needed: ReadonlySet<string>;
    /** What the stacks are put into. */
    readonly scope?: string;
  },
): Doc[] {
  return stacks.map((stack) => {
    imports.add(`${options.from}/${stackFileName(stack)}`, stack.className);
    const entries = [
      ...options.extra,
      ...stack.references.map(({ name, stack: id }) => {
        const source = stacks.find((other) => other.id === id);
        return `${name}: ${source === undefined ? id : variableOf(source)}.${name}`;
      }),
    ];
    const id = printer.expression(lit(stack.name));
    const created = `new ${stack.className}(${options.scope ?? 'app'}, `;
    const variable = options.needed.has(stack.id) ? `const ${variableOf(stack)} = ` : '';
    if (entries.length === 0) return [variable, created, id, ');'];
    return [
      variable,
      created,
      id,
      ', ',
      group(['{', indent([line, join([',', line], entries)]), trailingComma, line, '}'], entries.length > 2),
      ');',
    ];
  });
}

/** `bin/app.ts` */
export function appFile(plan: Plan, header: string, variableOf: (stack: PlannedStack) => string): string {
  const imports = new Imports();
  const printer = new Printer(imports, '..');
  const app = imports.cdk({ module: '', name: 'App' });
  const tags = Object.entries(plan.tags).sort(([a], [b]) => byCodeUnit(a, b));
  const settings: Doc[] = [
    ...(plan.region === undefined
      ? []
      : [printer.statement({ type: 'const', name: 'env', value: object({ region: lit(plan.region) }) })]),
    ...(tags.length === 0
      ? []
      : [
          printer.statement({
            type: 'const',
            name: 'tags',
            value: object(Object.fromEntries(tags.map(([key, value]) => [key, lit(value)]))),
          }),
        ]),
  ];
  const needed = new Set(plan.stacks.flatMap((stack) => stack.references.map((reference) => reference.stack)));
  const extra = [...(plan.region === undefined ? [] : ['env']), ...(tags.length === 0 ? [] : ['tags'])];
  const staged = plan.stages.length > 0;
  const statements = stackStatements(plan.stacks, imports, printer, variableOf, {
    from: '../lib',
    extra,
    needed,
    scope: staged ? 'stage' : 'app',
  });
  const stage = staged ? imports.cdk({ module: '', name: 'Stage' }) : '';
  const names = printer.expression(array(plan.stages.map(lit)));
  const made: Doc = staged
    ? [['for (const name of ', names, ') '], blockOf([`const stage = new ${stage}(app, name);`, ...statements])]
    : join(hardline, statements);
  return layOutFile(
    header,
    imports.print(),
    hardline,
    hardline,
    join(hardline, [`const app = new ${app}();`, ...settings]),
    hardline,
    hardline,
    made,
    hardline,
  );
}
