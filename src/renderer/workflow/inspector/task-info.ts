import type { TaskResource } from '../../../asl/tasks.js';
import { readResource } from '../../../asl/tasks.js';
import type { Localized } from '../../../model/localized.js';
import type { SdkCatalog } from '../../../sdk/catalog.js';
import { findAction, type SdkAction, type SdkParameter } from '../../../sdk/lookup.js';
import type { OptimizedAction } from '../../../sdk/optimized/define.js';
import { optimizedErrors } from '../../../sdk/optimized/errors.js';
import { optimizedServices } from '../../../sdk/optimized/index.js';
import { findOptimized } from '../../../sdk/optimized/offer.js';
import { refusalTexts } from '../../../sdk/refusals.js';
import { taskServiceOf } from '../task-services.js';

/** All that is known of what a Task calls. */
export interface TaskInfo {
  readonly resource: TaskResource;
  /** `DynamoDB PutItem`. */
  readonly label: string;
  readonly optimized: OptimizedAction | undefined;
  /** The API behind it. */
  readonly api: SdkAction | undefined;
  readonly required: readonly SdkParameter[];
  readonly optional: readonly SdkParameter[];
  /** Whether the names of all parameters are known. */
  readonly isComplete: boolean;
  /** For Retry and Catch. */
  readonly errors: readonly string[];
  /** Why Step Functions cannot call it. */
  readonly refusal: Localized | undefined;
  readonly source: string | undefined;
}

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What a Resource calls, as people say it. */
export function taskLabel({ kind, service, action }: TaskResource): string {
  if (kind === 'http') return 'HTTP';
  if (kind === 'activity') return 'Activity';
  if (service === undefined || action === undefined) return '';
  return `${taskServiceOf(service).label} ${upper(action)}`;
}

/** Looks up what a Resource calls. Without a catalog only the optimized integrations are known. */
export function taskInfoOf(text: string, catalog: SdkCatalog | undefined): TaskInfo {
  const resource = readResource(text);
  const { kind, service = '', action = '' } = resource;
  const isOptimized = kind === 'optimized' || kind === 'http';
  const optimized = isOptimized ? findOptimized(service, action) : undefined;
  const [apiId, apiAction] = kind === 'sdk' ? [service, action] : apiOf(service, action, isOptimized, optimized);
  const found = catalog === undefined || apiId === undefined ? undefined : findAction(catalog, apiId, apiAction);
  const api = found?.action;
  const own = (optimized?.own ?? []).map((name): SdkParameter => ({ name, type: { kind: 'map' } }));
  const known = [...(api?.required ?? []), ...(api?.optional ?? []), ...own];
  const required =
    optimized === undefined
      ? (api?.required ?? [])
      : optimized.required.map((name) => known.find((one) => one.name === name) ?? anyParameter(name));
  const names = new Set(required.map(({ name }) => name));
  return {
    resource,
    label: taskLabel(resource),
    optimized,
    api,
    required,
    optional: known.filter(({ name }) => !names.has(name)),
    isComplete: api !== undefined,
    errors: catalog === undefined ? [] : isOptimized ? optimizedErrors(catalog, service, action) : (api?.errors ?? []),
    refusal: refusalOf(found, kind, service, action),
    source: isOptimized ? optimizedServices.get(service)?.source : undefined,
  };
}

/** The API behind an optimized integration, which may name its actions otherwise; undefined: there is none. */
function apiOf(
  service: string,
  action: string,
  isOptimized: boolean,
  optimized: OptimizedAction | undefined,
): readonly [string | undefined, string] {
  if (!isOptimized) return [undefined, action];
  const [api, name] = optimized?.operation?.split(':') ?? [];
  return [api ?? optimizedServices.get(service)?.api, name ?? action];
}

const anyParameter = (name: string): SdkParameter => ({ name, type: { kind: 'any' } });

function refusalOf(
  found: ReturnType<typeof findAction> | undefined,
  kind: TaskResource['kind'],
  service: string,
  action: string,
): Localized | undefined {
  if (found === undefined || kind !== 'sdk') return undefined;
  const refusal = found.action === undefined ? found.refusal : found.action.refusal;
  if (refusal === undefined) return undefined;
  const fill = (text: string): string => text.replaceAll('{service}', service).replaceAll('{action}', action);
  const { en, ja } = refusalTexts[refusal];
  return { en: fill(en), ja: fill(ja) };
}
