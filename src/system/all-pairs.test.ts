import { describe, expect, test } from 'vitest';
import '../catalog/further.js';
import { services } from '../catalog/index.js';
import { emptyDesign, nodeId, type DesignNode } from '../model/design.js';
import { languages, translate, type Localized } from '../model/localized.js';
import { addNode } from '../model/graph.js';
import { isError } from '../model/problems.js';
import { scaled } from '../../test/helpers/scale.js';
import { directWays } from './direct.js';
import { resolveNode } from './nodes.js';
import { problemsOf } from './problems.js';
import { resolveSystem } from './resolve.js';
import type { SystemNode } from './system.js';
import { applyWay, waysBetween } from './ways.js';

const { settings } = emptyDesign('Pairs');

function nodeOf(type: string, id: string, props: DesignNode['props'] = {}): SystemNode {
  const own = type === 'generic' ? { cfnType: 'AWS::SNS::Topic', ...props } : props;
  return resolveNode(settings, nodeId(id), { service: type, label: id, origin: 'created', props: own });
}

const types = services.map(({ type }) => type);
const from = new Map(types.map((type) => [type, nodeOf(type, 'one')]));
const to = new Map(types.map((type) => [type, nodeOf(type, 'two')]));

/** Every pair, with what is offered. */
const pairs = [...from].flatMap(([source, one]) =>
  [...to].map(([target, two]) => ({
    words: `${source} -> ${target}`,
    source: one,
    target: two,
    ...waysBetween(settings, one, two),
  })),
);

const isEmpty = (text: Localized): boolean =>
  languages.some((language) => {
    const words = translate(text, language);
    return words.trim() === '' || /[{}]/.test(words);
  });

/** What people put between two services that do not meet. */
const steps = [
  ['sqs-queue', {}],
  ['event-bus', {}],
  ['sns-topic', {}],
  ['pipe', {}],
  ['lambda-function', {}],
  ['state-machine', {}],
  ['state-machine', { type: 'EXPRESS' }],
] as const;
const between = steps.map(([type, props]) => nodeOf(type, 'between', props));

/** An alarm that watches a service gets nothing of what passes through it. */
const passesOn = (source: SystemNode, target: SystemNode): boolean =>
  directWays(source, target).ways.some(({ kind }) => kind !== 'alarm-metric');

/** Problems of what is not drawn yet, rather than of what is. */
const unfinished = new Set(['field-required', 'mapping-missing', 'pipe-incomplete']);

describe('of all pairs of services', () => {
  test('each is legal, or is refused with a reason and a way round in both languages', () => {
    const silent = pairs.filter(
      ({ ways, refusal }) =>
        !ways.some(({ kind }) => kind === 'direct') &&
        (refusal === undefined || isEmpty(refusal.reason) || isEmpty(refusal.nearest)),
    );
    expect(silent.map(({ words }) => words)).toEqual([]);
  });

  test('no reason and no way round is a shrug', () => {
    const vague = pairs.filter(({ refusal }) => refusal !== undefined && /^none|なし$/.test(words(refusal.nearest)));
    expect(vague.map(({ words: pair }) => pair)).toEqual([]);
  });

  test('a pair that does not meet is offered the path over one service where there is one', () => {
    const lost = pairs.flatMap(({ words: pair, source, target, ways }) => {
      if (ways.length > 0) return [];
      const over = between.filter(
        (step) =>
          step.service.type !== source.service.type &&
          step.service.type !== target.service.type &&
          passesOn(source, step) &&
          passesOn(step, target),
      );
      return over.map((step) => `${pair} over ${step.service.type}`);
    });
    expect(lost).toEqual([]);
  });

  test('what is offered through a service names it, and is no more than one can choose from', () => {
    for (const { words: pair, ways } of pairs) {
      expect(new Set(ways.map(({ id }) => id)).size, pair).toBe(ways.length);
      expect(ways.length, pair).toBeLessThanOrEqual(9);
    }
  });

  test('what is offered gives a design without errors', () => {
    const offered = pairs.flatMap(({ source, target, ways }) =>
      ways.filter(({ kind }) => kind === 'through').map((way) => ({ source, target, way })),
    );
    const stride = Math.max(1, Math.floor(offered.length / scaled(300)));
    const wrong = offered
      .filter((_, index) => index % stride === 0)
      .flatMap(({ source, target, way }) => {
        const apart = addNode(addNode(emptyDesign('Pair'), source.node).design, target.node).design;
        const [first, second] = Object.keys(apart.nodes).map(nodeId);
        if (first === undefined || second === undefined) return [];
        const applied = applyWay(apart, first, second, way);
        const errors = problemsOf(resolveSystem(applied.design)).filter(
          (one) => isError(one) && !unfinished.has(one.code),
        );
        return applied.connection === undefined || errors.length > 0
          ? [`${source.service.type} ${way.id} ${target.service.type}: ${errors.map(({ code }) => code).join(', ')}`]
          : [];
      });
    expect(offered.length).toBeGreaterThan(2000);
    expect(wrong).toEqual([]);
  });
});

function words(text: Localized): string {
  return languages.map((language) => translate(text, language)).join(' / ');
}

describe('people are told', () => {
  const told = (source: string, target: string) => {
    const found = pairs.find((pair) => pair.words === `${source} -> ${target}`);
    return {
      reason: found?.refusal === undefined ? '' : translate(found.refusal.reason, 'en'),
      nearest: found?.refusal === undefined ? '' : translate(found.refusal.nearest, 'en'),
      ways: found?.ways.map(({ id }) => id) ?? [],
    };
  };

  test('that a mailbox is written to through a topic', () => {
    expect(told('schedule', 'email-address')).toEqual({
      reason: 'There is no direct integration of "EventBridge schedule" with "E-mail address".',
      nearest: 'Through an SNS topic',
      ways: ['through:sns-topic'],
    });
  });

  test('that people come in through an API', () => {
    expect(told('person', 'lambda-function').ways).toContain('through:http-api');
    expect(told('person', 'dynamodb-table').ways).toEqual(['through:rest-api']);
  });

  test('that what only answers is called, with whatever it is to meet, by a state machine', () => {
    expect(told('translate', 'sqs-queue')).toMatchObject({
      reason: '"Translate" only answers; it calls nothing itself.',
      nearest: 'a state machine that calls both',
    });
  });

  test('that a network is named in fields, and that a schedule begins a flow', () => {
    expect(told('sqs-queue', 'vpc').nearest).toBe('name "VPC" in the fields of what uses it');
    expect(told('secret', 'iot-rule').nearest).toMatch(/^begin with it; it leads to: /);
  });
});
