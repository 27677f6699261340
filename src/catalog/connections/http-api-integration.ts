import { lookup } from '../../model/design.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { problem } from '../../model/problems.js';
import { attributesOf } from '../attributes.js';
import { defineConnection, type End } from '../define.js';
import { hasOwnConstruct, httpRouteStatements } from './http-api-integration-call.js';
import { httpIntegrationFields as fields, subtypeOf, subtypes } from './http-api-fields.js';
import { given, messageGroupProblems } from './shared.js';

/** Subtypes that hand work over and do not wait for it. */
const handsOver: ReadonlySet<string> = new Set([
  'SQS-SendMessage',
  'EventBridge-PutEvents',
  'Kinesis-PutRecord',
  'StepFunctions-StartExecution',
]);
/** The method that a route has where none is given, if it is not POST. */
const methods: Readonly<Record<string, string>> = {
  'SQS-ReceiveMessage': 'GET',
  'SQS-DeleteMessage': 'DELETE',
  'SQS-PurgeQueue': 'DELETE',
  'AppConfig-GetConfiguration': 'GET',
};

/** The subtypes that fit: a synchronous execution is for Express workflows only. */
const subtypesFor = (to: End<'httpApiIntegration'>): readonly string[] =>
  Object.keys(to.role.subtypes).filter(
    (subtype) => subtype !== 'StepFunctions-StartSyncExecution' || to.props['type'] === 'EXPRESS',
  );

export const httpApiIntegration = defineConnection({
  kind: 'http-api-integration',
  label: { en: 'First-class integration', ja: 'ファーストクラス統合' },
  from: 'httpApi',
  to: 'httpApiIntegration',
  fields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'No function; parameters are picked from the request, nothing more.',
    ja: '関数は不要です。マッピングで行えるのは、リクエストからの値の選択だけです。',
  },
  source: subtypes,
  delivery: (_from, to, props) => (handsOver.has(subtypeOf(to, props.subtype)) ? 'async' : 'sync'),
  refuse: (_from, to) =>
    to.node.origin === 'existing' && to.service.hasDefinition === true
      ? {
          en: 'The integration needs a state machine of this design.',
          ja: 'この統合は、この設計で作成するステートマシンにのみ使用できます。',
        }
      : undefined,
  optionsFor: (_from, to) => ({
    subtype: subtypesFor(to),
    ...(to.service.roles.eventBus === undefined ? { eventSource: [], detailType: [] } : {}),
    ...(to.props['queueType'] === 'fifo' ? {} : { messageGroupId: [] }),
  }),
  initialProps: (_from, to) => {
    const subtype = to.props['type'] === 'EXPRESS' ? 'StepFunctions-StartSyncExecution' : to.role.defaultSubtype;
    return { method: lookup(methods, subtype) ?? 'POST', path: `/${to.id}`, subtype };
  },
  describe: (_from, _to, { method, path }) => sameInEveryLanguage(`${method} ${path}`),
  permissions: (from, to, props) => {
    const subtype = subtypeOf(to, props.subtype);
    const { iam = [], resources = [{ attribute: 'arn' }] } = lookup(to.role.subtypes, subtype) ?? {};
    const known = attributesOf(to.service, to);
    return [
      {
        grantee: from.id,
        actions: iam,
        resources: resources
          .filter(({ attribute }) => Object.hasOwn(known, attribute))
          .map((one) => ({ node: to.id, ...one })),
        ...(hasOwnConstruct(subtype) ? { byConstruct: true as const } : {}),
      },
    ];
  },
  problems: ({ from, to, props }) => {
    const options = subtypesFor(to);
    const expected = options.join(', ');
    return [
      ...(given(props.subtype) && !options.includes(props.subtype)
        ? [
            problem('field-wrong-type', {
              field: fields.subtype.label,
              expected: { en: `one of ${expected}`, ja: `${expected} のいずれか` },
            }),
          ]
        : []),
      ...(props.mapping === 'missing' ? [problem('mapping-missing', {})] : []),
      ...(subtypeOf(to, props.subtype) === 'SQS-SendMessage' ? messageGroupProblems(to, props.messageGroupId) : []),
      // Its route is made of parts that share no authorizer with the others.
      ...(!hasOwnConstruct(subtypeOf(to, props.subtype)) &&
      !['NONE', 'IAM', undefined].some((one) => one === from.props['authorization'])
        ? [
            problem('field-wrong-type', {
              field: { en: 'Authorization of the API', ja: 'API の認可' },
              expected: { en: 'none or IAM for this integration', ja: 'この統合では、なしまたは IAM' },
            }),
          ]
        : []),
    ];
  },
  emit: (connections, emitter) => connections.flatMap((connection) => httpRouteStatements(connection, emitter)),
});
