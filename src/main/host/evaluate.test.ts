import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  call,
  callStatic,
  cdk,
  create,
  json,
  lit,
  member,
  object,
  ref,
  template,
  type Expr,
} from '../../ts-ast/ast.js';
import { evaluateStatements, EvaluationError, type Environment } from './evaluate.js';

const require = createRequire(import.meta.url);
const environment: Environment = {
  module: (name): unknown =>
    require(name === 'constructs' ? name : name === '' ? 'aws-cdk-lib' : `aws-cdk-lib/${name}`),
  path: (path) => `/project/${path}`,
  read: () => "Hello ${Name}, $input.path('$') ${Other}",
};

function evaluate(expr: Expr, variables: Readonly<Record<string, unknown>> = {}): unknown {
  return evaluateStatements(
    [{ type: 'expose', name: 'result', value: expr }],
    new Map(Object.entries(variables)),
    environment,
  ).get('result');
}

describe('values', () => {
  test('static methods, members and templates of the library', () => {
    expect(evaluate(call(callStatic('', 'Duration.minutes', lit(2)), 'toSeconds'))).toBe(120);
    expect(evaluate(template('a ', member(ref('it'), 'name')), { it: { name: 'b' } })).toBe('a b');
  });

  test('a class of the library is constructed', () => {
    const stack = create(cdk('', 'Stack'), create(cdk('', 'App')), lit('Orders'));
    expect(evaluate(member(stack, 'stackName'))).toBe('Orders');
  });

  test('a template file keeps what nobody substitutes', () => {
    const loaded: Expr = { type: 'load-template', path: 'a.vtl', substitutions: [['Name', lit('$&')]] };
    expect(evaluate(loaded)).toBe("Hello $&, $input.path('$') ${Other}");
  });

  test('a member set on the stack is found through `this`', () => {
    const members = evaluateStatements(
      [
        { type: 'expose', name: 'orders', value: lit(1) },
        { type: 'expose', name: 'copy', value: member(ref('this'), 'orders') },
      ],
      new Map([['this', {}]]),
      environment,
    );
    expect(members.get('copy')).toBe(1);
  });
});

describe('data of a design stays data', () => {
  test('a key __proto__ is an own key', () => {
    const value = evaluate(json(JSON.parse('{"__proto__": {"polluted": true}}')));
    expect(Object.keys(value ?? {})).toEqual(['__proto__']);
    expect(value).not.toHaveProperty('polluted');
  });

  const app = create(cdk('', 'App'));
  test.each<[string, Expr]>([
    ['the constructor of a construct', member(app, 'constructor')],
    ['the prototype of a class', member(callStatic('', 'Duration.seconds', lit(1)), '__proto__')],
    ['Function through a static path', { type: 'cdk', name: cdk('', 'App.constructor') }],
    ['a method of a string', call(lit('a'), 'repeat', lit(9))],
    ['a module outside of the library', create(cdk('../../child_process', 'ChildProcess'))],
    ['a built-in module', callStatic('fs', 'readFileSync', lit('/etc/passwd'))],
    ['a global', call(ref('process'), 'exit')],
    ['a value that is no function', { type: 'call', callee: object({}), args: [] }],
  ])('%s is out of reach', (_, expr) => {
    expect(() => evaluate(expr)).toThrow(EvaluationError);
  });
});
