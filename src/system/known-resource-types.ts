import { learnResourceTypes } from '../cfn/known-types.js';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The CloudFormation type of a node of a design, where it is a resource that is drawn by its type. */
function typeOf(node: unknown): readonly string[] {
  if (!isMap(node) || node['service'] !== 'generic' || !isMap(node['props'])) return [];
  const type = node['props']['cfnType'];
  return typeof type === 'string' ? [type] : [];
}

/**
 * Reads the schemas of the CloudFormation types among nodes, so that problems of their properties are found from then on.
 * Only who checks designs asks for it: worker, command line. Undefined: there is nothing to read.
 */
export function learnTypesOf(nodes: readonly unknown[]): Promise<void> | undefined {
  const types = nodes.flatMap(typeOf);
  return types.length === 0 ? undefined : learnResourceTypes(types);
}
