import { lookup } from '../../../model/design.js';
import { isObject, type State } from '../../../asl/definition.js';
import type { Changes } from './form-context.js';

/** Where the states inside a Map stand: older definitions call it Iterator. */
export const processorKey = ({ fields }: State): 'ItemProcessor' | 'Iterator' =>
  Object.hasOwn(fields, 'ItemProcessor') || !Object.hasOwn(fields, 'Iterator') ? 'ItemProcessor' : 'Iterator';

/** What only a distributed Map has. */
const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];

/** Runs the items inside of the execution, or as executions of their own; what the other mode alone has goes. */
export function mapModeChanges(state: State, mode: 'INLINE' | 'DISTRIBUTED'): Changes {
  const key = processorKey(state);
  const processor = lookup(state.fields, key);
  if (!isObject(processor)) return [];
  const at = [key, 'ProcessorConfig'];
  if (mode === 'DISTRIBUTED') {
    const config = lookup(processor, 'ProcessorConfig');
    const type = isObject(config) ? lookup(config, 'ExecutionType') : undefined;
    return [
      [[...at, 'Mode'], 'DISTRIBUTED'],
      [[...at, 'ExecutionType'], type ?? 'STANDARD'],
    ];
  }
  return [
    [at, { Mode: 'INLINE' }],
    ...distributedOnly
      .filter((field) => Object.hasOwn(state.fields, field))
      .map((field) => [[field], undefined] as const),
  ];
}
