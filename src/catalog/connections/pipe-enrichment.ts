import type { NodeId } from '../../model/design.js';
import { field, resolveProps } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { object, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter, type RoleOf } from '../define.js';
import { hiddenHttpFields, httpFields, httpParameters, httpProblems } from './http-parameters.js';
import { given } from './shared.js';

const fields = {
  inputTemplate: field.code({
    label: { en: 'Input template', ja: '入力テンプレート' },
    help: {
      en: 'What it gets, with values picked by <$.path>. Empty: the records as they come.',
      ja: '渡す内容です。<$.パス> で値を選択します。空欄の場合、レコードをそのまま渡します。',
    },
    language: 'input-template',
    advanced: true,
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-input-transformation.html',
  }),
  ...httpFields,
} as const;

export const pipeEnrichment = defineConnection({
  kind: 'pipe-enrichment',
  label: { en: 'Enrichment', ja: 'エンリッチメント' },
  from: 'pipe',
  to: 'pipeEnrichment',
  fields,
  home: 'from',
  rank: 20,
  tradeOff: {
    en: 'Called for each batch; its answer goes on to the target.',
    ja: 'バッチごとに呼び出され、その応答がターゲットに渡されます。',
  },
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/pipes-enrichment.html',
  delivery: () => 'sync',
  refuse: (_from, to) => to.role.unready?.(to),
  optionsFor: (_from, to) => hiddenHttpFields(to.role.http),
  describe: (_from, to, { method, path }) =>
    to.role.http === 'route'
      ? { en: `enrichment, ${method} ${path}`, ja: `エンリッチメント、${method} ${path}` }
      : { en: 'enrichment', ja: 'エンリッチメント' },
  permissions: (from, to, props) =>
    to.role.permissions?.(to, props).map((permission) => ({ grantee: from.id, ...permission })) ?? [
      { grantee: from.id, actions: to.role.iam, resources: [{ node: to.id, attribute: 'arn' }] },
    ],
  problems: ({ to, props }) => httpProblems(to.role.http, props),
  emit: () => [],
});

/** `enrichment` and `enrichmentParameters` of the pipe that an enrichment belongs to. */
export function pipeEnrichmentOf(
  pipe: NodeId,
  { connection, other }: ConnectedEnd,
  role: RoleOf<'pipeEnrichment'>,
  emitter: Emitter,
): Readonly<Record<'enrichment' | 'enrichmentParameters', Expr | undefined>> {
  const props = resolveProps(fields, connection.props);
  const parameters = {
    httpParameters: role.http === undefined ? undefined : httpParameters(props),
    inputTemplate: given(props.inputTemplate)
      ? emitter.templateFile(`templates/pipes/${fileNameOf(pipe)}.enrichment.txt`, props.inputTemplate, {})
      : undefined,
  };
  return {
    enrichment: role.target?.(other, emitter, props) ?? emitter.attribute(other.id, 'arn'),
    enrichmentParameters: Object.values(parameters).some((value) => value !== undefined)
      ? object(parameters)
      : undefined,
  };
}
