import { isObject, walkStates, type State, type StateMachine } from '../asl/definition.js';
import type { Task } from '../asl/tasks.js';
import type { Permission } from '../catalog/define.js';
import { lookup, type NodeId } from '../model/design.js';

/** Whether the items of a Map state run as executions of their own. */
function isDistributed({ type, itemProcessor }: State): boolean {
  if (type !== 'Map' || itemProcessor === undefined) return false;
  const config = lookup(itemProcessor.fields, 'ProcessorConfig');
  return isObject(config) && lookup(config, 'Mode') === 'DISTRIBUTED';
}

const distributedIn = (tree: StateMachine): readonly State[] => [...walkStates(tree)].filter(isDistributed);

/**
 * What Distributed Map states read and write in S3, as if Task states did it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export const mapCalls = (tree: StateMachine): readonly Task[] =>
  distributedIn(tree).flatMap((state) =>
    ['ItemReader', 'ResultWriter'].flatMap((field): readonly Task[] => {
      const value = lookup(state.fields, field);
      const resource = isObject(value) ? lookup(value, 'Resource') : undefined;
      const action = typeof resource === 'string' ? /:s3:(\w+)$/.exec(resource)?.[1] : undefined;
      if (!isObject(value) || typeof resource !== 'string' || action === undefined) return [];
      return [
        {
          kind: 'sdk',
          service: 's3',
          action,
          pattern: 'REQUEST_RESPONSE',
          path: state.path,
          name: state.name,
          resource,
          queryLanguage: state.queryLanguage,
          arguments: lookup(value, state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters'),
        },
      ];
    }),
  );

/** Whether it is a Map state that calls, rather than a Task. */
export const isMapCall = ({ kind, resource }: Task): boolean => kind === 'sdk' && /:::s3:\w+$/.test(resource);

/**
 * A machine with a Distributed Map starts executions of itself, and stops those that are not wanted any more.
 * https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
export const mapPermissions = (machine: NodeId, tree: StateMachine | undefined): readonly Permission[] =>
  tree === undefined || distributedIn(tree).length === 0
    ? []
    : [
        { grantee: machine, actions: ['states:StartExecution'], resources: [{ node: machine, attribute: 'arn' }] },
        {
          grantee: machine,
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: [{ node: machine, attribute: 'executionsArn' }],
        },
      ];
