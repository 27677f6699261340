import type { Json } from '../../model/design.js';
import { array, call, callStatic, lit, sym, type Expr } from '../../ts-ast/ast.js';
import { isList, isMap } from '../../model/json.js';
import { intrinsicOf } from './intrinsics.js';

/** What CloudFormation knows without a resource: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const pseudoParameters: ReadonlyMap<string, string> = new Map([
  ['AWS::AccountId', 'ACCOUNT_ID'],
  ['AWS::NoValue', 'NO_VALUE'],
  ['AWS::NotificationARNs', 'NOTIFICATION_ARNS'],
  ['AWS::Partition', 'PARTITION'],
  ['AWS::Region', 'REGION'],
  ['AWS::StackId', 'STACK_ID'],
  ['AWS::StackName', 'STACK_NAME'],
  ['AWS::URLSuffix', 'URL_SUFFIX'],
]);

const fn = (name: string, ...args: Expr[]): Expr => callStatic('', `Fn.${name}`, ...args);

/**
 * A value of a template as an expression that the CDK writes back as it was. A function of CloudFormation becomes the one
 * of `Fn`; where that would write another text (it joins literals that stand side by side), it stays data.
 */
export function valueExpr(value: Json): Expr {
  if (isList(value)) return array(value.map(valueExpr));
  if (!isMap(value)) return lit(value);
  return functionExpr(value)?.expr ?? { type: 'object', entries: Object.entries(value).map(entryExpr) };
}

const entryExpr = ([key, value]: readonly [string, Json]): readonly [string, Expr] => [key, valueExpr(value)];

/** The same where the CDK wants a text: numbers are written out, functions become tokens. */
export function textExpr(value: Json): Expr {
  if (isList(value)) return callStatic('', 'Token.asString', valueExpr(value));
  if (!isMap(value)) return lit(String(value));
  const found = functionExpr(value);
  if (found === undefined) return callStatic('', 'Token.asString', valueExpr(value));
  return found.is === 'text' ? found.expr : call(found.expr, 'toString');
}

/** A function of `Fn`, with what it gives: a text, or a token that is none yet. */
function functionExpr(value: Json): { readonly expr: Expr; readonly is: 'text' | 'token' } | undefined {
  const intrinsic = intrinsicOf(value);
  if (intrinsic === undefined) return undefined;
  const { name, argument } = intrinsic;
  const text = (expr: Expr) => ({ expr, is: 'text' as const });
  const token = (expr: Expr) => ({ expr, is: 'token' as const });
  switch (name) {
    case 'Ref': {
      if (typeof argument !== 'string') return undefined;
      const pseudo = pseudoParameters.get(argument);
      // A list to the CDK, which no text is.
      if (pseudo === 'NOTIFICATION_ARNS') return undefined;
      return text(pseudo === undefined ? fn('ref', lit(argument)) : sym('', `Aws.${pseudo}`));
    }
    case 'Fn::GetAtt': {
      if (!isList(argument) || argument.length !== 2) return undefined;
      const [id, attribute] = argument;
      return typeof id === 'string' && typeof attribute === 'string'
        ? token(fn('getAtt', lit(id), lit(attribute)))
        : undefined;
    }
    case 'Fn::Sub':
      if (typeof argument === 'string') return text(fn('sub', lit(argument)));
      if (isList(argument) && argument.length === 2) {
        const [body, variables] = argument;
        if (typeof body === 'string' && isMap(variables))
          return text(
            fn('sub', lit(body), {
              type: 'object',
              entries: Object.entries(variables).map(([key, inner]) => [key, textExpr(inner)] as const),
            }),
          );
      }
      return undefined;
    case 'Fn::ImportValue':
      return text(fn('importValue', textExpr(argument)));
    case 'Fn::Base64':
      return text(fn('base64', textExpr(argument)));
    case 'Fn::If': {
      if (!isList(argument) || argument.length !== 3) return undefined;
      const [condition, then, otherwise] = argument;
      if (typeof condition !== 'string' || then === undefined || otherwise === undefined) return undefined;
      return token(fn('conditionIf', lit(condition), valueExpr(then), valueExpr(otherwise)));
    }
    case 'Fn::Join': {
      if (!isList(argument) || argument.length !== 2) return undefined;
      const [delimiter, items] = argument;
      if (typeof delimiter !== 'string' || !isList(items) || !staysAsWritten(items)) return undefined;
      return text(fn('join', lit(delimiter), array(items.map(textExpr))));
    }
    default:
      return undefined;
  }
}

/** The CDK joins literals side by side, and a join within a join; nothing of either leaves it as it is. */
function staysAsWritten(items: readonly Json[]): boolean {
  return (
    items.length > 1 &&
    items.every((item, index) =>
      typeof item === 'string'
        ? typeof items[index - 1] !== 'string'
        : isMap(item) && ['Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::ImportValue'].includes(Object.keys(item)[0] ?? ''),
    )
  );
}
