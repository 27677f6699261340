import type { ServiceDefinition } from '../catalog/define.js';
import { lookUpBy } from './adopt/references.js';
import { constructIdOf } from '../model/names.js';
import type { SystemNode } from '../system/system.js';
import { callStatic, lit, ref, type Expr, type Statement } from '../ts-ast/ast.js';

/** An imported resource as the CDK finds it; undefined: its service cannot be looked up. */
export function adoptedValue(
  { service }: SystemNode,
  adopted: { readonly logicalId: string; readonly type: string },
  constructId: string,
  /** Undefined: SAM makes it, so that only its name is known. */
  resource: Expr | undefined,
): Expr | undefined {
  return service.fromExisting?.({ constructId, ...lookUpBy(adopted, resource) });
}

const existingOf = new WeakMap<SystemNode, readonly Statement[]>();

/** The statement that looks an existing resource up; undefined: it cannot be. */
export function existingStatements(node: SystemNode, variable: string): readonly Statement[] | undefined {
  const known = existingOf.get(node);
  if (known !== undefined) return known;
  const value = existingValue(node.service, node);
  if (value === undefined) return undefined;
  const statements: readonly Statement[] = [{ type: 'const', name: variable, value }];
  existingOf.set(node, statements);
  return statements;
}

function existingValue(service: ServiceDefinition, { id, node }: SystemNode): Expr | undefined {
  const { existing } = node;
  if (existing === undefined || service.fromExisting === undefined) return undefined;
  const constructId = constructIdOf(id);
  switch (existing.by) {
    case 'name':
    case 'arn':
      return service.fromExisting({ constructId, by: existing.by, value: lit(existing.value) });
    // Neither says whether it holds a name or an ARN: its own name mostly does.
    case 'ssm-parameter':
      return service.fromExisting({
        constructId,
        by: holds(existing.value),
        value: callStatic('aws-ssm', 'StringParameter.valueForStringParameter', ref('this'), lit(existing.value)),
      });
    case 'export':
      return service.fromExisting({
        constructId,
        by: holds(existing.value),
        value: callStatic('', 'Fn.importValue', lit(existing.value)),
      });
  }
}

const holds = (name: string): 'arn' | 'name' => (/arn$/i.test(name) ? 'arn' : 'name');
