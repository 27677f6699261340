import type { Finding, RuleDefinition } from '../../advisor/define.js';
import type { Design } from '../../model/design.js';
import type { Language } from '../../model/localized.js';
import type { Problem } from '../../model/problems.js';
import { changesBetween, noDesign } from '../worker/design-changes.js';
import { patched } from '../worker/patch.js';
import type { AnalysisReply, AnalysisRequest, PlainFinding, PlainProject } from '../worker/protocol.js';
import { keyOf, stillHolds } from './problems.js';
import { studio, toast, type StudioState } from './studio.js';

const failedText = {
  en: 'Advice and code could not be computed for this design.',
  ja: 'この設計の提案とコードを生成できませんでした。',
};

/** What the worker was last asked about. */
interface Asked {
  readonly id: number;
  readonly document: string;
  readonly design: Design;
  readonly language: Language;
}

/** What the worker has answered so far: its next answers say only what changed. */
interface Answered {
  readonly findings: ReadonlyMap<string, Finding>;
  /** Of the system. */
  readonly problems: readonly Problem[];
  readonly project: PlainProject;
  /** Whose code it is; undefined: none yet, or a newer one has been asked for. */
  readonly of: Asked | undefined;
}

const nothingAnswered: Answered = {
  findings: new Map(),
  problems: [],
  project: { files: new Map(), filesOf: new Map(), writtenOnce: new Set(), problems: [] },
  of: undefined,
};

/** Everything wrong with the design on screen, each thing once. */
function allProblems(
  { system, file }: Pick<StudioState, 'system' | 'file'>,
  found: readonly Problem[],
): readonly Problem[] {
  const all = new Map<string, Problem>();
  for (const problem of [...found, ...file.problems.filter((one) => stillHolds(one, system.design))]) {
    const key = keyOf(problem);
    if (!all.has(key)) all.set(key, problem);
  }
  return [...all.values()];
}

/**
 * Keeps advice, code and problems in step with the design. An edit is sent at once when the worker is idle; while it
 * works, edits gather, so that it goes on with the newest design.
 */
export function startAnalysis(): () => void {
  const worker = new Worker(new URL('../worker/analysis-worker.ts', import.meta.url), { type: 'module' });
  // The rules' words and fixes stay on this side: loaded while the worker starts.
  const rulesById = import('../../advisor/index.js').then(({ rules }) => new Map(rules.map((rule) => [rule.id, rule])));
  let lastId = 0;
  let asked: Asked | undefined;
  let isBusy = false;
  let answered = nothingAnswered;
  let failedBefore = false;

  const request = (): void => {
    if (isBusy) return;
    const { design, language, analysis, file } = studio.getState();
    if (analysis?.design === design && analysis.language === language) return;
    const isFresh = asked === undefined;
    const changes = changesBetween(asked?.design ?? noDesign, design);
    const now: Asked = { id: (lastId += 1), document: file.document, design, language };
    if (changes === undefined && asked?.language === language && answered.of === asked) {
      // Only moved about, or shown before: nothing that advice or code could say anew.
      asked = now;
      answered = { ...answered, of: now };
      showBoth(now);
      return;
    }
    if (isFresh) answered = nothingAnswered;
    answered = { ...answered, of: undefined };
    asked = now;
    isBusy = true;
    const message: AnalysisRequest = { id: now.id, changes: changes ?? { rest: {} }, fresh: isFresh, language };
    worker.postMessage(message);
  };

  const receive = async ({ data: reply }: MessageEvent<AnalysisReply>): Promise<void> => {
    const rules = await rulesById;
    if (asked?.id !== reply.id) return;
    const of = asked;
    switch (reply.status) {
      case 'advice': {
        const findings = revived(rules, answered.findings, reply.findings);
        answered = { ...answered, findings, problems: reply.problems ?? answered.problems };
        showAdvice(of);
        return;
      }
      case 'code': {
        const { project, problems } = answered;
        answered = {
          ...answered,
          of,
          project: {
            files: patched(project.files, reply.files),
            filesOf: patched(project.filesOf, reply.filesOf),
            writtenOnce: reply.writtenOnce === undefined ? project.writtenOnce : new Set(reply.writtenOnce),
            problems: [...problems, ...reply.problems],
          },
        };
        failedBefore = false;
        showCode(of);
        break;
      }
      case 'failed':
        reportError(new Error(reply.detail));
        if (!failedBefore) toast(failedText, { tone: 'danger' });
        failedBefore = true;
        asked = undefined;
    }
    isBusy = false;
    // What failed is asked for again with the next edit, not at once.
    if (reply.status === 'code' || studio.getState().design !== of.design) request();
  };

  /** An answer is for the document that asked, or for one with the same design. */
  const isShown = ({ document, design }: Asked): boolean => {
    const state = studio.getState();
    return state.file.document === document || state.design === design;
  };

  const showAdvice = (of: Asked): void => {
    if (!isShown(of)) return;
    studio.setState((state) => ({
      findings: sameOrNew(state.findings, [...answered.findings.values()]),
      problems: sameOrNew(state.problems, allProblems(state, answered.problems)),
    }));
    if (studio.getState().design === of.design) tell('advice');
  };

  const showCode = (of: Asked): void => {
    if (!isShown(of)) return;
    const { project, findings } = answered;
    const analysis = { design: of.design, language: of.language, findings: [...findings.values()], project };
    studio.setState((state) => ({
      analysis,
      problems: sameOrNew(state.problems, allProblems(state, project.problems)),
    }));
    if (studio.getState().design === of.design) tell('code');
  };

  /** One change of the studio for an edit that says nothing new. */
  const showBoth = (of: Asked): void => {
    if (!isShown(of)) return;
    const { project, findings } = answered;
    const all = [...findings.values()];
    studio.setState((state) => ({
      findings: sameOrNew(state.findings, all),
      problems: sameOrNew(state.problems, allProblems(state, project.problems)),
      analysis: { design: of.design, language: of.language, findings: all, project },
    }));
    if (studio.getState().design !== of.design) return;
    tell('advice');
    tell('code');
  };

  const arrived = (event: MessageEvent<AnalysisReply>): void => {
    receive(event).catch(reportError);
  };
  worker.addEventListener('message', arrived);
  const unsubscribe = studio.subscribe((state, before) => {
    if (state.file !== before.file && state.file.document === before.file.document)
      studio.setState({
        problems: allProblems(state, answered.of === undefined ? state.problems : answered.project.problems),
      });
    if (
      state.design !== before.design ||
      state.language !== before.language ||
      state.file.document !== before.file.document
    )
      request();
  });
  request();
  return () => {
    unsubscribe();
    worker.terminate();
  };
}

/** Findings with their rules again, after a difference. */
function revived(
  rules: ReadonlyMap<string, RuleDefinition>,
  before: ReadonlyMap<string, Finding>,
  patch: Extract<AnalysisReply, { readonly status: 'advice' }>['findings'],
): ReadonlyMap<string, Finding> {
  if (patch === undefined) return before;
  const set = patch.set.flatMap(([id, finding]): [string, Finding][] => {
    const rule = rules.get(finding.rule);
    return rule === undefined ? [] : [[id, withRule(finding, rule)]];
  });
  return patched(before, { ...patch, set });
}

const withRule = (finding: PlainFinding, rule: RuleDefinition): Finding => ({ ...finding, rule });

const sameOrNew = <Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  before.length === now.length && now.every((item, index) => item === before[index]) ? before : now;

/** For whoever measures how soon an edit is answered: an entry of the browser's performance timeline, not kept. */
function tell(what: 'advice' | 'code'): void {
  performance.mark(`servicefull:${what}`);
  performance.clearMarks(`servicefull:${what}`);
}
