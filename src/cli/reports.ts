import { families, type Confidence, type Finding, type Verdict } from '../advisor/define.js';
import { translate, type Language, type Localized } from '../model/localized.js';
import type { DesignNode } from '../model/design.js';
import { createPlacer } from './advice/place.js';
import { sarif } from './advice/sarif.js';

/** A finding with the file it is about. */
export interface FoundIn {
  readonly file: string;
  /** Of the file: finds the line of a node. */
  readonly text: string;
  /** Of the design: a node that a template brought in says where it stands there. */
  readonly nodes: Readonly<Record<string, DesignNode>>;
  /** Paths of code as the person would write them. */
  readonly shown?: (path: string) => string;
  readonly finding: Finding;
}

type Report = (inputs: readonly string[], found: readonly FoundIn[], language: Language) => string;

const texts = {
  none: { en: 'No findings', ja: '検出結果なし' },
  count: {
    en: { one: '{count} finding', other: '{count} findings' },
    ja: '検出結果 {count} 件',
  },
  why: { en: 'Why', ja: '理由' },
  tradeOff: { en: 'Trade-off', ja: 'トレードオフ' },
  evidence: { en: 'Evidence', ja: '根拠' },
  source: { en: 'Source', ja: '出典' },
  verdict: { en: 'Verdict', ja: '判定' },
  confidence: { en: 'Confidence', ja: '確信度' },
} as const satisfies Record<string, Localized>;

const verdicts: Record<Verdict, Localized> = {
  replace: { en: 'can be replaced', ja: '置き換え可能' },
  partly: { en: 'can be replaced in part', ja: '一部置き換え可能' },
  keep: { en: 'keep', ja: '残す' },
  question: { en: 'question', ja: '要確認' },
};

const confidences: Record<Confidence, Localized> = {
  high: { en: 'high', ja: '高' },
  medium: { en: 'medium', ja: '中' },
  low: { en: 'low', ja: '低' },
};

type Words = 'title' | 'what' | 'why' | 'tradeOff';

/** The words of a finding in one language, with its facts filled in. */
function wordsOf(finding: Finding, language: Language): Record<Words, string> {
  const say = (name: Words): string => translate(finding.texts?.[name] ?? finding.rule[name], language, finding.facts);
  return { title: say('title'), what: say('what'), why: say('why'), tradeOff: say('tradeOff') };
}

const countLine = (found: readonly FoundIn[], language: Language): string =>
  found.length === 0 ? translate(texts.none, language) : translate(texts.count, language, { count: found.length });

/** Version of the JSON: raised when a key changes its meaning or goes. */
const jsonVersion = 1;

const json: Report = (inputs, found, language) => {
  const placeOf = createPlacer();
  const findings = found.map((one) => {
    const { finding } = one;
    const { title, why } = wordsOf(finding, language);
    const { line, ...place } = placeOf(one);
    return {
      id: finding.id,
      fingerprint: finding.fingerprint,
      file: place.file,
      rule: finding.rule.id,
      family: finding.rule.family,
      severity: finding.severity,
      line,
      ...(finding.function === undefined ? {} : { function: finding.function }),
      nodes: finding.nodes,
      verdict: finding.verdict,
      mechanism: finding.mechanism,
      confidence: finding.confidence,
      evidence: finding.evidence.map(({ text, node, code }) => ({
        text: translate(text, language, finding.facts),
        ...(node === undefined ? {} : { node }),
        ...(code === undefined ? {} : { code: { ...code, file: one.shown?.(code.file) ?? code.file } }),
      })),
      title,
      why,
    };
  });
  return `${JSON.stringify({ version: jsonVersion, inputs, findings }, null, 2)}\n`;
};

const text: Report = (_inputs, found, language) => {
  const say = (label: Localized): string => translate(label, language);
  const placeOf = createPlacer();
  const lines = found.flatMap((one) => {
    const { finding } = one;
    const { file, line, column } = placeOf(one);
    const words = wordsOf(finding, language);
    return [
      `${file}:${String(line)}:${String(column)}: ${finding.severity}: ${words.title} [${finding.rule.id}]`,
      `  ${words.what}`,
      `  ${say(texts.why)}: ${words.why}`,
      `  ${say(texts.tradeOff)}: ${words.tradeOff}`,
      `  ${say(texts.verdict)}: ${say(verdicts[finding.verdict])} (${finding.mechanism})`,
      `  ${say(texts.confidence)}: ${say(confidences[finding.confidence])}`,
      ...finding.evidence.flatMap(({ code }) =>
        code === undefined ? [] : [`  ${one.shown?.(code.file) ?? code.file}:${String(code.line)}: ${code.text}`],
      ),
      '',
    ];
  });
  return `${[...lines, countLine(found, language)].join('\n')}\n`;
};

/** Text from a design inside Markdown: it cannot become a link, HTML or a heading. */
const escaped = (raw: string): string =>
  raw.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~@&]/g, (character) => `\\${character}`);

const markdown: Report = (_inputs, found, language) => {
  const say = (label: Localized): string => translate(label, language);
  const sections = found.map(({ file, finding }) => {
    const words = wordsOf(finding, language);
    const { source, family, id } = finding.rule;
    const evidence = finding.evidence.map((one) => `- ${escaped(translate(one.text, language, finding.facts))}`);
    return [
      `## ${escaped(words.title)}`,
      '',
      `\`${finding.severity}\` · ${say(families[family])} · \`${id}\` · ${escaped(file)}: ${escaped(finding.nodes.join(', '))}`,
      '',
      escaped(words.what),
      '',
      `- **${say(texts.verdict)}**: ${say(verdicts[finding.verdict])} (${escaped(finding.mechanism)})`,
      `- **${say(texts.confidence)}**: ${say(confidences[finding.confidence])}`,
      `- **${say(texts.why)}**: ${escaped(words.why)}`,
      `- **${say(texts.tradeOff)}**: ${escaped(words.tradeOff)}`,
      `- **${say(texts.source)}**: [${escaped(say(source.title))}](${source.url})`,
      ...(evidence.length === 0 ? [] : ['', `**${say(texts.evidence)}**`, '', ...evidence]),
      '',
    ].join('\n');
  });
  return `${[`# ${countLine(found, language)}`, '', ...sections].join('\n').trimEnd()}\n`;
};

/** What `advise --format` takes. */
export const reports = {
  text,
  json,
  markdown,
  sarif: (_inputs, found, language) => sarif(found, language),
} as const satisfies Readonly<Record<string, Report>>;
