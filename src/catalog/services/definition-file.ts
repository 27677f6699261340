import { isObject, parseDefinition } from '../../asl/definition.js';
import type { Definition } from '../../model/design.js';

/**
 * The definition as JSON: what the export loads. A text that cannot be read stays as it is, and is reported. Comment and timeout
 * stand in it, since the construct leaves both out where the definition is a file.
 */
export function definitionFile({ format, text }: Definition, { comment = '', timeout }: Said): string {
  const says = comment !== '' || timeout !== undefined;
  if (format === 'json' && !says) return text;
  const value = parseDefinition(text, format).tree?.document.value;
  if (value === undefined) return text;
  const own = {
    ...(comment === '' ? {} : { Comment: comment }),
    ...(timeout === undefined ? {} : { TimeoutSeconds: timeout }),
  };
  return `${JSON.stringify(isObject(value) ? { ...own, ...value, ...own } : value, null, 2)}\n`;
}

interface Said {
  readonly comment?: string | undefined;
  readonly timeout?: number | undefined;
}
