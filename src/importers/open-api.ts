import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import type { ReadText } from './template-text.js';
import { mapOf, textOf } from './values.js';

/** An OpenAPI document that stands by itself, as the template of one API. */

const integration = 'x-amazon-apigateway-integration';

export const isOpenApi = (value: Json): boolean =>
  isMap(value) && (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger')) && isMap(lookup(value, 'paths'));

/** Whether a document says what its routes call: one that does not describes an API that is somewhere else. */
export const hasIntegrations = (text: string): boolean => text.includes(integration);

/** The text as that of a template; places lead into the document. */
export function templateOfApi(read: ReadText): ReadText {
  const body = mapOf(read.value);
  const title = textOf(lookup(mapOf(lookup(body, 'info')), 'title')) ?? '';
  const words = title.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const id =
    words
      .join('')
      .replace(/^[0-9]+/, '')
      .slice(0, 60) || 'Api';
  const type = isHttpApi(body) ? 'AWS::ApiGatewayV2::Api' : 'AWS::ApiGateway::RestApi';
  return {
    ...read,
    value: { Resources: { [id]: { Type: type, Properties: { Body: body } } } },
    // Resources, the id, Properties and Body stand before what is in the document.
    place: (path) => read.place(path.slice(4)),
  };
}

/** HTTP APIs alone have a payload format: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html */
function isHttpApi(body: Readonly<Record<string, Json>>): boolean {
  const versions = Object.values(mapOf(lookup(body, 'paths'))).flatMap((item) =>
    Object.values(mapOf(item)).map((operation) =>
      lookup(mapOf(lookup(mapOf(operation), integration)), 'payloadFormatVersion'),
    ),
  );
  return versions.some((version) => version !== undefined);
}
