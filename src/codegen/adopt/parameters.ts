import type { Json } from '../../model/design.js';
import { array, lit, object, type Expr } from '../../ts-ast/ast.js';
import { isList, type JsonMap } from '../../model/json.js';
import { valueExpr } from './values.js';

const text = (value: Json | undefined): Expr | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : lit(String(value));

const number = (value: Json | undefined): Expr | undefined => {
  const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof found === 'number' && Number.isFinite(found) ? lit(found) : undefined;
};

const truth = (value: Json | undefined): Expr | undefined => {
  const found = typeof value === 'string' ? value.toLowerCase() === 'true' : value;
  return typeof found === 'boolean' ? lit(found) : undefined;
};

/** What `CfnParameter` takes of a parameter. */
export const parameterProps = (parameter: JsonMap): Expr =>
  object({
    type: text(parameter['Type']),
    default: parameter['Default'] === undefined ? undefined : valueExpr(parameter['Default']),
    allowedPattern: text(parameter['AllowedPattern']),
    allowedValues: isList(parameter['AllowedValues'])
      ? array(parameter['AllowedValues'].flatMap((value) => text(value) ?? []))
      : undefined,
    constraintDescription: text(parameter['ConstraintDescription']),
    description: text(parameter['Description']),
    maxLength: number(parameter['MaxLength']),
    maxValue: number(parameter['MaxValue']),
    minLength: number(parameter['MinLength']),
    minValue: number(parameter['MinValue']),
    noEcho: truth(parameter['NoEcho']),
  });
