import { describe, expect, test } from 'vitest';
import { parseDefinition, type JsonObject } from '../asl/definition.js';
import { isAslError } from '../asl/problems.js';
import { validateDefinition } from '../asl/validate.js';
import type { Definition, Design } from '../model/design.js';
import { design, idOf } from '../../test/helpers/design-text.js';
import { updateNode } from '../model/graph.js';
import { resolveSystem } from '../system/resolve.js';
import { applyFinding } from './apply.js';
import { advise } from './engine.js';

/** The state after the advice, in a machine whose only Task it is; the text around it must be the same. */
function rewritten(
  state: object,
  mapping: string,
  target: string,
  language?: string,
  action?: string,
  later: object = { Type: 'Pass', End: true },
): JsonObject {
  const uses = action === undefined ? '->' : `-uses(actions: ["${action}"])->`;
  const made = design(`lambda-function Fn(work: transport, mapping: ${mapping}) ${uses} ${target}; state-machine Flow`);
  const text = JSON.stringify(
    {
      ...(language === undefined ? {} : { QueryLanguage: language }),
      StartAt: 'Call',
      States: { Call: { Type: 'Task', ...state }, Later: later },
    },
    null,
    2,
  );
  const definition: Definition = {
    format: 'json',
    text,
    substitutions: { FnArn: { node: idOf(made, 'Fn'), attribute: 'arn' } },
  };
  const machine: Design = updateNode(made, idOf(made, 'Flow'), (node) => ({ ...node, definition }));
  const system = resolveSystem(machine);
  const [finding] = advise(system).filter(({ rule }) => rule.id === 'task-calls-transport-lambda');
  if (finding === undefined) throw new Error('nothing found');
  const after = applyFinding(system, finding).nodes[idOf(made, 'Flow')]?.definition;
  const { tree } = parseDefinition(after?.text ?? '', 'json');
  if (tree === undefined) throw new Error('the text cannot be read');
  expect(validateDefinition(tree).filter(isAslError)).toEqual([]);
  expect(Object.keys(after?.substitutions ?? {})).not.toContain('FnArn');
  return tree.states.get('Call')?.fields ?? {};
}

const invoke = 'arn:aws:states:::lambda:invoke';

describe('a call whose data is passed on unchanged', () => {
  test('stays JSONPath, and later states find the answer where it was', () => {
    const state = {
      Resource: invoke,
      Parameters: { FunctionName: '${FnArn}', 'Payload.$': '$.order' },
      ResultSelector: { 'id.$': '$.Payload.MessageId' },
      ResultPath: '$.sent',
      Next: 'Later',
    };
    expect(rewritten(state, 'none', 'sqs-queue Jobs')).toEqual({
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: '${JobsUrl}', 'MessageBody.$': '$.order' },
      ResultSelector: { 'id.$': '$.MessageId' },
      ResultPath: '$.sent',
      Next: 'Later',
    });
  });

  test('takes the whole input of a function that is called by its ARN', () => {
    expect(rewritten({ Resource: '${FnArn}', Next: 'Later' }, 'none', 'sqs-queue Jobs')).toEqual({
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: '${JobsUrl}', 'MessageBody.$': '$' },
      Next: 'Later',
    });
  });

  test('keeps waiting for a callback', () => {
    const state = {
      Resource: `${invoke}.waitForTaskToken`,
      Arguments: { FunctionName: '${FnArn}', Payload: { token: '{% $states.context.Task.Token %}' } },
      Next: 'Later',
    };
    expect(rewritten(state, 'none', 'sqs-queue Jobs', 'JSONata')).toMatchObject({
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { QueueUrl: '${JobsUrl}', MessageBody: { token: '{% $states.context.Task.Token %}' } },
    });
  });
});

describe('a call whose data is not known', () => {
  test('is a gap in JSONata, with what stood around it carried over', () => {
    const state = {
      Resource: invoke,
      InputPath: '$.order',
      Parameters: { FunctionName: '${FnArn}', 'Payload.$': '$' },
      ResultPath: '$.saved',
      TimeoutSecondsPath: '$.timeout',
      Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Later' }],
      Next: 'Later',
    };
    expect(rewritten(state, 'picks', 'dynamodb-table Orders')).toEqual({
      Type: 'Task',
      QueryLanguage: 'JSONata',
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Arguments: { TableName: '${OrdersName}', Item: "{% $error('Mapping missing: Item') %}" },
      Output: "{% $merge([$states.input, {'saved': {'Payload': $states.result}}]) %}",
      TimeoutSeconds: '{% $states.input.timeout %}',
      Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 }],
      Catch: [
        {
          ErrorEquals: ['States.ALL'],
          Next: 'Later',
          Output: "{% $merge([$states.input, {'error': $states.errorOutput}]) %}",
        },
      ],
      Next: 'Later',
    });
  });

  test('leaves what the function returned open too', () => {
    const state = {
      Resource: invoke,
      Arguments: { FunctionName: '${FnArn}', Payload: '{% $states.input %}' },
      Output: { titles: '{% $states.result.Payload.titles %}', from: '{% $states.input.name %}' },
      Next: 'Later',
    };
    expect(rewritten(state, 'picks', 'bedrock-model Model', 'JSONata')).toMatchObject({
      Arguments: {
        ModelId: '${ModelModelId}',
        ContentType: 'application/json',
        Body: "{% $error('Mapping missing: Body') %}",
      },
      Output: { titles: "{% $error('Mapping missing: titles') %}", from: '{% $states.input.name %}' },
    });
  });

  test('does not invent the source of an event', () => {
    const state = {
      Resource: invoke,
      Arguments: { FunctionName: '${FnArn}', Payload: '{% $states.input %}' },
      Next: 'Later',
    };
    expect(rewritten(state, 'none', 'event-bus Events', 'JSONata')['Arguments']).toEqual({
      Entries: [
        {
          EventBusName: '${EventsName}',
          Source: "{% $error('Mapping missing: Source') %}",
          DetailType: "{% $error('Mapping missing: DetailType') %}",
          Detail: '{% $states.input %}',
        },
      ],
    });
  });
});

describe('a function that only calls another function', () => {
  test('gives way to it, and the answer is read where it was', () => {
    const state = {
      Resource: invoke,
      Parameters: { FunctionName: '${FnArn}', Qualifier: 'live', 'Payload.$': '$.order' },
      OutputPath: '$.Payload',
      Next: 'Later',
    };
    expect(rewritten(state, 'none', 'lambda-function Other')).toEqual({
      Type: 'Task',
      Resource: invoke,
      Parameters: { FunctionName: '${OtherArn}', 'Payload.$': '$.order' },
      OutputPath: '$.Payload',
      Next: 'Later',
    });
    expect(rewritten({ Resource: '${FnArn}', Next: 'Later' }, 'none', 'lambda-function Other')).toMatchObject({
      Resource: '${OtherArn}',
    });
  });
});

test('a gap in an expression stays an expression, whatever its key is called', () => {
  const state = {
    Resource: invoke,
    Arguments: { FunctionName: '${FnArn}', Payload: '{% $states.input %}' },
    Output: { "it's %} \\": '{% $states.result.Payload.id %}' },
    Next: 'Later',
  };
  expect(rewritten(state, 'picks', 'sqs-queue Jobs', 'JSONata')['Output']).toEqual({
    "it's %} \\": "{% $error('Mapping missing: it s') %}",
  });
});

test('where nothing has to be sent, the answer is the gap', () => {
  const state = { Resource: invoke, Parameters: { FunctionName: '${FnArn}', 'Payload.$': '$' }, Next: 'Later' };
  expect(rewritten(state, 'picks', 'dynamodb-table Orders', undefined, 'scan')).toMatchObject({
    Arguments: { TableName: '${OrdersName}' },
    Output: "{% $error('Mapping missing: Output') %}",
  });
});

describe('what later states read of a whole answer', () => {
  const state = {
    Resource: invoke,
    Arguments: { FunctionName: '${FnArn}', Payload: '{% $states.input %}' },
    Assign: { job: '{% $states.result %}' },
    Next: 'Later',
  };

  test('stays where they read it, also in a variable', () => {
    const later = { Type: 'Pass', Output: '{% $job.Payload.id %}', End: true };
    expect(rewritten(state, 'none', 'sqs-queue Jobs', 'JSONata', undefined, later)['Assign']).toEqual({
      job: "{% {'Payload': $states.result} %}",
    });
  });

  test('is not wrapped for a state that reads the answer of its own call', () => {
    const later = {
      Type: 'Task',
      Resource: 'arn:aws:states:::http:invoke',
      Arguments: {},
      Output: '{% $states.result.Payload %}',
      End: true,
    };
    expect(rewritten(state, 'none', 'sqs-queue Jobs', 'JSONata', undefined, later)['Assign']).toEqual({
      job: '{% $states.result %}',
    });
  });
});
