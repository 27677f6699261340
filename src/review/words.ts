import { quantityWords } from '../model/quantities.js';
import { lookup, nodeId, type NodeId } from '../model/design.js';
import type { Field } from '../model/fields.js';
import type { Finding, RuleTexts } from '../advisor/define.js';
import type { Localized } from '../model/localized.js';
import type { SystemNode } from '../system/system.js';
import type { ReviewInput } from './define.js';

/** For what is not there. */
export const dash = '–';
const longest = 2000;

/** A text of a person, not longer than one reads. */
export const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** The name of a node; its id where it has none. */
export const nameOf = ({ label, id }: SystemNode): string => (label.trim() === '' ? id : shortened(label));
export const nameAt = ({ system }: ReviewInput, id: NodeId): string => {
  const node = system.node(id);
  return node === undefined ? id : nameOf(node);
};

const yes: Localized = { en: 'on', ja: 'オン' };
const no: Localized = { en: 'off', ja: 'オフ' };

/** The value of a field as a person reads it. */
export function valueWords(input: ReviewInput, field: Field, value: unknown): string {
  const { say } = input;
  switch (field.kind) {
    case 'boolean':
      return say(value === true ? yes : no);
    case 'choice': {
      const option = typeof value === 'string' ? lookup<Localized>(field.options, value) : undefined;
      return option === undefined ? String(value) : say(option);
    }
    case 'number':
      return typeof value === 'number' ? say(quantityWords(field.unit, value)) : String(value);
    case 'node':
      return typeof value === 'string' ? nameAt(input, nodeId(value)) : dash;
    default:
      return shortened(typeof value === 'string' ? value : JSON.stringify(value));
  }
}

/** A text of a finding: its own words where it has them, else those of its rule. */
export const findingWords = ({ say }: ReviewInput, finding: Finding, part: keyof RuleTexts): string =>
  say(finding.texts?.[part] ?? finding.rule[part], finding.facts);
