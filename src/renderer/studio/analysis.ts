import { rules } from '../../advisor/index.js';
import type { Finding } from '../../advisor/define.js';
import { isSameProblem, stillHolds } from './problems.js';
import { studio, toast, type StudioState } from './studio.js';
import type { AnalysisReply, AnalysisRequest, PlainFinding } from '../worker/protocol.js';

const debounceMilliseconds = 120;

const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

/** A finding with its rule again: the texts and the fix, which cannot cross to a worker. */
function revive(plain: PlainFinding): Finding[] {
  const rule = ruleById.get(plain.rule);
  return rule === undefined ? [] : [{ ...plain, rule }];
}

function allProblems({ system, analysis, file }: Pick<StudioState, 'system' | 'analysis' | 'file'>) {
  const found = [...system.problems];
  const ofFile = file.problems.filter((problem) => stillHolds(problem, system.design));
  for (const problem of [...(analysis?.project.problems ?? []), ...ofFile])
    if (!found.some((known) => isSameProblem(known, problem))) found.push(problem);
  return found;
}

/** Keeps advice, code and problems in step with the design: one request at a time, always of the newest design. */
export function startAnalysis(): () => void {
  const worker = new Worker(new URL('../worker/analysis-worker.ts', import.meta.url), { type: 'module' });
  let running: AnalysisRequest | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The document that the running request is about: its answer is for no other. */
  let asker = '';
  let failedBefore = false;

  const request = (): void => {
    timer = undefined;
    if (running !== undefined) return;
    const { design, language, analysis, file } = studio.getState();
    if (analysis?.design === design && analysis.language === language) return;
    running = { id: (lastId += 1), design, language };
    asker = file.document;
    worker.postMessage(running);
  };
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => {
    const answered = running;
    running = undefined;
    const { design, language, file } = studio.getState();
    if (answered?.id === data.id && (file.document === asker || answered.design === design)) receive(answered, data);
    if (answered !== undefined && (answered.design !== design || answered.language !== language)) request();
  });

  const receive = ({ design, language }: AnalysisRequest, reply: AnalysisReply): void => {
    if (reply.status === 'failed') {
      reportError(new Error(reply.detail));
      if (!failedBefore)
        toast(
          {
            en: 'Advice and code could not be computed for this design.',
            ja: 'この設計の提案とコードを生成できませんでした。',
          },
          { tone: 'danger' },
        );
      failedBefore = true;
      return;
    }
    failedBefore = false;
    const findings = reply.findings.flatMap(revive);
    const analysis = { design, language, findings, project: reply.project };
    studio.setState((state) => ({ analysis, findings, problems: allProblems({ ...state, analysis }) }));
  };

  const unsubscribe = studio.subscribe((state, before) => {
    if (state.system !== before.system || state.file !== before.file) studio.setState({ problems: allProblems(state) });
    if (state.design === before.design && state.language === before.language) return;
    clearTimeout(timer);
    timer = setTimeout(request, debounceMilliseconds);
  });
  request();
  return () => {
    unsubscribe();
    clearTimeout(timer);
    worker.terminate();
  };
}
