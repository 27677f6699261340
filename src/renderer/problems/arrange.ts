import { problemTexts, severityOf, type Problem, type ProblemCode, type Severity } from '../../model/problems.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { lookup, nodeId } from '../../model/design.js';
import { rank } from '../../model/fold.js';
import type { System } from '../../system/system.js';

/** What problems are put together by: where they are, or what they are. */
export type Grouping = 'place' | 'kind';

export interface ProblemFilter {
  readonly text: string;
  readonly severity: Severity | 'all';
  readonly grouping: Grouping;
}

export interface ProblemGroup {
  readonly key: string;
  /** The name that a person gave, or words of ours. */
  readonly heading: string | Localized;
  readonly icon: string | undefined;
  readonly problems: readonly Problem[];
}

export const kindHeadings = {
  file: { en: 'File', ja: 'ファイル' },
  references: { en: 'References', ja: '参照' },
  connections: { en: 'Connections', ja: '接続' },
  fields: { en: 'Settings', ja: '設定' },
  definitions: { en: 'State machines', ja: 'ステートマシン' },
  structure: { en: 'Structure', ja: '構成' },
} as const satisfies Record<string, Localized>;
type Kind = keyof typeof kindHeadings;

const wholeDesign: Localized = { en: 'Whole design', ja: '設計全体' };

function kindOf(code: ProblemCode): Kind {
  if (code.startsWith('dangling-') || code === 'substitution-unknown') return 'references';
  if (code.startsWith('definition-') || code === 'task-without-node') return 'definitions';
  if (/^(field-|code-invalid|text-reserved|existing-|visibility-|unknown-service)/.test(code)) return 'fields';
  if (
    /^(yaml-|duplicate-key|reserved-|too-|not-a-|newer-|wrong-|missing-|invalid-id|unknown-key|comment-|file-)/.test(
      code,
    )
  )
    return 'file';
  if (/^(stack-|resource-|replaces-|synthesis-|dead-letter-queue-elsewhere|not-connected)/.test(code))
    return 'structure';
  return 'connections';
}

/** What a problem is about, by name: a node, the ends of a connection, a context. */
export function subjectOf({ node, connection, context, path }: Problem, system: System): string | undefined {
  const [section, id] = path ?? [];
  const owner = node ?? (section === 'nodes' ? id : undefined);
  const label = typeof owner === 'string' ? system.node(nodeId(owner))?.label : undefined;
  if (label !== undefined) return label;
  const name = connection ?? (section === 'connections' && typeof id === 'string' ? id : undefined);
  const found = name === undefined ? undefined : system.connections.get(name);
  if (found !== undefined)
    return `${system.node(found.from)?.label ?? found.from} → ${system.node(found.to)?.label ?? found.to}`;
  if (name !== undefined) return name;
  return context === undefined ? undefined : lookup(system.design.contexts, context)?.label;
}

/** The words of a problem, for search: in both languages, with what it is about. */
const wordsOf = (problem: Problem, subject: string | undefined, language: Language): readonly string[] => {
  const { message, action } = problemTexts[problem.code];
  return [
    translate(message, language, problem.facts),
    subject ?? '',
    translate(action, language, problem.facts),
    translate(message, language === 'en' ? 'ja' : 'en', problem.facts),
  ];
};

/** The problems that pass a filter, in groups: errors before warnings, groups with errors first. */
export function arrange(
  problems: readonly Problem[],
  system: System,
  { text, severity, grouping }: ProblemFilter,
  language: Language,
): readonly ProblemGroup[] {
  const groups = new Map<string, { heading: string | Localized; icon: string | undefined; problems: Problem[] }>();
  for (const problem of problems) {
    if (severity !== 'all' && severityOf(problem) !== severity) continue;
    const subject = subjectOf(problem, system);
    if (text.trim() !== '' && rank(text, wordsOf(problem, subject, language)) === undefined) continue;
    const kind = kindOf(problem.code);
    const key = grouping === 'kind' ? kind : (problem.node ?? problem.connection ?? problem.context ?? subject ?? '');
    const group = groups.get(key);
    if (group !== undefined) group.problems.push(problem);
    else
      groups.set(key, {
        heading: grouping === 'kind' ? kindHeadings[kind] : subject === undefined ? wholeDesign : subject,
        icon: grouping === 'place' && problem.node !== undefined ? system.node(problem.node)?.service.icon : undefined,
        problems: [problem],
      });
  }
  const weight = (problem: Problem): number => (severityOf(problem) === 'error' ? 0 : 1);
  return [...groups]
    .map(([key, group]) => ({ key, ...group, problems: group.problems.sort((a, b) => weight(a) - weight(b)) }))
    .sort((a, b) => Math.min(...a.problems.map(weight)) - Math.min(...b.problems.map(weight)));
}
