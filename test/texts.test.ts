import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import '../src/catalog/further.js';
import { families } from '../src/advisor/define.js';
import { rules } from '../src/advisor/index.js';
import { aslProblemTexts } from '../src/asl/problems.js';
import { categories } from '../src/catalog/define.js';
import { connections, services } from '../src/catalog/index.js';
import * as commands from '../src/editor/commands/index.js';
import { problemTexts } from '../src/model/problems.js';

/** A text with where it stands. English has several forms where it depends on a number. */
interface Text {
  readonly where: string;
  /** The key that it stands at: `label`, `help`, `title`. */
  readonly key: string;
  readonly en: readonly string[];
  readonly ja: string;
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const forms = (en: unknown): string[] =>
  typeof en === 'object' && en !== null ? Object.values(en).map(words) : [words(en)];

/** Whatever has both languages inside a value, at any depth. */
function* textsIn(value: unknown, where: string): Generator<Text> {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  if ('en' in value || 'ja' in value) {
    const { en, ja }: { en?: unknown; ja?: unknown } = value;
    yield { where, key: where.slice(where.lastIndexOf('.') + 1), en: forms(en), ja: words(ja) };
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, `${where}.${key}`);
}

/** The words of a literal; whatever is put in between stands as `{}`. */
function wordsOf(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('{}');
  return undefined;
}

const valueOf = (object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  object.properties.find(
    (one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name,
  )?.initializer;

/** The key that a literal is the value of, as it is or as one of several. */
function keyOf(node: ts.Node): string {
  if (ts.isPropertyAssignment(node)) return node.name.getText();
  return ts.isExpression(node) ? keyOf(node.parent) : '';
}

/** The texts written in a file: objects with a literal for each language, wherever they stand. */
function textsOfFile(path: string): Text[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const en = valueOf(node, 'en');
      const english =
        en !== undefined && ts.isObjectLiteralExpression(en)
          ? [wordsOf(valueOf(en, 'one')), wordsOf(valueOf(en, 'other'))]
          : [wordsOf(en)];
      const ja = wordsOf(valueOf(node, 'ja'));
      const known = english.flatMap((form) => form ?? []);
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (ja !== undefined && known.length === english.length)
        found.push({ where: `${path}:${String(line)}`, key: keyOf(node), en: known, ja });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\./.test(path))
  .map((path) => join('src', path))
  .sort();

const definitions = { services, connections, categories, families, problemTexts, aslProblemTexts, rules, commands };
const texts = [
  ...Object.entries(definitions).flatMap(([name, value]) => [...textsIn(value, name)]),
  ...sources.flatMap(textsOfFile),
];

/** Each text that breaks a rule, with its words, so that the report shows what to mend. */
const breaking = (isBroken: (text: Text) => boolean): string[] =>
  texts.filter(isBroken).map(({ where, en, ja }) => `${where}: ${en.join(' | ')} / ${ja}`);

const placeholders = (text: string): string => [...new Set(text.match(/\{[a-zA-Z]*\}/g) ?? [])].sort().join(' ');

const kana = 'ぁ-んァ-ヶー';
const letter = `${kana}一-龠々`;
/** What stands for a `{placeholder}` can be anything, so it counts as Latin. What code puts in (`{}`) brings its own. */
const latin = '(?:[A-Za-z0-9]|\\{[a-zA-Z])';
const latinEnd = '(?:[A-Za-z0-9]|[a-zA-Z]\\})';
const touching = new RegExp(`[${letter}]${latin}|${latinEnd}[${letter}]`);
const sentence = /(?:です|ます|ません|でした|ました|ください)$/;
/** The title of a finding is a sentence that serves as a heading: without a full stop, in both languages. */
const isHeading = ({ where, key }: Text): boolean => key === 'title' && /^(?:rules|src\/advisor)\b/.test(where);
const labels = ['label', 'defaultLabel', 'keyLabel', 'valueLabel', 'title'];

test('there are texts of every sort to look at', () => {
  for (const name of [...Object.keys(definitions), 'src/renderer', 'src/cli', 'src/codegen', 'src/main', 'src/system'])
    expect(
      texts.some(({ where }) => where.startsWith(name)),
      name,
    ).toBe(true);
});

describe('every text', () => {
  test('has words in both languages', () => {
    const isBlank = (words: string): boolean => words.trim() === '';
    expect(breaking(({ en, ja }) => en.some((form) => isBlank(form) !== isBlank(ja)))).toEqual([]);
    // Only in between can a text stand for nothing, such as the unit of a plain number.
    expect(breaking(({ where, ja }) => !where.startsWith('src/') && isBlank(ja))).toEqual([]);
  });

  test('names the same facts in both languages', () => {
    // A form for exactly one may spell the number out.
    expect(breaking(({ en, ja }) => placeholders(en.at(-1) ?? '') !== placeholders(ja))).toEqual([]);
  });
});

describe('English', () => {
  test('neither shouts nor begs', () => {
    expect(breaking(({ en }) => en.some((form) => /!|\bplease\b/i.test(form)))).toEqual([]);
  });
});

describe('Japanese', () => {
  test('has half-width punctuation and full-width katakana', () => {
    expect(breaking(({ ja }) => /[（）：？！％／]|[０-９Ａ-Ｚａ-ｚ]|[\uff61-\uff9f]|[〜~]/.test(ja))).toEqual([]);
  });

  test('joins katakana without a dot', () => {
    expect(breaking(({ ja }) => ja.includes('・'))).toEqual([]);
  });

  test('has a space between Japanese and Latin, and none at 、。「」', () => {
    expect(breaking(({ ja }) => touching.test(ja))).toEqual([]);
    expect(breaking(({ ja }) => / [、。」「]|[、。「」] /.test(ja))).toEqual([]);
  });

  test('has brackets with a space outside and none inside', () => {
    expect(breaking(({ ja }) => new RegExp(`[${letter}]\\(|\\)[${letter}]|\\( | \\)`).test(ja))).toEqual([]);
  });

  test('ends a sentence with 。 and a label without', () => {
    expect(breaking((text) => !isHeading(text) && sentence.test(text.ja))).toEqual([]);
    expect(
      breaking(({ where, key, ja }) => !where.startsWith('src/') && labels.includes(key) && ja.endsWith('。')),
    ).toEqual([]);
  });

  test('advises without commanding, in plain words', () => {
    expect(breaking(({ ja }) => /べき|することができ|させていただ|サーバレス|間違って/.test(ja))).toEqual([]);
  });

  test('spells words as AWS does', () => {
    const others =
      /(?:パラメーター|エディター|フォルダー|メモリー|プロパティー)|(?:サーバ|ユーザ|フィルタ|トリガ|ハンドラ|ヘッダ|コンシューマ|オーソライザ|コンピュータ)(?![ー])|既定|権限/;
    expect(breaking(({ ja }) => others.test(ja))).toEqual([]);
  });
});
