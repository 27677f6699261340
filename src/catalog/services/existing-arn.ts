import { problem, type Problem } from '../../model/problems.js';
import type { Expr } from '../../ts-ast/ast.js';
import type { NodeView } from '../define.js';

/** For resources that the CDK cannot look up: what exists is its ARN, which holds parts that no name says. */
export const existingByArn = ({ value }: { readonly value: Expr }): Expr => value;

export const existingByArnProblems = ({ node: { origin, existing } }: NodeView): readonly Problem[] =>
  origin === 'existing' && existing?.by === 'name'
    ? [
        problem('field-pattern', {
          field: { en: 'ARN', ja: 'ARN' },
          hint: {
            en: 'it is found by its ARN, not by its name',
            ja: '名前ではなく ARN で指定してください。',
          },
        }),
      ]
    : [];

/** The ARN: an attribute of the construct, or what exists itself. */
export const arnOrExisting = ({ node }: NodeView, self: Expr, attribute: Expr): Expr =>
  node.origin === 'existing' ? self : attribute;
