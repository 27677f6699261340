import { lookup } from '../../model/design.js';
import type { JsonObject } from '../definition.js';
import type { Path } from '../document.js';
import type { Report } from '../report.js';
import type { Scope } from './scope.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const maxPayload = 262_144;
const expressSeconds = 300;
const standardSeconds = 31_536_000;

const payloadFields = ['Result', 'Parameters', 'Arguments', 'Output', 'Assign', 'ResultSelector', 'ItemSelector'];

/** Whether a value that stands in the definition is larger than a state can pass on. */
export function checkPayloadSize(report: Report, fields: JsonObject, path: Path): void {
  for (const field of payloadFields) {
    const value = lookup(fields, field);
    if (typeof value !== 'object' || value === null) continue;
    const text = JSON.stringify(value);
    // Three bytes a UTF-16 unit at most: only what is long is measured.
    if (text.length * 3 > maxPayload && new TextEncoder().encode(text).length > maxPayload)
      report.add('payload-too-large', { field }, [...path, field]);
  }
}

/** Whether a time is longer than the workflow can run. */
export function checkDuration({ report, workflow }: Scope, fields: JsonObject, path: Path, field: string): void {
  const value = lookup(fields, field);
  if (typeof value !== 'number') return;
  if (workflow === 'express' && value > expressSeconds) report.add('express-too-long', { field }, [...path, field]);
  if (workflow === 'standard' && value > standardSeconds) report.add('standard-too-long', { field }, [...path, field]);
}
