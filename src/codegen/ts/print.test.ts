import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  array,
  call,
  callStatic,
  cdk,
  create,
  json,
  lit,
  member,
  object,
  ref,
  seconds,
  sym,
  template,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import { hardline, layOut } from './doc.js';
import { Imports } from './imports.js';
import { Printer, printWidth } from './print.js';

function print(...statements: readonly Statement[]): string {
  const imports = new Imports();
  const printer = new Printer(imports, '..');
  const body = statements.map((statement) => [printer.statement(statement), hardline]);
  return layOut([imports.print(), hardline, hardline, body], printWidth);
}

const queue = (props: Record<string, Expr | undefined>): Expr =>
  create(cdk('aws-sqs', 'Queue'), ref('this'), lit('Orders'), object(props));
const declare = (name: string, value: Expr, comment?: string): Statement => ({
  type: 'const',
  name,
  value,
  ...(comment === undefined ? {} : { comment }),
});
const run = (expression: Expr): Statement => ({ type: 'do', expression });

describe('print', () => {
  test('collects namespaces and names', () => {
    expect(print(declare('orders', queue({ visibilityTimeout: seconds(30) }), 'One per order.\nKept.')))
      .toMatchInlineSnapshot(`
        "import { Duration } from 'aws-cdk-lib';
        import * as sqs from 'aws-cdk-lib/aws-sqs';

        // One per order.
        // Kept.
        const orders = new sqs.Queue(this, 'Orders', { visibilityTimeout: Duration.seconds(30) });
        "
      `);
  });

  test('hostile text stays text', () => {
    const text = '\'"`${process.exit()}\u2028*/\n\u202e';
    expect(
      print(declare('x', lit(text)), declare('y', template(text, ref('x'))), declare('z', lit(1), '*/ a\u2028b()')),
    ).toMatchInlineSnapshot(`
        "

        const x = '\\'"\`\${process.exit()}\\u2028*/\\n\\u202e';
        const y = \`'"\\\`\\\${process.exit()}\\u2028*/\\n\\u202e\${x}\`;
        // */ a
        // b()
        const z = 1;
        "
      `);
  });

  test('a key named __proto__ is a key', () => {
    expect(print(run(call(ref('a'), 'b', json(JSON.parse('{"__proto__":1,"a-b":2}')))))).toContain(
      "a.b({ ['__proto__']: 1, 'a-b': 2 });",
    );
  });

  test('files of the project are found from the file that names them', () => {
    expect(print(declare('text', { type: 'project-file', path: 'pipes/a.json' }))).toContain(
      "const text = join(__dirname, '../pipes/a.json');",
    );
  });
});

describe('prettier has nothing to change', () => {
  const long = 'x'.repeat(70);
  const statements: Record<string, Statement[]> = {
    'props on one line and on several': [
      run(queue({})),
      run(queue({ fifo: lit(true) })),
      run(queue({ queueName: lit(long), deadLetterQueue: lit('y'.repeat(60)) })),
      run(queue({ a: lit(1), b: lit(2), c: object({ d: lit(3) }) })),
    ],
    'a construct as the only argument': [
      run(
        call(
          ref('createOrder'),
          'addToRolePolicy',
          create(
            cdk('aws-iam', 'PolicyStatement'),
            object({
              actions: array([lit('dynamodb:PutItem'), lit('dynamodb:GetItem'), lit('dynamodb:UpdateItem')]),
              resources: array([member(ref('ordersTable'), 'tableArn'), template(member(ref('o'), 'arn'), '/index/*')]),
            }),
          ),
        ),
      ),
      run(
        call(
          ref('fn'),
          'addEventSource',
          create(
            cdk('aws-lambda-event-sources', 'SqsEventSource'),
            ref('queue'),
            object({ batchSize: lit(10), a: lit(1), c: lit(2) }),
          ),
        ),
      ),
    ],
    'a chain of calls': [
      run(
        call(
          call(member(ref('api'), 'root'), 'resourceForPath', lit('/orders/{id}')),
          'addMethod',
          lit('PUT'),
          create(
            cdk('aws-apigateway', 'AwsIntegration'),
            object({ service: lit('sqs'), options: json({ a: 1, b: [1] }) }),
          ),
          object({ methodResponses: json([{ statusCode: '200' }, { statusCode: '400' }]) }),
        ),
      ),
      run(
        call(
          ref('rule'),
          'addTarget',
          create(
            cdk('aws-events-targets', 'SqsQueue'),
            ref('q'),
            object({ message: callStatic('aws-events', 'RuleTargetInput.fromObject', json({ a: { b: 1 } })) }),
          ),
        ),
      ),
    ],
    'long strings and members': [
      run(queue({ description: lit(long + long), name: lit(long + long), x: member(ref(long), long) })),
      declare('someName', lit(long + long)),
      declare('b'.repeat(60), member(member(ref('props'), long), 'queueArn')),
      declare(
        'c',
        callStatic('aws-stepfunctions', 'DefinitionBody.fromFile', { type: 'project-file', path: `${long}/${long}` }),
      ),
    ],
    arrays: [
      declare(
        'a',
        json([
          { a: 1, b: 2 },
          { a: 1, b: 2 },
        ]),
      ),
      declare('b', json([{ a: 1 }, { a: 1 }])),
      declare('c', json([long, long, 'z'])),
      declare(
        'd',
        array([queue({ fifo: lit(true), a: lit(long), b: lit(2) }), sym('aws-s3', 'EventType.OBJECT_CREATED')]),
      ),
      declare('e', json({ detail: { state: ['a'] }, source: ['x'], 'detail-type': [long, long] })),
    ],
    'Japanese text counts double': [
      run(queue({ description: lit('注文'.repeat(20)), 説明: lit('注文を受け付けるキュー'.repeat(3)) })),
    ],
  };
  test.each(Object.entries(statements))('%s', async (_, list) => {
    const text = print(...list);
    expect(await format(text, { parser: 'typescript', singleQuote: true, printWidth })).toBe(text.replace(/^\n+/, ''));
  });

  const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdefghij-')), minLength: 1, maxLength: 40 });
  const value: fc.Memo<Expr> = fc.memo((depth) =>
    depth <= 1
      ? fc.oneof(word.map(lit), fc.boolean().map(lit), fc.constant(member(ref('orders'), 'queueArn')))
      : fc.oneof(
          value(1),
          fc.array(value(depth - 1), { maxLength: 4 }).map(array),
          fc.dictionary(word, value(depth - 1), { maxKeys: 4 }).map(object),
          fc
            .tuple(word, fc.dictionary(word, value(depth - 1), { maxKeys: 3 }))
            .map(([id, props]) => create(cdk('aws-sqs', 'Queue'), ref('this'), lit(id), object(props))),
          fc
            .tuple(word, fc.array(value(depth - 1), { maxLength: 3 }))
            .map(([id, args]) => callStatic('aws-lambda', 'Thing.fromThing', lit(id), ...args)),
        ),
  );
  test('any statement', async () => {
    await fc.assert(
      fc.asyncProperty(value(4), async (expr) => {
        const text = print(declare('orders', expr), run(call(ref('orders'), 'add', expr)));
        expect(await format(text, { parser: 'typescript', singleQuote: true, printWidth })).toBe(
          text.replace(/^\n+/, ''),
        );
      }),
      { numRuns: 150 },
    );
  });
});
