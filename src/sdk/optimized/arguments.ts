import { input, token, type OptimizedAction, type Pattern, type Sample, type Samples } from './define.js';

export type Language = 'JSONata' | 'JSONPath';

const jsonata = new Map([
  [input, '{% $states.input %}'],
  [token, '{% $states.context.Task.Token %}'],
]);
const jsonPath = new Map([
  [input, '$'],
  [token, '$$.Task.Token'],
]);

const isList = (value: Sample): value is readonly Sample[] => Array.isArray(value);

function inJsonata(value: Sample): Sample {
  if (typeof value === 'string') return jsonata.get(value) ?? value;
  if (isList(value)) return value.map(inJsonata);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inJsonata(one)]));
}

/** JSONPath marks the key of a dynamic value, and has a function for a list of one. */
function inJsonPath(value: Sample): Sample {
  if (isList(value)) return value.map(inJsonPath);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]): [string, Sample] => {
      if (typeof one === 'string') {
        if (/^\{% \$uuid\(\) %\}$/.test(one)) return [`${name}.$`, 'States.UUID()'];
        const path = jsonPath.get(one);
        return path === undefined ? [name, one] : [`${name}.$`, path];
      }
      const only = isList(one) && one.length === 1 ? one[0] : undefined;
      const path = typeof only === 'string' ? jsonPath.get(only) : undefined;
      return path === undefined ? [name, inJsonPath(one)] : [`${name}.$`, `States.Array(${path})`];
    }),
  );
}

/** The arguments of a new Task, in the query language of its state. */
export function taskArguments(action: OptimizedAction, pattern: Pattern, language: Language): Samples {
  const bare = Object.fromEntries(action.required.map((name) => [name, '']));
  const sample = (pattern === 'WAIT_FOR_TASK_TOKEN' ? action.callback : undefined) ?? action.sample ?? bare;
  const written = language === 'JSONata' ? inJsonata(sample) : inJsonPath(sample);
  // A sample is a structure, and stays one.
  return written as Samples;
}

/** Where the task token goes: `Payload`, `taskToken`; the place in a list as a number. */
export function tokenPath(action: OptimizedAction): readonly (string | number)[] | undefined {
  return action.callback === undefined ? undefined : pathTo(action.callback);
}

function pathTo(value: Sample): readonly (string | number)[] | undefined {
  if (value === token) return [];
  if (typeof value !== 'object') return undefined;
  const entries: readonly (readonly [string | number, Sample])[] = isList(value)
    ? value.map((one, index) => [index, one] as const)
    : Object.entries(value);
  for (const [name, one] of entries) {
    const path = pathTo(one);
    if (path !== undefined) return [name, ...path];
  }
  return undefined;
}
