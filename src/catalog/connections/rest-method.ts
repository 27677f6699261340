import { field, type PropsOf } from '../../model/fields.js';
import type { Json } from '../../model/design.js';
import { problem, type Problem } from '../../model/problems.js';
import { array, call, create, cdk, lit, object, sym, type Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView } from '../define.js';
import { given, parseJson } from './shared.js';

const throttling = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html';
const validation =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html';

/** What a REST API does for a method before anything is called: limits, checks, cache keys. */
export const restMethodFields = {
  requiredParameters: field.list({
    label: { en: 'Required query parameters', ja: '必須のクエリパラメータ' },
    help: { en: 'A request without them is answered with 400.', ja: '不足しているリクエストには 400 を返します。' },
    advanced: true,
    source: validation,
  }),
  bodySchema: field.code({
    label: { en: 'JSON schema of the body', ja: '本文の JSON スキーマ' },
    help: {
      en: 'A body that does not fit is answered with 400 (JSON schema draft 4).',
      ja: '一致しない本文には 400 を返します (JSON Schema Draft 4)。',
    },
    language: 'json',
    advanced: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html',
  }),
  cacheParameters: field.list({
    label: { en: 'Query parameters of the cache key', ja: 'キャッシュキーのクエリパラメータ' },
    help: {
      en: 'Tell cached answers apart. Path parameters always do.',
      ja: 'キャッシュした応答を区別します。パスパラメータは常に含まれます。',
    },
    advanced: true,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  }),
  throttlingRate: field.number({
    label: { en: 'Requests per second', ja: '1 秒あたりのリクエスト数' },
    min: 1,
    max: 10_000,
    unit: 'count',
    advanced: true,
    source: throttling,
  }),
  throttlingBurst: field.number({
    label: { en: 'Burst', ja: 'バースト' },
    min: 1,
    max: 5_000,
    unit: 'count',
    advanced: true,
    source: throttling,
  }),
} as const;

type MethodProps = PropsOf<typeof restMethodFields> & { readonly method: string; readonly path: string };

/** The names of the parameters of a path, in their order. */
export const pathParametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^{}+]+)\+?\}/g)].flatMap(([, name]) => name ?? []);

/** API Gateway caches answers of GET alone, unless a method says otherwise. */
const isCached = (api: NodeView, method: string): boolean => api.props['cache'] === true && method === 'GET';

const queryString = (name: string): string => `method.request.querystring.${name}`;
const pathParameter = (name: string): string => `method.request.path.${name}`;

/** What a cached answer depends on; undefined: nothing is cached. */
export function cacheKeysOf(api: NodeView, { method, path, cacheParameters }: MethodProps): Expr | undefined {
  if (!isCached(api, method)) return undefined;
  const keys = [...pathParametersOf(path).map(pathParameter), ...cacheParameters.map(queryString)];
  return keys.length === 0 ? undefined : array(keys.map(lit));
}

/** Options of a method: which parameters it knows, what is checked. `further`: parameters that the integration reads. */
export function methodOptionsOf(
  api: NodeView,
  id: string,
  props: MethodProps,
  emitter: Emitter,
  further: readonly string[] = [],
): Readonly<Record<string, Expr | undefined>> {
  const parameters = new Map<string, boolean>();
  const isKept = isCached(api, props.method);
  if (isKept) for (const name of pathParametersOf(props.path)) parameters.set(pathParameter(name), true);
  if (isKept) for (const name of props.cacheParameters) parameters.set(queryString(name), false);
  for (const name of further) parameters.set(name, name.startsWith('method.request.path.'));
  for (const name of props.requiredParameters) parameters.set(queryString(name), true);
  const schema = schemaOf(props.bodySchema);
  const isChecked = schema !== undefined || props.requiredParameters.length > 0;
  return {
    requestParameters:
      parameters.size === 0
        ? undefined
        : object(Object.fromEntries([...parameters].map(([name, required]) => [name, lit(required)]))),
    requestModels:
      schema === undefined
        ? undefined
        : object({
            'application/json': call(
              emitter.construct(api.id),
              'addModel',
              lit(emitter.constructId(id, 'body')),
              object({ contentType: lit('application/json'), schema }),
            ),
          }),
    requestValidatorOptions: isChecked
      ? object({
          validateRequestBody: schema === undefined ? undefined : lit(true),
          validateRequestParameters: props.requiredParameters.length === 0 ? undefined : lit(true),
        })
      : undefined,
  };
}

/** Words of JSON schema that the CDK knows, by the same name; https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigateway.JsonSchema.html */
const keywords: ReadonlySet<string> = new Set(
  (
    'id $ref title description default enum format pattern multipleOf maximum exclusiveMaximum minimum exclusiveMinimum ' +
    'maxLength minLength maxItems minItems uniqueItems maxProperties minProperties required type ' +
    'items additionalItems properties additionalProperties patternProperties definitions dependencies ' +
    'allOf anyOf oneOf not'
  ).split(' '),
);
const schemas = new Set(['items', 'additionalItems', 'additionalProperties', 'not', 'allOf', 'anyOf', 'oneOf']);
const mapsOfSchemas = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);
const types: ReadonlySet<string> = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON schema as the CDK takes it; undefined where there is none. */
function schemaOf(text: string | undefined): Expr | undefined {
  const value = parseJson(text);
  return isRecord(value)
    ? object({ schema: sym('aws-apigateway', 'JsonSchemaVersion.DRAFT4'), ...schemaEntries(value, 0) })
    : undefined;
}

function schemaEntries(value: Readonly<Record<string, Json>>, depth: number): Readonly<Record<string, Expr>> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (!keywords.has(name) || depth > maxDepth) return [];
      if (name === '$ref') return [['ref', plain(inner)]];
      if (name === 'type') return [['type', typeOf(inner)]];
      if (schemas.has(name)) return [[name, innerSchema(inner, depth)]];
      if (mapsOfSchemas.has(name) && isRecord(inner))
        return [
          [
            name,
            {
              type: 'object' as const,
              entries: Object.entries(inner).map(([key, one]) => [key, innerSchema(one, depth)] as const),
            },
          ],
        ];
      return [[name, plain(inner)]];
    }),
  );
}

const maxDepth = 30;

function innerSchema(value: Json, depth: number): Expr {
  if (Array.isArray(value)) return array(value.map((one: Json) => innerSchema(one, depth)));
  return isRecord(value) ? object(schemaEntries(value, depth + 1)) : plain(value);
}

function typeOf(value: Json): Expr {
  if (Array.isArray(value)) return array(value.map(typeOf));
  return typeof value === 'string' && types.has(value)
    ? sym('aws-apigateway', `JsonSchemaType.${value.toUpperCase()}`)
    : plain(value);
}

function plain(value: Json): Expr {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return lit(value);
  if (value === null) return lit(null);
  if (Array.isArray(value)) return array(value.map(plain));
  return { type: 'object', entries: Object.entries(value).map(([key, inner]) => [key, plain(inner)] as const) };
}

/** What is wrong with the checks of a method. */
export function restMethodProblems(props: PropsOf<typeof restMethodFields>): readonly Problem[] {
  const wrong = [...props.requiredParameters, ...props.cacheParameters].filter((name) => !/^[\w.-]{1,128}$/.test(name));
  const unknown = unknownWords(parseJson(props.bodySchema), 0);
  return [
    ...(wrong.length === 0
      ? []
      : [
          problem('field-pattern', {
            field: restMethodFields.requiredParameters.label,
            hint: { en: `not a name: ${wrong.join(', ')}`, ja: `名前として使用できません: ${wrong.join(', ')}` },
          }),
        ]),
    ...(given(props.bodySchema) && unknown !== undefined
      ? [
          problem('field-pattern', {
            field: restMethodFields.bodySchema.label,
            hint: {
              en: `API Gateway does not take this: ${unknown}`,
              ja: `API Gateway では使用できません: ${unknown}`,
            },
          }),
        ]
      : []),
  ];
}

const numbers = new Set(
  'multipleOf maximum minimum maxLength minLength maxItems minItems maxProperties minProperties'.split(' '),
);
const texts = new Set(['id', '$ref', 'title', 'description', 'format', 'pattern']);
const flags = new Set(['exclusiveMaximum', 'exclusiveMinimum', 'uniqueItems']);
const isTexts = (value: Json): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Whether a word of a schema has a value of the type that it takes. */
function isValueOf(name: string, value: Json): boolean {
  if (numbers.has(name)) return typeof value === 'number';
  if (texts.has(name)) return typeof value === 'string';
  if (flags.has(name)) return typeof value === 'boolean';
  if (name === 'required') return isTexts(value);
  if (name === 'enum') return Array.isArray(value);
  if (name === 'not') return isRecord(value);
  if (name === 'allOf' || name === 'anyOf' || name === 'oneOf') return Array.isArray(value) && value.every(isRecord);
  if (name === 'items' || name === 'additionalItems')
    return isRecord(value) || (Array.isArray(value) && value.every(isRecord));
  if (name === 'additionalProperties') return typeof value === 'boolean' || isRecord(value);
  if (name === 'dependencies')
    return isRecord(value) && Object.values(value).every((one) => isRecord(one) || isTexts(one));
  if (mapsOfSchemas.has(name)) return isRecord(value) && Object.values(value).every(isRecord);
  if (name === 'type') {
    const named = Array.isArray(value) ? value : [value];
    return named.every((one) => typeof one === 'string' && types.has(one));
  }
  return true;
}

/** The first word of a schema that API Gateway does not take; undefined: all are fine. */
function unknownWords(value: Json | undefined, depth: number): string | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) return JSON.stringify(value).slice(0, 40);
  if (depth > maxDepth) return '…';
  for (const [name, inner] of Object.entries(value)) {
    if (name === '$schema' && depth === 0) continue;
    if (!keywords.has(name)) return name.slice(0, 40);
    if (!isValueOf(name, inner)) return `${name}: ${JSON.stringify(inner).slice(0, 40)}`;
    const below = schemas.has(name)
      ? [inner].flat()
      : mapsOfSchemas.has(name) && isRecord(inner)
        ? Object.values(inner)
        : [];
    for (const one of below) {
      const found = isRecord(one) ? unknownWords(one, depth + 1) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A mock answer: what API Gateway says by itself. */
export const mockIntegration = (statusCode: string, body: string, headers?: Expr): Expr =>
  create(
    cdk('aws-apigateway', 'MockIntegration'),
    object({
      requestTemplates: object({ 'application/json': lit(`{"statusCode": ${statusCode}}`) }),
      integrationResponses: array([
        object({
          statusCode: lit(statusCode),
          responseTemplates: object({ 'application/json': lit(body) }),
          responseParameters: headers,
        }),
      ]),
    }),
  );
