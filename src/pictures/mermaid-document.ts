import type { System } from '../system/system.js';
import type { PictureScene } from './define.js';
import { pictureMermaid } from './mermaid.js';
import { mermaidStates } from './mermaid-states.js';

/** Markdown with a diagram of the system and one of each state machine that is drawn. */
export function mermaidDocument(system: System, scene: PictureScene): string {
  const shown = new Set(scene.cards.map(({ id }) => id));
  const machines = [...system.nodes.values()].flatMap(({ id, label, node }) => {
    const diagram = node.definition === undefined || !shown.has(id) ? undefined : mermaidStates(node.definition);
    return diagram === undefined ? [] : [`## ${heading(label)}`, '', fenced(diagram)];
  });
  return [`# ${heading(scene.name)}`, '', fenced(pictureMermaid(scene)), ...machines].join('\n');
}

/** Labels are hostile: none becomes Markdown or HTML. */
const heading = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~@&]/g, (sign) => `\\${sign}`);

/** Diagrams have no backtick. */
const fenced = (diagram: string): string => `\`\`\`mermaid\n${diagram}\`\`\`\n`;
