import { field, type Fields, type PropsOf } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import { array, lit, object, template, type Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView, PermissionResource } from '../define.js';
import { methodField, pathField } from './shared.js';

/** How a pipe calls an API: https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetHttpParameters.html */
const source = 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetHttpParameters.html';

export const httpFields = {
  method: methodField('POST'),
  path: pathField,
  pathValues: field.list({
    label: { en: 'Values of the path parameters', ja: 'パスパラメータの値' },
    help: {
      en: 'One for each {name} or *, in order. $.path takes it from the data.',
      ja: '{name} または * ごとに順に指定します。$.path の形式で、データから取得できます。',
    },
    source,
  }),
  headers: field.map({
    label: { en: 'Headers', ja: 'ヘッダー' },
    keyLabel: { en: 'Header', ja: 'ヘッダー' },
    valueLabel: { en: 'Value', ja: '値' },
    advanced: true,
    source,
  }),
  query: field.map({
    label: { en: 'Query string', ja: 'クエリ文字列' },
    keyLabel: { en: 'Name', ja: '名前' },
    valueLabel: { en: 'Value', ja: '値' },
    advanced: true,
    source,
  }),
} as const;

type HttpProps = PropsOf<typeof httpFields>;

/** Fields that mean nothing for an end that is not called over HTTP, or whose address is its own. */
export const hiddenHttpFields = (http: 'call' | 'route' | undefined): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (http === undefined ? Object.keys(httpFields) : http === 'call' ? ['method', 'path'] : []).map((name) => [
      name,
      [],
    ]),
  );

/** `httpParameters` of a pipe; undefined: nothing is said. */
export function httpParameters({ pathValues, headers, query }: HttpProps): Expr | undefined {
  const texts = (map: Readonly<Record<string, string>>): Expr | undefined =>
    Object.keys(map).length === 0
      ? undefined
      : { type: 'object', entries: Object.entries(map).map(([key, value]) => [key, lit(value)]) };
  const made = {
    pathParameterValues: pathValues.length === 0 ? undefined : array(pathValues.map(lit)),
    headerParameters: texts(headers),
    queryStringParameters: texts(query),
  };
  return Object.values(made).some((value) => value !== undefined) ? object(made) : undefined;
}

/** A route without a value for each of its parameters leads nowhere. */
export function httpProblems(http: 'call' | 'route' | undefined, { path, pathValues }: HttpProps): readonly Problem[] {
  const parameters = http === 'route' ? (path.match(/\{[^}]*\}/g)?.length ?? 0) : pathValues.length;
  return parameters === pathValues.length
    ? []
    : [
        problem('field-pattern', {
          field: httpFields.pathValues.label,
          hint: {
            en: `one value for each parameter of the path, ${String(parameters)} in all`,
            ja: `パスのパラメータごとに 1 つ、合計 ${String(parameters)} 個の値を指定してください。`,
          },
        }),
      ];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What follows the ARN of a REST API for one of its methods: stage, method, path. */
function routeOf({ props }: NodeView, { method, path }: PropsOf<Fields>): string {
  const place = text(path).replace(/\{[^}]*\}/g, '*');
  return `/${text(props['stageName'])}/${text(method) === 'ANY' ? '*' : text(method)}${place}`;
}

/** The method of a REST API that a pipe calls. */
export const routeResource = (api: NodeView, props: PropsOf<Fields>): PermissionResource => ({
  node: api.id,
  attribute: 'executeArn',
  suffix: routeOf(api, props),
});

export const routeArn = (api: NodeView, emitter: Emitter, props: PropsOf<Fields>): Expr =>
  template(emitter.attribute(api.id, 'executeArn'), routeOf(api, props));
