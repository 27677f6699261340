import { lookup } from '../../model/design.js';
import type { PropsOf } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { array, cdk, create, lit, object, sym, type Expr } from '../../ts-ast/ast.js';
import type { EmittedConnection, Emitter } from '../define.js';
import type { ApiAction } from '../roles/api.js';
import {
  actionOf,
  headersOf,
  isQuery,
  pathOf,
  queryPathOf,
  requestTextOf,
  substitutionsOf,
  withNewline,
  type actionFields,
} from './api-action.js';
import { responseTemplateOf } from './api-templates.js';
import { originHeader } from './cors.js';
import { cacheKeysOf, pathParametersOf, type restMethodFields } from './rest-method.js';
import { given } from './shared.js';

type RestProps = PropsOf<typeof actionFields & typeof restMethodFields> & {
  readonly method: string;
  readonly path: string;
};
type RestCall = EmittedConnection<'restApi', 'apiIntegration', RestProps>;

export const statuses = ['200', '400', '500'] as const;

/** The parameter of a path that names an object: the last one. */
export const keyParameterOf = (path: string): string | undefined => pathParametersOf(path).at(-1);

/** The integration, with the parameters of the request that it reads. */
export function restIntegration(
  { id, from, to, props }: RestCall,
  emitter: Emitter,
): { readonly integration: Expr; readonly parameters: readonly string[] } {
  const name = actionOf(to, props.action);
  const action = lookup(to.role.actions, name);
  const { service } = to.role;
  const isFile = action?.passThrough === true && props.mapping === 'default';
  const parameters: string[] = [];
  const request: Record<string, Expr> = { ...headersOf(to, name) };
  if (usesParameter(action)) {
    const key = keyParameterOf(props.path);
    if (key !== undefined) parameters.push(`method.request.path.${key}`);
    // Without a key in the path each object gets a name of its own.
    request['integration.request.path.key'] = lit(
      key === undefined ? 'context.requestId' : `method.request.path.${key}`,
    );
  }
  if (isFile && action.method === 'PUT') {
    parameters.push('method.request.header.Content-Type');
    request['integration.request.header.Content-Type'] = lit('method.request.header.Content-Type');
  }
  const folder = `templates/apis/${fileNameOf(from.id)}/${fileNameOf(id)}`;
  const file = (part: string, text: string): Expr =>
    emitter.templateFile(`${folder}.${part}.vtl`, withNewline(text), substitutionsOf(to, text, emitter));
  const cors = originHeader(from);
  const integration = create(
    cdk('aws-apigateway', 'AwsIntegration'),
    object({
      service: lit(service),
      path: action?.path === undefined ? queryPathOf(to, emitter) : pathOf(action.path, to, emitter),
      action: action?.path !== undefined || isQuery(service) ? undefined : lit(name),
      integrationHttpMethod: lit(action?.method ?? 'POST'),
      options: object({
        credentialsRole: emitter.role(from.id),
        passthroughBehavior: sym('aws-apigateway', `PassthroughBehavior.${isFile ? 'WHEN_NO_MATCH' : 'NEVER'}`),
        cacheKeyParameters: cacheKeysOf(from, props),
        requestParameters: Object.keys(request).length === 0 ? undefined : object(request),
        requestTemplates: isFile
          ? undefined
          : object({ 'application/json': file('request', requestTextOf(to, props, emitter)) }),
        integrationResponses: array([
          succeeded(
            isFile && !given(props.responseTemplate)
              ? undefined
              : file('response', given(props.responseTemplate) ? props.responseTemplate : responseTemplateOf(name)),
            isFile ? { ...cors, 'method.response.header.Content-Type': contentType } : cors,
          ),
          failed('4\\d{2}', '400', cors),
          failed('5\\d{2}', '500', cors),
        ]),
      }),
    }),
  );
  return { integration, parameters };
}

const contentType = lit('integration.response.header.Content-Type');

const usesParameter = (action: ApiAction | undefined): boolean =>
  action?.path?.some((part) => typeof part !== 'string' && 'parameter' in part) === true;

const succeeded = (template: Expr | undefined, headers: Readonly<Record<string, Expr>>): Expr =>
  object({
    statusCode: lit('200'),
    responseTemplates: template === undefined ? undefined : object({ 'application/json': template }),
    responseParameters: Object.keys(headers).length === 0 ? undefined : object(headers),
  });

/** What a caller sees of an error of the service: its kind, not its text, which can name resources. */
const failed = (selectionPattern: string, statusCode: string, headers: Readonly<Record<string, Expr>>): Expr =>
  object({
    selectionPattern: lit(selectionPattern),
    statusCode: lit(statusCode),
    responseTemplates: object({
      'application/json': lit(statusCode === '400' ? '{"message":"Bad request"}' : '{"message":"Internal error"}'),
    }),
    responseParameters: Object.keys(headers).length === 0 ? undefined : object(headers),
  });
