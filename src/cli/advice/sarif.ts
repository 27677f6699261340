import { families, type Finding, type FindingSeverity, type RuleDefinition } from '../../advisor/define.js';
import { byCodeUnit } from '../../model/names.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import type { FoundIn } from '../reports.js';
import { createPlacer, type FindingPlace } from './place.js';

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Record<FindingSeverity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'note',
};

/** What CI shows beside a line: GitHub code scanning, GitLab and editors read it. */
export function sarif(found: readonly FoundIn[], language: Language): string {
  const placeOf = createPlacer();
  const used = [...new Map(found.map(({ finding }) => [finding.rule.id, finding.rule])).values()].sort((a, b) =>
    byCodeUnit(a.id, b.id),
  );
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Servicefull', rules: used.map((rule) => ruleOf(rule, language)) } },
        language,
        columnKind: 'utf16CodeUnits',
        results: found.map((one) => {
          const { finding } = one;
          return {
            ruleId: finding.rule.id,
            ruleIndex: used.findIndex(({ id }) => id === finding.rule.id),
            level: levels[finding.severity],
            // What only confirms is no deviation; a question wants a look.
            kind: finding.verdict === 'keep' ? 'informational' : 'fail',
            ...(finding.verdict === 'keep' ? { level: 'none' } : {}),
            message: { text: messageOf(finding, language) },
            locations: [locationOf(placeOf(one), finding)],
            ...relatedOf(one, placeOf, language),
            partialFingerprints: { 'servicefullFinding/v1': finding.fingerprint },
            properties: {
              family: finding.rule.family,
              verdict: finding.verdict,
              confidence: finding.confidence,
              mechanism: finding.mechanism,
              nodes: finding.nodes,
            },
          };
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleOf = (rule: RuleDefinition, language: Language) => ({
  id: rule.id,
  name: rule.id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(''),
  shortDescription: { text: plain(rule.title, language) },
  fullDescription: { text: `${plain(rule.why, language)} ${plain(rule.tradeOff, language)}` },
  helpUri: rule.source.url,
  defaultConfiguration: { level: levels[rule.severity] },
  properties: { family: translate(families[rule.family], language), tags: [rule.family] },
});

/** The words of a rule in general: its placeholders stand for whatever is found. */
const plain = (text: Localized, language: Language): string =>
  translate(text, language).replace(/\{([A-Za-z]+)\}/g, '<$1>');

const messageOf = (finding: Finding, language: Language): string => {
  const { rule, texts, facts } = finding;
  const title = translate(texts?.title ?? rule.title, language, facts);
  const what = translate(texts?.what ?? rule.what, language, facts);
  const stop = language === 'ja' ? '。' : '. ';
  return /[.。?]$/.test(title) ? `${title} ${what}` : `${title}${stop}${what}`;
};

/** Paths as URIs, relative to where the command ran: a name may hold what a URI may not. */
const uriOf = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
    .replace(/^([A-Za-z])%3A\//, 'file:///$1:/');

const physical = ({ file, line, column }: FindingPlace) => ({
  artifactLocation: { uri: uriOf(file) },
  region: { startLine: line, startColumn: column },
});

const locationOf = (place: FindingPlace, finding: Finding) => ({
  physicalLocation: physical(place),
  logicalLocations: finding.nodes.map((id) => ({ name: id, kind: 'resource' })),
});

function relatedOf(one: FoundIn, placeOf: ReturnType<typeof createPlacer>, language: Language) {
  const shown = one.shown ?? ((path: string): string => path);
  const related = one.finding.evidence.map(({ text, node, code }, id) => ({
    id,
    physicalLocation: physical(
      code === undefined ? placeOf(one, node) : { file: shown(code.file), line: code.line, column: 1 },
    ),
    message: { text: translate(text, language, one.finding.facts) },
  }));
  return related.length === 0 ? {} : { relatedLocations: related };
}
