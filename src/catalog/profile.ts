import { operationsOf, type Json, type OperationsProfile, type Settings } from '../model/design.js';
import type { ServiceDefinition } from './define.js';

/** What fields that many services share are by default in each profile. */
const defaults: Readonly<Record<OperationsProfile, Readonly<Record<string, Json>>>> = {
  workshop: { removalPolicy: 'destroy', logRetention: 'ONE_WEEK', throttlingRate: 50, throttlingBurst: 100 },
  production: { removalPolicy: 'retain', logRetention: 'THREE_MONTHS', throttlingRate: 500, throttlingBurst: 1000 },
};

/** Props that follow from the settings of the design where a node sets none. */
export function defaultPropsOf(service: ServiceDefinition, settings: Settings): Readonly<Record<string, Json>> {
  const ofProfile = Object.entries(defaults[operationsOf(settings)]).filter(([name]) =>
    Object.hasOwn(service.fields, name),
  );
  return { ...Object.fromEntries(ofProfile), ...service.defaultsFrom?.(settings) };
}
