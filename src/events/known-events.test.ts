import { expect, test } from 'vitest';
import { emptyDesign, nodeId, type Json } from '../model/design.js';
import { fieldsOf, loadKnownEvents, type Shape } from './known-events.js';
import { matchEvent } from './match.js';
import { ownEvents } from './own-events.js';
import { parsePattern } from './pattern.js';
import { sampleEvent, sampleOf } from './sample-event.js';

test('the events of AWS services are known with their fields', async () => {
  const events = await loadKnownEvents();
  const shape = events.get('aws.s3')?.get('Object Created') ?? 'j';
  expect(Object.keys(fieldsOf(shape))).toContain('bucket');
  expect([...events.values()].reduce((sum, types) => sum + types.size, 0)).toBeGreaterThan(350);
});

test('a sample of each known event matches a pattern for its source, type and first field', async () => {
  const presence = (shape: Shape): unknown => {
    const [first] = Object.entries(fieldsOf(shape));
    return first === undefined ||
      Object.keys(fieldsOf(first[1])).length > 0 ||
      !['s', 'n', 'b'].includes(first[1] as string)
      ? undefined
      : { [first[0]]: [{ exists: true }] };
  };
  let tried = 0;
  for (const [source, types] of await loadKnownEvents())
    for (const [type, shape] of types) {
      const detail = presence(shape);
      const parsed = parsePattern({
        source: [source],
        'detail-type': [type],
        ...(detail === undefined ? {} : { detail }),
      });
      if ('problems' in parsed) throw new Error(`${source} ${type}`);
      expect(matchEvent(parsed.pattern, sampleEvent(source, type, sampleOf(shape))), `${source} ${type}`).toEqual({
        matches: true,
      });
      if (detail !== undefined) tried++;
    }
  expect(tried).toBeGreaterThan(100);
});

test('the events that a design names: patterns, pipe targets and PutEvents of its definitions', () => {
  const connection = (props: Readonly<Record<string, Json>>) => ({
    kind: 'rule',
    from: nodeId('a'),
    to: nodeId('b'),
    props,
  });
  const design = {
    ...emptyDesign('d'),
    connections: {
      one: connection({ pattern: '{"source":["shop"],"detail-type":["order.created"]}' }),
      two: connection({ eventSource: 'stock', detailType: 'item.gone' }),
      three: connection({ pattern: '{"source":["aws.s3"]}' }),
    },
  };
  const definition: Json = {
    States: { Tell: { Arguments: { Entries: [{ Source: 'shop', DetailType: 'order.paid', Detail: '{% $x %}' }] } } },
  };
  const events = ownEvents(design, [definition]);
  expect([...events.keys()]).toEqual(['shop', 'stock']);
  expect([...(events.get('shop') ?? [])]).toEqual(['order.created', 'order.paid']);
});
