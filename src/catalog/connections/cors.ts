import { array, callStatic, lit, object, sym, type Expr } from '../../ts-ast/ast.js';
import type { NodeView } from '../define.js';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html */

/** The origin whose pages may read the answers of an API; undefined: none but its own. */
export function allowedOrigin({ props }: NodeView): string | undefined {
  const origin = props['corsOrigin'];
  return typeof origin === 'string' && origin.trim() !== '' ? origin.trim() : undefined;
}

export const allowsOrigin = (api: NodeView): boolean => allowedOrigin(api) !== undefined;

/** Response parameters of an integration; undefined where pages of other origins get nothing. */
export function originHeader(api: NodeView): Readonly<Record<string, Expr>> {
  const origin = allowedOrigin(api);
  return origin === undefined ? {} : { 'method.response.header.Access-Control-Allow-Origin': lit(`'${origin}'`) };
}

/** What a REST API answers to the question of a browser before the request. */
export function preflightOf(api: NodeView): Expr | undefined {
  const origin = allowedOrigin(api);
  return origin === undefined
    ? undefined
    : object({
        allowOrigins: array([lit(origin)]),
        allowMethods: sym('aws-apigateway', 'Cors.ALL_METHODS'),
        allowHeaders: sym('aws-apigateway', 'Cors.DEFAULT_HEADERS'),
        maxAge: callStatic('', 'Duration.hours', lit(1)),
      });
}
