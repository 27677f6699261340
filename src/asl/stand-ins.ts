/**
 * `"MaxAttempts": ${Name}` becomes JSON when the template puts its value in. A text of the same length stands in for it,
 * so that every place stays where it was.
 */
export function withStandIns(text: string): string {
  if (!/[^"\\]\$\{/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|\$\{[A-Za-z0-9_:.]+\}/gs, (part) =>
    part.startsWith('"') ? part : `"${part.slice(0, -2)}"`,
  );
}
