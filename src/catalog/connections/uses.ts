import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { environmentVariableOf } from '../../model/names.js';
import { problem } from '../../model/problems.js';
import { call, lit } from '../../ts-ast/ast.js';
import { lookup } from '../../model/design.js';
import { attributesOf } from '../attributes.js';
import { defineConnection, type RoleOf, type SdkAction } from '../define.js';
import { permissionsForActions } from '../permissions.js';

/** Actions that code can call: what is an integration of Step Functions and asks IAM for nothing is none of them. */
const ofCode = ({ actions }: RoleOf<'sdkTarget'>): readonly string[] =>
  Object.entries(actions).flatMap(([name, { iam, integrationOnly }]) =>
    integrationOnly === true && iam.length === 0 ? [] : [name],
  );

function firstOf(role: RoleOf<'sdkTarget'>): string | undefined {
  const names = ofCode(role);
  return names.find((name) => name === role.defaultAction) ?? names[0];
}

export const uses = defineConnection({
  kind: 'uses',
  label: { en: 'Uses (AWS SDK)', ja: '使用 (AWS SDK)' },
  from: 'sdkCaller',
  to: 'sdkTarget',
  fields: {
    actions: field.list({
      label: { en: 'Actions', ja: 'アクション' },
      help: {
        en: 'What the code calls: an action such as putItem, or an IAM action such as dynamodb:PutItem.',
        ja: 'コードが呼び出すアクションです。putItem などのアクション名か、dynamodb:PutItem などの IAM アクションを指定します。',
      },
    }),
    invocation: field.choice({
      label: { en: 'Invocation', ja: '呼び出し' },
      options: {
        sync: { en: 'Synchronous: waits for the answer', ja: '同期: 応答を待つ' },
        async: { en: 'Asynchronous: does not wait', ja: '非同期: 応答を待たない' },
      },
      default: 'sync',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-invocation.html',
    }),
  },
  home: 'from',
  rank: 50,
  together: true,
  tradeOff: {
    en: 'The function calls it with the AWS SDK: every call, retry and error is code of yours.',
    ja: '関数が AWS SDK で呼び出します。呼び出し、再試行、エラー処理はすべて自分で書くコードになります。',
  },
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html',
  delivery: (_from, to, props) => {
    if (hasInvocation(to.role)) return props.invocation;
    const actions = sdkActionsOf(to.role, props.actions);
    return actions.length > 0 && actions.every(({ async }) => async === true) ? 'async' : 'sync';
  },
  refuse: (_from, to) =>
    to.role.service === 'http'
      ? {
          en: 'Code calls an HTTPS API itself, without an API destination.',
          ja: 'コードからは、API の送信先を使わずに HTTPS API を直接呼び出します。',
        }
      : undefined,
  optionsFor: (_from, to) => ({
    actions: ofCode(to.role),
    ...(hasInvocation(to.role) ? {} : { invocation: [] }),
  }),
  initialProps: (_from, to) => ({
    actions: to.role.defaultAction === undefined ? [] : [firstOf(to.role)].filter((name) => name !== undefined),
    ...(hasInvocation(to.role) ? { invocation: to.role.service === 'lambda' ? 'sync' : 'async' } : {}),
  }),
  describe: (_from, to, props) => {
    const actions = usedActions(to.role, props.actions);
    const words = actions
      .map((action) => action.replace(/^.*:/, ''))
      .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
    return words.length === 0
      ? { en: 'uses', ja: '使用' }
      : words.length <= 2
        ? sameInEveryLanguage(words.join(', '))
        : {
            en: `${words[0] ?? ''} and ${String(words.length - 1)} more`,
            ja: `${words[0] ?? ''} ほか ${String(words.length - 1)} 件`,
          };
  },
  permissions: (from, to, props) => permissionsForActions(from.id, to, usedActions(to.role, props.actions)),
  problems: ({ to, props }) => {
    const unknown = props.actions.filter((name) => !name.includes(':') && lookup(to.role.actions, name) === undefined);
    if (unknown.length > 0)
      return [
        problem('field-pattern', {
          field: { en: 'Actions', ja: 'アクション' },
          hint: { en: `not an action: ${unknown.join(', ')}`, ja: `アクションではありません: ${unknown.join(', ')}` },
        }),
      ];
    return usedActions(to.role, props.actions).length === 0
      ? [problem('field-required', { field: { en: 'Actions', ja: 'アクション' } })]
      : [];
  },
  emit: (connections, emitter) => {
    const [first] = connections;
    if (first === undefined || first.from.node.origin === 'existing') return [];
    const { from, to } = first;
    const attributes = new Set(
      connections
        .flatMap(({ props }) => usedActions(to.role, props.actions))
        .flatMap((name) => {
          const action = lookup(to.role.actions, name);
          const attribute = action?.resource?.attribute;
          return [...(attribute === undefined ? [] : [attribute]), ...(action?.environment ?? [])];
        }),
    );
    // Whatever the resource is, code has to know which one it is.
    if (to.role.service === '') attributes.add('ref');
    const known = attributesOf(to.service, to);
    // Some are there only while a prop is set: the role of completion messages.
    return [...attributes]
      .filter((attribute) => Object.hasOwn(known, attribute))
      .map((attribute) => ({
        type: 'do' as const,
        expression: call(
          emitter.construct(from.id),
          'addEnvironment',
          lit(environmentVariableOf(to.id, attribute)),
          emitter.attribute(to.id, attribute),
        ),
      }));
  },
});

const hasInvocation = (role: RoleOf<'sdkTarget'>): boolean => role.service === 'lambda' || role.service === 'sfn';

/** The actions of a "uses" connection: those it lists, else the service's usual one. IAM actions have a colon. */
export function usedActions(role: RoleOf<'sdkTarget'>, listed: readonly string[]): readonly string[] {
  if (listed.length > 0) return listed;
  return role.defaultAction === undefined ? [] : [role.defaultAction];
}

const sdkActionsOf = (role: RoleOf<'sdkTarget'>, listed: readonly string[]): readonly SdkAction[] =>
  usedActions(role, listed).flatMap((name) => lookup(role.actions, name) ?? []);
