import type { Localized } from '../../model/localized.js';
import type { Expr, Statement } from '../../ts-ast/ast.js';
import { children, walk } from '../../ts-ast/walk.js';

/** A wildcard in a policy below a construct: `AwsSolutions-IAM5[Resource::<…>/*]`, with the comment beside it. */
export interface Wildcard {
  readonly construct: string;
  readonly id: string;
  readonly comment: string | undefined;
}

/** What a finding calls a reference that only synthesis knows. */
export const anyReference = '<…>';

/** The wildcards that the statements of one unit allow; `constructs`: variable -> id of its construct. */
export function wildcardsIn(statements: readonly Statement[], constructs: ReadonlyMap<string, string>): Wildcard[] {
  return statements.flatMap((statement) => {
    const inner = statement.type === 'const' || statement.type === 'expose' ? statement.value : undefined;
    const expression = inner ?? (statement.type === 'do' ? statement.expression : undefined);
    return expression === undefined ? [] : [...below(expression, undefined, statement.comment, constructs)];
  });
}

function* below(
  expr: Expr,
  construct: string | undefined,
  comment: string | undefined,
  constructs: ReadonlyMap<string, string>,
): Generator<Wildcard> {
  const owner = ownerOf(expr, constructs) ?? construct;
  if (expr.type === 'new' && expr.class.name === 'PolicyStatement' && owner !== undefined) {
    const [props] = expr.args;
    const resources = props?.type === 'object' ? props.entries.find(([key]) => key === 'resources')?.[1] : undefined;
    for (const resource of resources?.type === 'array' ? resources.items : []) {
      const text = textOf(resource);
      // The rule cannot look into what CloudFormation puts together.
      if (isPutTogether(resource)) yield { construct: owner, id: 'AwsSolutions-IAM5', comment };
      if (text.includes('*')) yield { construct: owner, id: `AwsSolutions-IAM5[Resource::${text}]`, comment };
    }
    return;
  }
  for (const child of children(expr)) yield* below(child, owner, comment, constructs);
}

/** The id of the construct that a call or a creation is about. */
function ownerOf(expr: Expr, constructs: ReadonlyMap<string, string>): string | undefined {
  if (expr.type === 'new') {
    const [scope, id] = expr.args;
    if (scope?.type === 'ref' && scope.name === 'this' && id?.type === 'literal') return String(id.value);
  }
  if (expr.type === 'call' && expr.callee.type === 'member' && expr.callee.object.type === 'ref')
    return constructs.get(expr.callee.object.name);
  return undefined;
}

const isPutTogether = (resource: Expr): boolean =>
  [...walk(resource)].some(
    (expr) => expr.type === 'cdk' && expr.name.module === '' && expr.name.name.startsWith('Fn.'),
  );

/** A resource as a finding shows it, with `<…>` for what is known later. */
function textOf(expr: Expr): string {
  switch (expr.type) {
    case 'literal':
      return String(expr.value);
    case 'template': {
      const last = expr.parts.at(-1);
      return typeof last === 'string' ? `${anyReference}${last}` : anyReference;
    }
    case 'call':
      return expr.callee.type === 'member' && expr.callee.name === 'formatArn' ? arnText(expr.args[0]) : anyReference;
    default:
      return anyReference;
  }
}

function arnText(props: Expr | undefined): string {
  const entries = new Map(props?.type === 'object' ? props.entries : []);
  const part = (name: string, otherwise: string): string => {
    const value = entries.get(name);
    return value === undefined ? otherwise : textOf(value);
  };
  const format = entries.get('arnFormat');
  const kind = format?.type === 'cdk' ? format.name.name : '';
  const separator = kind.endsWith('COLON_RESOURCE_NAME') ? ':' : '/';
  const slash = kind.endsWith('SLASH_RESOURCE_SLASH_RESOURCE_NAME') ? '/' : '';
  const name = entries.has('resourceName') ? `${separator}${part('resourceName', '')}` : '';
  return [
    'arn',
    part('partition', '<AWS::Partition>'),
    part('service', ''),
    part('region', '<AWS::Region>'),
    part('account', '<AWS::AccountId>'),
    `${slash}${part('resource', '')}${name}`,
  ].join(':');
}

/** Why a wildcard is meant where nothing else says it. */
export const wildcardReason = (id: string): Localized =>
  id.endsWith('[Resource::*]')
    ? {
        en: 'AWS knows no narrower resource for these actions.',
        ja: 'これらのアクションでは、リソースを限定できません。',
      }
    : {
        en: 'What is meant inside of the resource is known only when it is used.',
        ja: 'リソース内のどれを使用するかは、実行時に決まります。',
      };
