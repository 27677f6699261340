import type { QueryLanguage, State } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import { valueAt } from '../../../asl/json-value.js';
import { taskOf, type Task } from '../../../asl/tasks.js';
import type { RoleOf } from '../../../catalog/define.js';
import { lookup, type Definition, type Json, type NodeId } from '../../../model/design.js';
import { substitutionNameOf } from '../../../model/names.js';
import type { Changes } from './form-context.js';

type TargetRole = Pick<RoleOf<'sdkTarget'>, 'service' | 'actions' | 'optimized'>;

/** Where a Task names the resource that it uses, and by which attribute. */
export interface TargetPlace {
  /** From the state: `['Arguments', 'TableName']`. */
  readonly path: Path;
  readonly attribute: string;
}

const fieldFor = (language: QueryLanguage): string => (language === 'JSONata' ? 'Arguments' : 'Parameters');

/** Where a Task would name a resource of a service; undefined: it does not call that service. */
export function placeOfTarget(state: State, role: TargetRole): TargetPlace | undefined {
  const task = taskOf(state);
  const action = actionFor(task, role);
  if (action === undefined) return undefined;
  if (task.kind === 'lambda-arn') return { path: ['Resource'], attribute: 'arn' };
  const known = lookup(role.actions, action);
  if (known?.resource === undefined) return undefined;
  const inSample = known.sample === undefined ? undefined : pathTo(known.sample, '{resource}');
  return {
    path: [fieldFor(state.queryLanguage), ...(inSample ?? [known.resource.parameter])],
    attribute: known.resource.attribute,
  };
}

function actionFor(task: Task, { service, optimized = [] }: TargetRole): string | undefined {
  if (task.kind === 'lambda-arn') return service === 'lambda' ? 'invoke' : undefined;
  if (task.kind === 'sdk') return task.service === service ? task.action : undefined;
  if (task.kind !== 'optimized') return undefined;
  const base = `${task.service ?? ''}:${task.action ?? ''}`;
  return optimized.find(({ resource }) => resource.endsWith(`:::${base}`))?.action;
}

function pathTo(value: Json, text: string): Path | undefined {
  if (value === text) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const inside = pathTo(item, text);
    if (inside !== undefined) return [key, ...inside];
  }
  return undefined;
}

/** The name that stands for an attribute of a node already, else a new one. */
export function substitutionNameFor({ substitutions }: Definition, node: NodeId, attribute: string): string {
  const standing = Object.entries(substitutions).find(
    ([, stands]) => 'node' in stands && stands.node === node && stands.attribute === attribute,
  );
  if (standing !== undefined) return standing[0];
  const base = substitutionNameOf(node, attribute);
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${String(number)}`;
    if (!Object.hasOwn(substitutions, name)) return name;
  }
}

/** Lets a Task name a resource by a substitution, wherever it stands for one already. */
export function changesForTarget({ fields }: State, { path }: TargetPlace, substitution: string): Changes {
  const written = `\${${substitution}}`;
  const byPath = [...path.slice(0, -1), `${path.at(-1) ?? ''}.$`];
  // Where something else than an object or a list stands in the way, or nothing, the rest is made whole.
  const missing = path.findIndex((_, depth) => depth > 0 && !isContainer(valueAt(fields, path.slice(0, depth))));
  if (missing > 0) return [[path.slice(0, missing), nest(path.slice(missing), written)]];
  return valueAt(fields, byPath) === undefined
    ? [[path, written]]
    : [
        [byPath, undefined],
        [path, written],
      ];
}

const isContainer = (value: Json | undefined): boolean => typeof value === 'object' && value !== null;

const nest = (path: Path, value: Json): Json =>
  path.reduceRight<Json>((inside, key) => (/^\d+$/.test(key) ? [inside] : { [key]: inside }), value);
