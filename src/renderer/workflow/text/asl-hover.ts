import { hoverTooltip, type Tooltip } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import type { Format } from '../../../asl/document.js';
import { readResource } from '../../../asl/tasks.js';
import { reservedErrors } from '../../../asl/validate/error-names.js';
import { sameInEveryLanguage, translate, type Language, type Localized } from '../../../model/localized.js';
import type { SdkCatalog } from '../../../sdk/catalog.js';
import { findAction } from '../../../sdk/lookup.js';
import { optimizedServices } from '../../../sdk/optimized/index.js';
import { variablesOf } from '../palette/variables.js';
import { patternWords } from '../palette/pattern-words.js';
import { contextAt } from './asl-completion.js';
import type { AslContext } from './asl-options.js';
import { fieldWords } from './field-words.js';
import { textPlace } from './text-place.js';

/** What is told about a word: its name, and lines below. */
export interface HoverWords {
  readonly title: string;
  readonly lines: readonly Localized[];
}

/** Tells what a field is, what a Resource calls, where a variable comes from. */
export const aslHover = (format: Format, language: Language): Extension =>
  hoverTooltip(async ({ state }, pos): Promise<Tooltip | null> => {
    const word = wordAt(state.doc.lineAt(pos).text, pos - state.doc.lineAt(pos).from);
    if (word === undefined) return null;
    const context = await contextAt({ state }, pos);
    if (context === undefined) return null;
    const start = state.doc.lineAt(pos).from;
    const place = textPlace(state.doc.toString(), start + word.from + 1, format);
    const told = hoverWords(word.text, place.expects === 'key' ? undefined : place.key, context);
    return told === undefined
      ? null
      : { pos: start + word.from, end: start + word.to, above: true, create: () => ({ dom: draw(told, language) }) };
  });

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A variable, a `${Name}`, an ARN or a name at a place of a line. */
export function wordAt(line: string, at: number): Word | undefined {
  const found = [...line.matchAll(/arn:[\w:./-]+|\$\{\w+\}|\$\w+|[\w.-]+/g)].find(
    ({ index, 0: text }) => index <= at && at <= index + text.length,
  );
  return found && { text: found[0], from: found.index, to: found.index + found[0].length };
}

export function hoverWords(word: string, key: string | undefined, context: AslContext): HoverWords | undefined {
  if (word.startsWith('arn:') || (key === 'Resource' && word.includes(':')))
    return resourceWords(word, context.catalog);
  const substitution = context.substitutions.find(({ label, stands }) => label === word && stands === undefined);
  if (substitution?.detail !== undefined) return { title: word, lines: [substitution.detail] };
  if (word.startsWith('$')) return variableWords(word.slice(1), context);
  if (key === 'ErrorEquals') return reservedErrors.includes(word) ? { title: word, lines: [reservedWords] } : undefined;
  const field = key === undefined ? fieldWords(word) : undefined;
  return field && { title: word, lines: [field] };
}

const reservedWords: Localized = { en: 'Error of Step Functions itself', ja: 'Step Functions 自体のエラー' };

function resourceWords(resource: string, catalog: SdkCatalog | undefined): HoverWords | undefined {
  const { kind, service = '', action = '', pattern } = readResource(resource);
  if (kind !== 'sdk' && kind !== 'optimized' && kind !== 'http') return undefined;
  const title = `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
  const optimized = optimizedServices.get(service);
  if (kind !== 'sdk')
    return { title, lines: [optimized?.label ?? sameInEveryLanguage(service), optimizedWords, patternWords[pattern]] };
  const found = catalog && findAction(catalog, service, action).action;
  const required = found?.required.map(({ name }) => name).join(', ') ?? '';
  const lines = [sameInEveryLanguage(found?.service.label ?? service), sdkWords, patternWords[pattern]];
  return {
    title,
    lines: required === '' ? lines : [...lines, { en: `Required: ${required}`, ja: `必須: ${required}` }],
  };
}

const optimizedWords: Localized = { en: 'Optimized integration', ja: '最適化統合' };
const sdkWords: Localized = { en: 'AWS SDK integration', ja: 'AWS SDK 統合' };

function variableWords(name: string, { tree }: AslContext): HoverWords | undefined {
  const variable = variablesOf(tree).find((one) => one.name === name);
  if (variable === undefined) return undefined;
  const names = (paths: readonly (readonly string[])[]): string => paths.map((path) => path.at(-1)).join(', ');
  const setBy = names(variable.setBy);
  const readBy = names(variable.readBy);
  return {
    title: `$${name}`,
    lines: [
      setBy === ''
        ? { en: 'Set nowhere', ja: '設定するステートなし' }
        : { en: `Set by: ${setBy}`, ja: `設定: ${setBy}` },
      ...(readBy === '' ? [] : [{ en: `Read by: ${readBy}`, ja: `読み取り: ${readBy}` }]),
    ],
  };
}

function draw({ title, lines }: HoverWords, language: Language): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'asl-hover';
  const head = dom.appendChild(document.createElement('strong'));
  head.textContent = title;
  for (const line of lines) dom.appendChild(document.createElement('div')).textContent = translate(line, language);
  return dom;
}
