import type { ConnectionDefinition } from '../catalog/define.js';
import { serviceOf } from '../catalog/index.js';
import { lookup, nodeId, type ConnectionId, type Json, type NodeId, type Settings } from '../model/design.js';
import { checkField, isFieldVisible, type Fields } from '../model/fields.js';
import { translate, type Language, type Localized } from '../model/localized.js';
import { problem, type Problem } from '../model/problems.js';
import { checkCode } from './code-fields.js';
import type { ResolvedConnection } from './connections.js';
import { directWays } from './direct.js';
import { endOf } from './nodes.js';
import { checkResource, checkResourceArn } from './resource-checks.js';
import type { SystemConnection, SystemNode } from './system.js';
import { waysBetween } from './ways.js';

/** Where a check looks up other nodes. */
type Lookup = Pick<ReadonlyMap<NodeId, SystemNode>, 'get'>;

/** What is wrong with one node by itself: its type, how it is found, its fields. */
export function checkNode(node: SystemNode, nodes: Lookup): readonly Problem[] {
  const where = { node: node.id };
  const path = ['nodes', node.id] as const;
  if (serviceOf(node.node.service) === undefined)
    return [problem('unknown-service', { service: node.node.service }, { ...where, path: [...path, 'service'] })];
  const existing = node.node.existing;
  const missing =
    node.node.origin === 'existing' && (existing === undefined || existing.value.trim() === '')
      ? [problem('existing-reference-missing', { label: labelOf(node) }, { ...where, path })]
      : [];
  const isNoArn = node.node.origin === 'existing' && existing?.by === 'arn' && !arnPattern.test(existing.value);
  const own = [
    ...(isNoArn && missing.length === 0
      ? [problem('field-pattern', { field: arnWords.field, hint: arnWords.hint })]
      : []),
    ...(node.service.problems?.(node) ?? []),
  ].map((found) => ({
    ...found,
    ...where,
    facts: { what: labelOf(node), label: labelOf(node), ...found.facts },
    path: found.path ?? path,
  }));
  return [
    ...missing,
    ...checkFields(node.service.fields, node.node.props, node.props, labelOf(node), nodes).map((found) => ({
      ...found,
      ...where,
      path: [...path, ...(found.path ?? [])],
    })),
    ...own,
    ...(node.service.type === 'generic' ? checkResource(node, nodes) : []),
  ];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const arnPattern = /^arn:[^:\s]+:[^:\s]+:[^:\s]*:[^:\s]*:\S+$/;
const arnWords = {
  field: { en: 'ARN', ja: 'ARN' },
  hint: {
    en: 'an ARN such as arn:aws:sqs:ap-northeast-1:111122223333:orders',
    ja: 'arn:aws:sqs:ap-northeast-1:111122223333:orders のような ARN を指定してください。',
  },
} as const satisfies Record<string, Localized>;

/** A node's name in a sentence. */
export const labelOf = (node: SystemNode): string => (node.label.trim() === '' ? node.id : node.label);

function checkFields(
  fields: Fields,
  written: Readonly<Record<string, Json>>,
  props: Readonly<Record<string, unknown>>,
  what: string,
  nodes: Lookup,
): readonly Problem[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!isFieldVisible(field, props)) return [];
    const value = lookup(written, name);
    const at = { path: ['props', name] };
    const facts = { field: field.label, what };
    const found = checkField(field, value);
    if (found !== undefined) return [problem(found.code, { ...facts, ...found.facts }, at)];
    if (field.kind === 'node' && typeof value === 'string') {
      const target = nodes.get(nodeId(value));
      if (target === undefined) return [problem('dangling-node', { what, id: value }, at)];
      if (!field.services.includes(target.service.type)) {
        const names = field.services.flatMap((type) => serviceOf(type)?.label ?? []);
        return [
          problem(
            'field-wrong-type',
            {
              ...facts,
              expected: {
                en: `a node of type ${names.map((name) => translate(name, 'en')).join(' / ')}`,
                ja: names.map((name) => translate(name, 'ja')).join(' / '),
              },
            },
            at,
          ),
        ];
      }
    }
    if (field.kind === 'code' && typeof value === 'string') {
      const detail = checkCode(field.language, value);
      if (detail !== undefined) return [problem('code-invalid', { ...facts, detail }, at)];
    }
    return [];
  });
}

/** What is wrong with one drawn connection: its kind, its ends, its fields. */
export function checkConnection(resolved: ResolvedConnection, nodes: Lookup, settings: Settings): readonly Problem[] {
  const { connection, kind, emitted, from, to, source } = resolved;
  const where = { connection: connection.id as ConnectionId };
  const path = ['connections', connection.id];
  if (kind === undefined)
    return [problem('unknown-connection-kind', { kind: source.kind }, { ...where, path: [...path, 'kind'] })];
  // An unknown service is reported at its node; what could be connected to it is not known.
  if ([from, to].some(({ node }) => serviceOf(node.service) === undefined)) return [];
  if (emitted === undefined)
    return [problem('illegal-connection', { ...refusalOf(kind, from, to, settings) }, { ...where, path })];
  const what = `${labelOf(from)} → ${labelOf(to)}`;
  const own = (kind.problems?.(emitted) ?? []).map((found) => ({
    ...found,
    ...where,
    facts: { what, ...found.facts },
    path: found.path ?? path,
  }));
  const fields = fieldsThatApply(kind.fields, kind.optionsFor?.(emitted.from, emitted.to) ?? {});
  return [
    ...checkFields(fields, source.props, connection.props, what, nodes).map((found) => ({
      ...found,
      ...where,
      path: [...path, ...(found.path ?? [])],
    })),
    ...own,
  ];
}

/** Fields that mean something for the ends: one with an empty list of options does not. */
const fieldsThatApply = (fields: Fields, options: Readonly<Record<string, readonly string[]>>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => lookup(options, name)?.length !== 0));

/** Why two nodes are not connected by a kind, and what comes nearest. */
function refusalOf(
  kind: ConnectionDefinition,
  from: SystemNode,
  to: SystemNode,
  settings: Settings,
): { readonly reason: Localized; readonly nearest: Localized } {
  const { ways, refusal } = waysBetween(settings, from, to);
  const same = directWays(from, to).ways.find((way) => way.kind === kind.kind);
  if (same !== undefined) {
    const unset = same.prepared.from === undefined ? to : from;
    const fields = Object.keys(same.prepared.from ?? same.prepared.to ?? {}).flatMap(
      (name) => lookup(unset.service.fields, name)?.label ?? [],
    );
    const join = (language: Language): string => fields.map((label) => translate(label, language)).join(', ');
    return {
      reason: {
        en: `"${labelOf(unset)}" is not set up for this connection.`,
        ja: `「${labelOf(unset)}」に、この接続に必要な設定がありません。`,
      },
      nearest: {
        en: `set "${join('en')}" of "${labelOf(unset)}"`,
        ja: `「${labelOf(unset)}」の「${join('ja')}」を設定`,
      },
    };
  }
  const [best] = ways;
  const names = { from: labelOf(from), to: labelOf(to), kind: kind.label };
  const reason = refusal?.reason ?? {
    en: translate(wrongKind, 'en', names),
    ja: translate(wrongKind, 'ja', names),
  };
  return { reason, nearest: refusal?.nearest ?? best?.title ?? to.service.refusal };
}

const wrongKind: Localized = {
  en: '"{kind}" does not lead from "{from}" to "{to}".',
  ja: '「{kind}」では「{from}」から「{to}」に接続できません。',
};

/** What shows from the connections of a node: routes, nodes that nothing calls. */
export function checkNodeInPlace(
  node: SystemNode,
  incoming: readonly SystemConnection[],
  outgoing: readonly SystemConnection[],
): readonly Problem[] {
  const where = { node: node.id, path: ['nodes', node.id] };
  const label = labelOf(node);
  if (node.service.type === 'generic') return checkResourceArn(node, incoming);
  if (endOf(node, 'proxySource') !== undefined)
    return outgoing.length === 0
      ? [problem('route-without-target', { label }, where)]
      : [
          ...routesTwice(outgoing).map((route) => problem('route-twice', { label, route }, where)),
          ...(endOf(node, 'restApi') === undefined ? [] : parametersThatDiffer(outgoing)).map(({ first, second }) =>
            problem('route-parameters-differ', { label, first, second }, where),
          ),
        ];
  if (endOf(node, 'distribution') !== undefined)
    return twice(
      outgoing.flatMap(({ props: { pathPattern } }) => (typeof pathPattern === 'string' ? pathPattern : [])),
    ).map((route) => problem('route-twice', { label, route }, where));
  if (endOf(node, 'webSocketApi') !== undefined)
    return outgoing.length === 0
      ? [problem('route-without-target', { label }, where)]
      : twice(outgoing.flatMap(({ props: { routeKey } }) => (typeof routeKey === 'string' ? routeKey : []))).map(
          (route) => problem('route-twice', { label, route }, where),
        );
  return incoming.length === 0 && isCalledOnly(node) && !isFedFromOutside(node, outgoing)
    ? [problem('not-connected', { label }, where)]
    : [];
}

/** A node that does nothing by itself. What comes from outside the design (events, objects, other accounts) may be its caller. */
const isCalledOnly = (node: SystemNode): boolean =>
  node.node.origin === 'created' &&
  node.service.type !== 'generic' &&
  endOf(node, 'sdkTarget') !== undefined &&
  endOf(node, 'eventBus') === undefined &&
  endOf(node, 'customBus') === undefined &&
  endOf(node, 'entryPoint') === undefined &&
  endOf(node, 'notificationSource') === undefined;

/** A queue or a table that something reads may be filled by what the design does not show. */
const isFedFromOutside = (node: SystemNode, outgoing: readonly SystemConnection[]): boolean =>
  (node.service.roles.eventSource ?? node.service.roles.deliverySource ?? node.service.roles.eventPublisher) !==
    undefined && outgoing.some(({ origin }) => origin === 'drawn');

/** The texts that a list has more than once. */
export const twice = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text, index) => texts.indexOf(text) < index)),
];

/** Routes that two connections answer. The names of path parameters tell no routes apart. */
function routesTwice(outgoing: readonly SystemConnection[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { props, definition } of outgoing) {
    const { method, path } = props;
    if (definition === undefined || typeof method !== 'string' || typeof path !== 'string') continue;
    const key = `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
    if (seen.has(key)) twice.add(`${method} ${path}`);
    seen.add(key);
  }
  return [...twice];
}

/**
 * Routes that name a parameter differently where another has one: each place below a REST API has one parameter.
 * https://github.com/amazon-archives/aws-apigateway-importer/issues/202
 */
function parametersThatDiffer(
  outgoing: readonly SystemConnection[],
): readonly { readonly first: string; readonly second: string }[] {
  const found = new Map<string, { first: string; second: string }>();
  const parameters = new Map<string, { step: string; path: string }>();
  for (const { props, definition } of outgoing) {
    const { path } = props;
    if (definition === undefined || typeof path !== 'string') continue;
    let place = '';
    for (const step of path.split('/').slice(1)) {
      if (step.startsWith('{')) {
        const known = parameters.get(place);
        if (known === undefined) parameters.set(place, { step, path });
        else if (known.step !== step) found.set(place, { first: known.path, second: path });
      }
      place += `/${step}`;
    }
  }
  return [...found.values()];
}
