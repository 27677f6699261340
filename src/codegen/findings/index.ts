import type { ServiceDefinition } from '../../catalog/define.js';
import { nodeId, type NodeId } from '../../model/design.js';
import { translate, type Language } from '../../model/localized.js';
import { byCodeUnit } from '../../model/names.js';
import type { System } from '../../system/system.js';
import type { Expr, Statement } from '../../ts-ast/ast.js';
import { walk, walkStatements } from '../../ts-ast/walk.js';
import { nodeKey, type Unit } from '../units.js';
import { explainDistribution, explainHttpApi, explainRestApi, explainWebSocketApi } from './apis.js';
import { explainBucket, explainDatabase, explainVpc } from './data.js';
import type { Explain, Explained, Reasons } from './finding.js';
import { explainFunction, reasonsOfFunctions, reasonsOfMappings } from './functions.js';
import { wildcardReason, wildcardsIn } from './policies.js';
import { reasonsOfCustomResources } from './custom-resources.js';
import { explainUserPool } from './people.js';
import { explainSlim } from './slim.js';
import { explainStateMachine, reasonsOfSchedules, reasonsOfTargets } from './workflows.js';
import { reasonsOfDeadLetterQueue, explainQueue } from './queues.js';

/** Id of a construct -> id of a finding -> why the design means it; under `/` what holds for the whole stack. */
export type AcceptedFindings = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const wholeStack = '/';

const explanations: Readonly<Record<string, Explain>> = {
  'aurora-cluster': explainDatabase,
  distribution: explainDistribution,
  'ecs-cluster': explainVpc,
  'fargate-task': () => ({
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ecs:<AWS::Region>:*:task/<…>/*]': {
      en: 'A task has no ARN before it runs.',
      ja: 'タスクの ARN は実行時に決まります。',
    },
  }),
  'http-api': explainHttpApi,
  'lambda-function': explainFunction,
  'msk-cluster': ({ incoming }) =>
    incoming.some(({ kind }) => kind === 'iot-action')
      ? {
          'AwsSolutions-EC23': {
            en: 'Only the addresses of the VPC are let in, which cdk-nag cannot read before the stack is deployed.',
            ja: '許可するのは VPC 内のアドレスだけですが、cdk-nag はデプロイ前にその値を検査できません。',
          },
        }
      : {},
  'rest-api': explainRestApi,
  's3-bucket': explainBucket,
  'sqs-queue': explainQueue,
  'state-machine': explainStateMachine,
  'user-pool': explainUserPool,
  vpc: explainVpc,
  'websocket-api': explainWebSocketApi,
};

/** What cdk-nag finds in the units of a stack although it is meant, with the reason that the design gives. */
export function acceptedFindings(units: readonly Unit[], system: System, language: Language): AcceptedFindings {
  const found = new Map<string, Map<string, string>>();
  const accept = (construct: string, id: string, reason: string): void => {
    const own = found.get(construct) ?? new Map<string, string>();
    const before = own.get(id);
    own.set(id, before === undefined || before.includes(reason) ? (before ?? reason) : `${before} ${reason}`);
    found.set(construct, own);
  };
  const acceptAll = (construct: string, reasons: Reasons): void => {
    for (const [id, reason] of Object.entries(reasons)) accept(construct, id, translate(reason, language));
  };

  const constructs = constructsOf(units);
  const serviceOf = (id: NodeId): ServiceDefinition | undefined => system.node(id)?.service;
  for (const unit of units) {
    const [subject = ''] = unit.subjects;
    const node = unit.key === nodeKey(subject) ? system.node(nodeId(subject)) : undefined;
    if (unit.key.startsWith('common:') && unit.key.endsWith('eadLetters'))
      for (const id of createdIn(unit.statements).slice(0, 1)) acceptAll(id, reasonsOfDeadLetterQueue);
    if (node !== undefined) {
      const ends = { incoming: system.incoming(node.id), outgoing: system.outgoing(node.id) };
      const explained = { node, ...ends, serviceOf };
      const reasons = { ...explainSlim(explained), ...explanations[node.service.type]?.(explained) };
      for (const id of createdIn(unit.statements)) acceptAll(id, reasons);
      if (node.service.type === 'lambda-function') acceptAll(wholeStack, reasonsOfFunctions);
      // A function of CDK turns events and notifications on.
      if (node.service.type === 's3-bucket' && tells(explained))
        for (const [construct, own] of reasonsOfCustomResources(notifying)) acceptAll(construct, own);
    }
    const made = classesIn(unit.statements);
    for (const [construct, reasons] of reasonsOfCustomResources(made)) acceptAll(construct, reasons);
    if (made.has('Schedule')) acceptAll(roleOfSchedules, reasonsOfSchedules);
    if (made.has('EventSourceMapping') || made.has('CfnEventSourceMapping'))
      for (const id of createdIn(unit.statements)) acceptAll(id, reasonsOfMappings);
    const from = unit.key.startsWith('connection:') ? system.connections.get(subject)?.from : undefined;
    const api = from === undefined ? undefined : system.node(from);
    if (api?.service.type === 'http-api')
      for (const id of createdIn(unit.statements))
        acceptAll(id, explainHttpApi({ node: api, incoming: [], outgoing: [], serviceOf }));
    if (unit.key.startsWith('connection:') && made.has('Rule') && lacksQueue(unit.statements))
      for (const id of createdIn(unit.statements)) acceptAll(id, reasonsOfTargets);
    for (const { construct, id, comment } of wildcardsIn(unit.statements, constructs))
      accept(construct, id, (comment ?? translate(wildcardReason(id), language)).replace(/\s+/g, ' ').trim());
  }
  return Object.fromEntries(
    [...found]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([construct, own]) => [construct, Object.fromEntries([...own].sort(([a], [b]) => byCodeUnit(a, b)))]),
  );
}

const notifying: ReadonlySet<string> = new Set(['LambdaDestination']);

const tells = ({ node, outgoing }: Explained): boolean => node.props['eventBridge'] === true || outgoing.length > 0;

/** The roles by which CDK lets schedules call their targets: one for each target, with a hash as its id. */
const roleOfSchedules = 'SchedulerRoleForTarget-*';

/** Whether a rule has a target without a dead-letter queue. */
const lacksQueue = (statements: readonly Statement[]): boolean => {
  let [targets, queues] = [0, 0];
  for (const expr of walkStatements(statements)) {
    if (expr.type === 'new' && expr.class.module === 'aws-events-targets') targets++;
    if (expr.type !== 'object') continue;
    const keys = expr.entries.map(([key]) => key);
    if (keys.includes('arn') && keys.includes('id')) targets++;
    if (keys.includes('deadLetterQueue') || keys.includes('deadLetterConfig')) queues++;
  }
  return queues < targets;
};

const classesIn = (statements: readonly Statement[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const expr of walkStatements(statements)) if (expr.type === 'new') names.add(expr.class.name);
  return names;
};

/** Variable -> id of the construct that it holds. */
function constructsOf(units: readonly Unit[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { statements } of units)
    for (const statement of statements) {
      if (statement.type !== 'const' && statement.type !== 'expose') continue;
      const id = idOf(statement.value);
      if (id !== undefined) ids.set(statement.name, id);
    }
  return ids;
}

function idOf(expr: Expr): string | undefined {
  if (expr.type !== 'new' && expr.type !== 'call') return undefined;
  const [scope, id] = expr.args;
  return scope?.type === 'ref' && scope.name === 'this' && id?.type === 'literal' ? String(id.value) : undefined;
}

/** Ids of the constructs that statements put into the stack itself, outermost first. */
const createdIn = (statements: readonly Statement[]): string[] =>
  statements.flatMap((statement) => {
    const expr =
      statement.type === 'do' ? statement.expression : statement.type === 'assign' ? statement.object : statement.value;
    return [...walk(expr)].flatMap((inner) =>
      inner.type === 'new' && inner.class.name !== 'LogGroup' ? (idOf(inner) ?? []) : [],
    );
  });
