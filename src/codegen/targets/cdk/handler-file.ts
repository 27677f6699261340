import type { NodeId } from '../../../model/design.js';
import { translate, type Language, type Localized } from '../../../model/localized.js';
import { byCodeUnit } from '../../../model/names.js';
import { permissionsOf } from '../../../system/permissions.js';
import type { System, SystemNode } from '../../../system/system.js';
import { policyStatements } from '../../permissions.js';
import { commentLines, stringLiteral } from '../../ts/text.js';
import { printWidth } from '../../ts/print.js';

const texts = {
  calledBy: { en: 'Called by:', ja: '呼び出し元:' },
  environment: { en: 'Environment variables:', ja: '環境変数:' },
  actions: { en: 'May call:', ja: '許可されている呼び出し:' },
  on: { en: '{actions} on {resources}', ja: '{resources} に対する {actions}' },
  yours: {
    en: 'This file is yours: an export writes it once and never touches it again.',
    ja: 'このファイルは自由に編集できます。エクスポートで作成されるのは初回だけで、以後は変更されません。',
  },
} as const satisfies Record<string, Localized>;

/** `handlers/<name>/index.ts`: a typed stub that says what it must do, and fails until it does. */
export function handlerFile(
  system: System,
  node: SystemNode,
  environment: readonly string[],
  sameStack: (other: NodeId) => boolean,
  language: Language,
): string {
  const say = (text: Localized, facts = {}): string => translate(text, language, facts);
  const labels = (ids: readonly NodeId[]): string =>
    [...new Set(ids.map((id) => system.node(id)?.label ?? id))].join(', ');
  const callers = [...system.incoming(node.id)]
    .filter((connection) => connection.origin !== 'reference')
    .sort((a, b) => byCodeUnit(a.id, b.id));
  const description = node.props['description'];
  const permitted = (policyStatements(permissionsOf(system)).get(node.id) ?? []).map(
    ({ actions, resources, reason }) =>
      resources.length === 0
        ? `${actions.join(', ')} (${reason === undefined ? '*' : say(reason)})`
        : say(texts.on, { actions: actions.join(', '), resources: labels(resources.map((resource) => resource.node)) }),
  );
  const section = (title: Localized, items: readonly string[]): string[] =>
    items.length === 0
      ? []
      : ['//', ...commentLines(say(title)), ...items.flatMap((item) => commentLines(`- ${item}`))];
  const comment = [
    ...commentLines(node.label),
    ...(typeof description === 'string' && description.trim() !== '' ? ['//', ...commentLines(description)] : []),
    ...section(
      texts.calledBy,
      callers.map(({ from, label }) => `${labels([from])} (${translate(label, language)})`),
    ),
    ...section(texts.environment, environment),
    ...section(texts.actions, permitted),
    '//',
    ...commentLines(say(texts.yours)),
  ];
  const failure = `throw new Error(${stringLiteral(`${node.id} is not written yet`)});`;
  return [...signature(system, node, sameStack, comment), `  ${failure}`, '};', ''].join('\n');
}

function signature(
  system: System,
  node: SystemNode,
  sameStack: (other: NodeId) => boolean,
  comment: readonly string[],
): string[] {
  const types = [
    ...new Set(
      system.incoming(node.id).flatMap(({ definition, from }) => {
        const source = system.node(from);
        const role = definition === undefined ? undefined : source?.service.roles[definition.from];
        const type =
          source === undefined || role === undefined
            ? undefined
            : definition?.handlerType?.({ ...source, role, service: source.service }, sameStack(from));
        return type === undefined ? [] : [type];
      }),
    ),
  ].sort(byCodeUnit);
  const names = [...new Set(types.map((type) => /^\w+/.exec(type)?.[0] ?? 'Handler'))];
  const imported = `import type { ${(names.length === 0 ? ['Handler'] : names).join(', ')} } from 'aws-lambda';`;
  const [only] = types;
  if (types.length <= 1) {
    return [imported, '', ...comment, `export const handler: ${only ?? 'Handler<unknown, unknown>'} = async () => {`];
  }
  const union = types.map((type) => `Parameters<${type}>[0]`).join(' | ');
  const head = `export const handler = async (event: ${union}): Promise<unknown> => {`;
  return [imported, '', ...comment, ...(head.length <= printWidth ? [] : ['// prettier-ignore']), head];
}
