import type { Localized } from '../../model/localized.js';
import type { CodeProblem } from './check-code.js';

/** Directives that `#end` closes: https://velocity.apache.org/engine/1.7/user-guide.html */
const blocks: readonly string[] = ['if', 'foreach', 'macro', 'define'];

interface Open {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What is out of balance in a mapping template: directives, `${`, quotes of a condition. Reads the text once. */
export function checkVtl(text: string): readonly CodeProblem[] {
  const problems: CodeProblem[] = [];
  const open: Open[] = [];
  const report = (start: number, end: number, words: Localized, name = ''): void => {
    problems.push({ start, end, words, facts: { name: `#${name}` } });
  };
  let at = 0;
  while (at < text.length) {
    const skipped = skip(text, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const directive = directiveAt(text, at);
    if (directive === undefined) {
      if (text.startsWith('${', at) && !closesSoon(text, at)) report(at, at + 2, texts.reference);
      at++;
      continue;
    }
    const { name, end } = directive;
    const inside = open.at(-1);
    if (blocks.includes(name)) open.push({ name, start: at, end });
    else if (name === 'end') {
      if (inside === undefined) report(at, end, texts.lonelyEnd);
      else open.pop();
    } else if ((name === 'else' || name === 'elseif') && inside?.name !== 'if' && inside?.name !== 'foreach')
      report(at, end, texts.lonelyElse, name);
    at = end;
    if (wantsBrackets.includes(name)) {
      const close = closingBracket(text, end);
      if (close === undefined) report(directive.start, end, texts.brackets, name);
      else at = close;
    }
  }
  for (const { name, start, end } of open) report(start, end, texts.open, name);
  return problems.sort((a, b) => a.start - b.start);
}

const wantsBrackets: readonly string[] = ['if', 'elseif', 'foreach', 'set', 'macro', 'define'];

/** The end of a comment, of unparsed text, or of an escape that begins here; else the same place. */
function skip(text: string, at: number): number {
  const until = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    return end < 0 ? text.length : end + mark.length;
  };
  if (text.startsWith('\\#', at) || text.startsWith('\\$', at)) return at + 2;
  if (text.startsWith('##', at)) return until('\n', at);
  if (text.startsWith('#*', at)) return until('*#', at + 2);
  if (text.startsWith('#[[', at)) return until(']]#', at + 3);
  return at;
}

const directivePattern = /#(?:\{([a-z]+)\}|([a-z]+))/y;

function directiveAt(text: string, at: number): Open | undefined {
  directivePattern.lastIndex = at;
  const match = directivePattern.exec(text);
  const name = match?.[1] ?? match?.[2];
  return match === null || name === undefined ? undefined : { name, start: at, end: at + match[0].length };
}

const longestReference = 500;
const closesSoon = (text: string, at: number): boolean => {
  const end = text.indexOf('}', at);
  return end > 0 && end - at < longestReference && !text.slice(at, end).includes('\n');
};

/** After the bracket that closes the one that follows; undefined where none follows, or it is not closed. */
function closingBracket(text: string, from: number): number | undefined {
  let at = from;
  while (text.charAt(at) === ' ') at++;
  if (text.charAt(at) !== '(') return undefined;
  let depth = 0;
  let quote = '';
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

const texts = {
  open: { en: '{name} is not closed with #end', ja: '{name} が #end で閉じられていません。' },
  lonelyEnd: { en: 'this #end closes nothing', ja: '対応するディレクティブのない #end です。' },
  lonelyElse: { en: '{name} stands outside of #if', ja: '{name} が #if の外にあります。' },
  brackets: {
    en: '{name} needs round brackets that are closed',
    ja: '{name} には、閉じた丸括弧が必要です。',
  },
  reference: { en: '${ is not closed with }', ja: '${ が } で閉じられていません。' },
} as const satisfies Record<string, Localized>;
