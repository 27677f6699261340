import { describe, expect, test } from 'vitest';
import { design } from '../../test/helpers/design-text.js';
import { reachablePairs } from '../../test/helpers/reachability.js';
import type { Design } from '../model/design.js';
import { languages, translate, type Localized } from '../model/localized.js';
import { parseDesign } from '../model/parse.js';
import { isError, type Problem } from '../model/problems.js';
import { serialiseDesign } from '../model/serialise.js';
import { problemsOf } from '../system/problems.js';
import { resolveSystem } from '../system/resolve.js';
import type { System } from '../system/system.js';
import type { Finding, RuleDefinition } from './define.js';
import { applyFinding } from './apply.js';
import { advise } from './engine.js';
import { rules } from './index.js';

const find = (system: System, rule: RuleDefinition): readonly Finding[] => advise(system, { rules: [rule] });
const errorsOf = (system: System): string[] =>
  problemsOf(system)
    .filter(isError)
    .map(({ code, node, connection }: Problem) => `${code} ${node ?? connection ?? ''}`);

/** Every way from what calls a function to what it calls. */
function waysThrough(system: System, { function: id }: Finding): string[] {
  if (id === undefined) return [];
  const callers = system.incoming(id).filter(({ origin }) => origin !== 'reference');
  const called = system.outgoing(id).filter(({ origin }) => origin !== 'reference');
  return callers.flatMap(({ from }) => called.map(({ to }) => `${from} ${to}`));
}

function expectSoundChange(before: Design, rule: RuleDefinition): void {
  const system = resolveSystem(before);
  const bytes = serialiseDesign(before);
  for (const finding of find(system, rule)) {
    const after = applyFinding(system, finding);
    expect(serialiseDesign(before)).toBe(bytes);
    if (!finding.applicable) {
      expect(after).toBe(before);
      continue;
    }
    const changed = resolveSystem(after);
    expect(find(changed, rule).map(({ id }) => id)).not.toContain(finding.id);
    expect(errorsOf(changed).filter((error) => !errorsOf(system).includes(error))).toEqual([]);
    const reached = reachablePairs(changed);
    expect(waysThrough(system, finding).filter((way) => !reached.has(way))).toEqual([]);
    const reread = parseDesign(serialiseDesign(after));
    expect(reread.problems).toEqual([]);
  }
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.examples.hits)('finds: %s', (text) => {
    expect(find(resolveSystem(design(text)), rule)).toHaveLength(1);
  });

  test.each(rule.examples.misses)('is silent on: %s', (text) => {
    expect(find(resolveSystem(design(text)), rule)).toEqual([]);
  });

  test.each(rule.examples.hits)('applied, the finding is gone and everything is still reached: %s', (text) => {
    expectSoundChange(design(text), rule);
  });

  test('fills every placeholder of its texts, in both languages', () => {
    for (const text of rule.examples.hits)
      for (const finding of find(resolveSystem(design(text)), rule)) {
        const texts: Localized[] = [
          ...[rule.title, rule.what, rule.why, rule.tradeOff],
          ...Object.values(finding.texts ?? {}),
          ...finding.evidence.map((evidence) => evidence.text),
          ...finding.limits.map((limit) => limit.text),
        ];
        for (const words of texts)
          for (const language of languages)
            expect(translate(words, language, finding.facts)).not.toMatch(/\{[a-zA-Z]+\}/);
      }
  });
});

test('only rules of direct integrations say replace or partly', () => {
  for (const rule of rules)
    for (const text of rule.examples.hits)
      for (const { verdict } of find(resolveSystem(design(text)), rule))
        if (verdict === 'replace' || verdict === 'partly') expect(rule.family).toBe('direct-integration');
});

test.each(rules.map((rule) => [rule.id, rule] as const))('%s: every change of a larger design is sound', (_, rule) => {
  const isEverApplicable = rule.examples.hits.some((text) =>
    find(resolveSystem(design(text)), rule).some(({ applicable }) => applicable),
  );
  const applicable = find(resolveSystem(design(larger)), rule).filter((finding) => finding.applicable);
  expect(applicable.length > 0).toBe(isEverApplicable);
  expectSoundChange(design(larger), rule);
});

/** Functions with two callers, two targets, other settings, and everything around them. */
const larger = `
  [Shop] rest-api Api -api-proxy(method: PUT, path: /orders/{id})-> lambda-function Put(work: transport, mapping: picks, deadLetterQueue: Failed) -> dynamodb-table Orders(stream: NEW_IMAGE)
  sqs-queue Failed
  http-api Web -> lambda-function Put
  dynamodb-table Orders -event-source-mapping(batchSize: 50, filterPattern: "{\\"eventName\\":[\\"INSERT\\"]}", maxConcurrency: 5)-> lambda-function Publish(work: transport, mapping: none) -> [] event-bus Events
  sqs-queue Returns -> lambda-function Publish
  [Shop] rest-api Api -> lambda-function Two(work: transport, mapping: none) -> sqs-queue Jobs
  lambda-function Two -> dynamodb-table Orders
  state-machine Fulfil -> lambda-function Save(work: transport, mapping: none) -> sqs-queue Jobs
  rest-api Api -> lambda-function Save
  state-machine Fulfil -> lambda-function Ship -> lambda-function Print
  lambda-function Ship -uses(invocation: async)-> lambda-function Print
  sqs-queue Fifo(queueType: fifo) -> lambda-function Relay(work: transport, mapping: none) -> sqs-queue "Fifo out"(queueType: fifo)
  sqs-queue Jobs -> lambda-function Into(work: transport, mapping: none) -> sqs-queue "Fifo out"
  [Billing] lambda-function Bill(work: transform)
  [Shop] lambda-function Ship -uses(invocation: async)-> lambda-function Bill
  lambda-function Print -uses(invocation: sync)-> lambda-function Bill
  [Shop] event-bus Events -> lambda-function Tell(work: transport, mapping: picks) -> sns-topic News
  [Shop] event-bus Events -> lambda-function Index(work: transport, mapping: picks) -> dynamodb-table Orders
  sns-topic News -> lambda-function Tell
  schedule Nightly -> lambda-function Sweep(work: transport, mapping: none) -> sqs-queue Jobs
  [Shop] sns-topic News -subscription(filterPolicy: {"kind": ["a"]})-> lambda-function Hand(work: transport, mapping: none) -> sqs-queue Jobs
  [Shop] s3-bucket Files -s3-notification(prefix: in/)-> lambda-function Load(work: transport, mapping: picks) -> sqs-queue Jobs
  appsync-api Graph -> lambda-function Read(work: transport, mapping: picks) -uses(actions: ["getItem"])-> dynamodb-table Orders
  iot-rule Readings -> lambda-function Values(work: transport, mapping: none) -> kinesis-stream Stream
  [Shop] rest-api Api -> lambda-function Both(work: transport, mapping: picks) -> dynamodb-table Orders
  lambda-function Both -> event-bus Events
  lambda-function Alone(work: transport, mapping: picks) -> dynamodb-table Orders
  [Shop] sns-topic News -> lambda-function Score(work: transform) -> sqs-queue Jobs
  log-group Logs -> lambda-function Copy(work: transport, mapping: none) -> kinesis-stream Stream
  [Shop] iot-rule Readings -> state-machine Quick -> dynamodb-table Orders
  [Shop] websocket-api Chat -websocket-route(routeKey: say)-> lambda-function Say(work: transport, mapping: picks) -> dynamodb-table Orders
`;
