/** Whether a text that is no design is something to import: told by its keys, before anything is parsed. */

const keys = {
  template: /^\s*(?:[{,]\s*)?["']?(?:AWSTemplateFormatVersion|Resources)["']?\s*:/m,
  definition: /^\s*(?:[{,]\s*)?["']?StartAt["']?\s*:/m,
  states: /^\s*(?:[{,]\s*)?["']?States["']?\s*:/m,
  api: /^\s*(?:[{,]\s*)?["']?(?:openapi|swagger)["']?\s*:/m,
} as const;

/** A template, a state machine's definition or an OpenAPI document. A key may stand on any line, also after a brace. */
export function isTemplate(text: string): boolean {
  // Written in one line, keys follow one another.
  const lines = text.includes('\n') ? text : text.replaceAll(/[{,]/g, '\n$&');
  return keys.template.test(lines) || (keys.definition.test(lines) && keys.states.test(lines)) || keys.api.test(lines);
}
