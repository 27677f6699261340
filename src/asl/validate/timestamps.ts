import type { Json } from '../../model/design.js';
import type { Path } from '../document.js';
import { isSubstituted, isText, type Report } from '../report.js';

const rfc3339 =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Checks a timestamp that stands in the definition: RFC 3339, with T and Z in upper case. */
export function checkTimestamp(report: Report, value: Json, field: string, path: Path): void {
  if (isSubstituted(value)) return;
  if (!isText(value) || !isTimestamp(value)) report.add('timestamp-invalid', { field }, path);
}

export function isTimestamp(text: string): boolean {
  const [, year, month, day] = rfc3339.exec(text) ?? [];
  // The day 0 of the next month is the last of this one.
  return day !== undefined && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}
