import type { NodeId } from '../../../model/design.js';
import { translate, type Language, type Localized } from '../../../model/localized.js';
import { byCodeUnit } from '../../../model/names.js';
import { permissionsOf } from '../../../system/permissions.js';
import type { System, SystemNode } from '../../../system/system.js';
import { policyStatements } from '../../permissions.js';
import { plainLines } from '../../ts/text.js';
import { pythonHandler } from './handler-python.js';
import { typescriptHandler } from './handler-typescript.js';

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

/** What a handler file is written from. */
export interface HandlerInput {
  readonly id: NodeId;
  /** Types of @types/aws-lambda that its callers give it, in order. */
  readonly types: readonly string[];
  /** Whether it answers with the records of a batch that failed. */
  readonly partialBatch: boolean;
  /** Whether the records of a group come in order. */
  readonly ordered: boolean;
  /** What it must do, by whom it is called, what it may call: lines without the marks of a comment. */
  readonly comment: readonly string[];
}

/** The files of a function's code by path: a typed stub that says what it must do and fails until it does, and its test. */
export function handlerFiles(
  system: System,
  node: SystemNode,
  path: string,
  environment: readonly string[],
  sameStack: (other: NodeId) => boolean,
  language: Language,
): ReadonlyMap<string, string> {
  const connections = system.incoming(node.id);
  const mapping = connections.find(({ kind }) => kind === 'event-source-mapping');
  const input: HandlerInput = {
    id: node.id,
    types: typesOf(system, node, sameStack),
    partialBatch: mapping?.props['partialBatchResponse'] === true,
    ordered: mapping !== undefined && system.node(mapping.from)?.props['queueType'] === 'fifo',
    comment: commentOf(system, node, environment, language),
  };
  return path.endsWith('.py') ? pythonHandler(input, path) : typescriptHandler(input, path);
}

function commentOf(
  system: System,
  node: SystemNode,
  environment: readonly string[],
  language: Language,
): readonly string[] {
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
    items.length === 0 ? [] : ['', ...plainLines(say(title)), ...items.flatMap((item) => plainLines(`- ${item}`))];
  return [
    ...plainLines(node.label),
    ...(typeof description === 'string' && description.trim() !== '' ? ['', ...plainLines(description)] : []),
    ...section(
      texts.calledBy,
      callers.map(({ from, label }) => `${labels([from])} (${translate(label, language)})`),
    ),
    ...section(texts.environment, environment),
    ...section(texts.actions, permitted),
    '',
    ...plainLines(say(texts.yours)),
  ];
}

function typesOf(system: System, node: SystemNode, sameStack: (other: NodeId) => boolean): readonly string[] {
  const types = system.incoming(node.id).flatMap(({ definition, from }) => {
    const source = system.node(from);
    const role = definition === undefined ? undefined : source?.service.roles[definition.from];
    const type =
      source === undefined || role === undefined
        ? undefined
        : definition?.handlerType?.({ ...source, role, service: source.service }, sameStack(from));
    return type === undefined ? [] : [type];
  });
  return [...new Set(types)].sort(byCodeUnit);
}
