import { problem, type Problem } from '../../model/problems.js';
import { callStatic, lit, type Expr } from '../../ts-ast/ast.js';
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

/** A part between the slashes of an ARN, counted from 0. */
export const partOfArn = (arn: Expr, index: number): Expr =>
  callStatic('', 'Fn.select', lit(index), callStatic('', 'Fn.split', lit('/'), arn));

/** What follows a word of an ARN, slashes and all: the name of a repository after `:repository/`. */
export const afterInArn = (arn: Expr, word: string): Expr =>
  callStatic('', 'Fn.select', lit(1), callStatic('', 'Fn.split', lit(word), arn));
