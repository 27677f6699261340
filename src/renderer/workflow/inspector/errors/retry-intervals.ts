import { isObject } from '../../../../asl/definition.js';
import { lookup, type Json } from '../../../../model/design.js';

/** More than these are not said one by one. */
const most = 6;

/** How long a retrier waits before each attempt, in seconds, without jitter; the first ones where there are many. */
export function retryIntervals(retrier: Json | undefined): readonly number[] {
  if (!isObject(retrier)) return [];
  const number = (key: string, byDefault: number): number => {
    const value = lookup(retrier, key);
    return typeof value === 'number' ? value : byDefault;
  };
  const attempts = Math.min(Math.max(0, number('MaxAttempts', 3)), most);
  const longest = number('MaxDelaySeconds', Infinity);
  const first = number('IntervalSeconds', 1);
  const rate = number('BackoffRate', 2);
  return Array.from({ length: attempts }, (_, index) => Math.round(Math.min(longest, first * rate ** index)));
}
