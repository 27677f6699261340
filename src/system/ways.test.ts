import { describe, expect, test } from 'vitest';
import { design, idOf } from '../../test/helpers/design-text.js';
import { updateNode } from '../model/graph.js';
import { isError } from '../model/problems.js';
import { problemsOf } from './problems.js';
import { resolveSystem } from './resolve.js';
import { addTaskFor, removeTask } from './tasks.js';
import { applyWay, legalEnds, waysToConnect } from './ways.js';

const waysOf = (text: string, from: string, to: string) => {
  const made = design(text);
  return waysToConnect(resolveSystem(made), idOf(made, from), idOf(made, to));
};
const idsOf = (text: string, from: string, to: string): string[] => waysOf(text, from, to).ways.map(({ id }) => id);

describe('ways to connect', () => {
  test('an HTTP API reaches a table through a workflow or a function, and says why not itself', () => {
    const { ways, refusal } = waysOf('http-api A; dynamodb-table T', 'A', 'T');
    expect(ways.map(({ id }) => id)).toEqual(['through:express-workflow', 'through:lambda-function']);
    expect(refusal?.reason.en).toBe('There is no direct integration of "HTTP API" with "DynamoDB table".');
    expect(refusal?.nearest.en).toBe('Through an Express workflow');
  });

  test('a REST API reaches a table directly first', () => {
    expect(idsOf('rest-api A; dynamodb-table T', 'A', 'T')).toEqual([
      'direct:api-integration',
      'through:express-workflow',
      'through:lambda-function',
    ]);
  });

  test('a table without a stream can be read all the same: drawing turns the stream on', () => {
    expect(idsOf('dynamodb-table T; event-bus B', 'T', 'B')).toEqual(['through:pipe', 'through:lambda-function']);
    expect(idsOf('dynamodb-table T; lambda-function F', 'T', 'F')[0]).toBe('direct:event-source-mapping');
  });

  test('what only answers is told so, with the way round', () => {
    expect(waysOf('comprehend M; lambda-function F', 'M', 'F')).toMatchObject({
      ways: [],
      refusal: { nearest: { en: 'the other way round, Uses (AWS SDK)' } },
    });
  });

  test('S3 is refused a FIFO topic for that reason', () => {
    const { refusal } = waysOf('s3-bucket B; sns-topic Q(topicType: fifo)', 'B', 'Q');
    expect(refusal?.reason.en).toContain('FIFO');
  });

  test('no Task is added to or taken from a definition that is being written: the draft would undo it', () => {
    const made = design('state-machine M -> sqs-queue Q; dynamodb-table Other');
    const machine = idOf(made, 'M');
    const drafted = updateNode(made, machine, (node) =>
      node.definition === undefined ? node : { ...node, definition: { ...node.definition, draft: '{' } },
    );
    const { ways, refusal } = waysToConnect(resolveSystem(drafted), machine, idOf(made, 'Other'));
    expect(ways.filter(({ kind }) => kind === 'direct')).toEqual([]);
    expect(refusal?.reason.en).toContain('not valid yet');
    expect(addTaskFor(drafted, machine, idOf(made, 'Other'))).toBe(drafted);
    expect(removeTask(drafted, machine, idOf(made, 'Q'))).toBe(drafted);
  });

  test('every way that is offered gives a design without errors', () => {
    const made = design(
      'rest-api R; http-api H; event-bus B; state-machine M; sqs-queue Q; lambda-function F; dynamodb-table T; s3-bucket S; bedrock-model L; transcribe X',
    );
    const system = resolveSystem(made);
    let count = 0;
    for (const from of system.nodes.keys())
      for (const to of system.nodes.keys())
        for (const way of waysToConnect(system, from, to).ways) {
          const applied = applyWay(made, from, to, way);
          expect(applied.connection, `${from} ${way.id} ${to}`).toBeDefined();
          const after = resolveSystem(applied.design);
          expect(after.connections.has(applied.connection ?? ''), `${from} ${way.id} ${to}`).toBe(true);
          expect(problemsOf(after).filter(isError), `${from} ${way.id} ${to}`).toEqual([]);
          count++;
        }
    expect(count).toBeGreaterThan(40);
  });

  test('while drawing, every other node is legal or has a reason', () => {
    const made = design('http-api H; event-bus B; dynamodb-table T; person P');
    const ends = legalEnds(resolveSystem(made), idOf(made, 'H'));
    expect(ends.get(idOf(made, 'B'))).toEqual({ ways: 1, direct: true });
    expect(ends.get(idOf(made, 'T'))).toEqual({ ways: 2, direct: false });
    expect(ends.get(idOf(made, 'P'))).toHaveProperty('refusal');
  });
});
