import type { Fields, PropsOf } from '../model/fields.js';
import { ref, type Expr } from '../ts-ast/ast.js';
import type { NodeView, ServiceDefinition } from './define.js';

/** The attributes of a node by name, of a construct that is called `self`. */
export const attributesOf = (
  service: ServiceDefinition,
  node: NodeView<PropsOf<Fields>>,
): Readonly<Record<string, Expr>> => service.attributes(node, ref('self'));
