import { connectionId, lookup, type NodeId } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import { problem, type Problem, type ProblemCode } from '../model/problems.js';
import { labelOf, twice } from './checks.js';
import type { System } from './system.js';

/** Rules of several targets: one rule has one pattern. */
function checkRules(system: System): readonly Problem[] {
  const patterns = new Map<string, unknown>();
  return [...system.connections.values()].flatMap((connection) => {
    const resource = lookup(system.design.connections, connection.id)?.resource;
    if (connection.kind !== 'rule' || resource === undefined) return [];
    const key = `${connection.from} ${resource}`;
    const pattern = connection.props['pattern'];
    if (!patterns.has(key)) patterns.set(key, pattern);
    return patterns.get(key) === pattern
      ? []
      : [
          problem(
            'rule-patterns-differ',
            { resource },
            { connection: connectionId(connection.id), path: ['connections', connection.id] },
          ),
        ];
  });
}

/** What two nodes have between them once. AWS answers the second with a conflict, and so does the CDK. */
const onceBetween: ReadonlyMap<string, ProblemCode> = new Map([
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
  ['event-source-mapping', 'mapping-twice'],
  // https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
  ['subscription', 'pair-connected-twice'],
  // https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html
  ['web-acl-association', 'pair-connected-twice'],
]);

function checkPairs(system: System): readonly Problem[] {
  const pairs = new Set<string>();
  return [...system.connections.values()].flatMap(({ id, kind, from, to, definition }) => {
    const code = onceBetween.get(kind);
    if (code === undefined) return [];
    const pair = `${kind} ${from} ${to}`;
    if (!pairs.has(pair)) {
      pairs.add(pair);
      return [];
    }
    const name = (end: NodeId): string => {
      const node = system.node(end);
      return node === undefined ? end : labelOf(node);
    };
    return [
      problem(
        code,
        { from: name(from), to: name(to), kind: definition?.label ?? kind },
        { connection: connectionId(id), path: ['connections', id] },
      ),
    ];
  });
}

/** Names that one node can have, as people give them; what one node can do. */
const ownNames: readonly (readonly [type: string, prop: string, code: ProblemCode])[] = [
  // A partner event source has one bus: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html
  ['partner-events', 'eventSource', 'partner-source-twice'],
  // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateEmailIdentity.html
  ['ses-identity', 'identity', 'identity-twice'],
  // https://docs.aws.amazon.com/ses/latest/APIReference/API_SetActiveReceiptRuleSet.html
  ['ses-receipt-rule-set', 'dropSpam', 'spam-dropped-twice'],
];

function checkNames({ nodes }: System): readonly Problem[] {
  return ownNames.flatMap(([type, prop, code]) => {
    const named = [...nodes.values()].filter(({ node, service }) => service.type === type && node.origin === 'created');
    const taken = twice(
      named.flatMap(({ props: { [prop]: name } }) => (typeof name === 'string' ? name : name === true ? 'true' : [])),
    );
    return taken.flatMap((name) =>
      named
        .filter(({ props }) => props[prop] === name || (name === 'true' && props[prop] === true))
        .slice(1)
        .map((one) => problem(code, { label: labelOf(one) }, { node: one.id, path: ['nodes', one.id] })),
    );
  });
}

const queueWords = {
  standard: { en: 'standard', ja: '標準' },
  fifo: { en: 'FIFO', ja: 'FIFO' },
} as const satisfies Record<string, Localized>;

/**
 * A FIFO queue needs a FIFO queue, everything else a standard one:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
function checkDeadLetterQueues(system: System): readonly Problem[] {
  return [...system.connections.values()].flatMap(({ id, origin, from, to }) => {
    const [source, queue] = [system.node(from), system.node(to)];
    if (origin !== 'reference' || !id.endsWith(':deadLetterQueue') || source === undefined || queue === undefined)
      return [];
    const owner = id.slice(0, id.lastIndexOf(':'));
    const drawn = lookup(system.design.connections, owner);
    const isForFifo =
      drawn === undefined && source.service.type === queue.service.type && source.props['queueType'] === 'fifo';
    if ((queue.props['queueType'] === 'fifo') === isForFifo) return [];
    const facts = {
      queue: labelOf(queue),
      what: labelOf(source),
      type: isForFifo ? queueWords.fifo : queueWords.standard,
    };
    const at = ['props', 'deadLetterQueue'];
    return [
      problem(
        'dead-letter-queue-type',
        facts,
        drawn === undefined
          ? { node: source.id, path: ['nodes', source.id, ...at] }
          : { connection: connectionId(owner), path: ['connections', owner, ...at] },
      ),
    ];
  });
}

/** What only shows in the whole: rules of several targets, what a pair has twice, names given twice, queues of the wrong type. */
export const checkWhole = (system: System): readonly Problem[] => [
  ...checkRules(system),
  ...checkPairs(system),
  ...checkDeadLetterQueues(system),
  ...checkNames(system),
];
