import { lit, object, type Expr } from '../../ts-ast/ast.js';

/** `<$.detail.id>`: a value of the event; not `<aws.events.event.json>` and the like, which stay as they are. */
const placeholder = /<(\$[^<>]*)>/g;

/**
 * The input of a target as CloudFormation has it, from a template with `<$.path>`: constant where it has none.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function plainInput(text: string): Readonly<Record<string, Expr>> {
  const names = new Map<string, string>();
  const written = asJson(
    text.trim().replace(placeholder, (_whole, path: string) => {
      const name = names.get(path) ?? `value${String(names.size)}`;
      names.set(path, name);
      return `<${name}>`;
    }),
  );
  if (names.size === 0) return { input: lit(written) };
  return {
    inputTransformer: object({
      inputPathsMap: { type: 'object', entries: [...names].map(([path, name]) => [name, lit(path)] as const) },
      inputTemplate: lit(written),
    }),
  };
}

/** What is no JSON even with values in its gaps is a text, which the template wants in quotes. */
function asJson(text: string): string {
  try {
    JSON.parse(text.replace(/<[A-Za-z0-9.-]+>/g, '0'));
    return text;
  } catch {
    return JSON.stringify(text);
  }
}
