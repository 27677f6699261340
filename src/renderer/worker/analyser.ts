import { createAdviser } from '../../advisor/engine.js';
import type { Finding } from '../../advisor/define.js';
import { createGenerator } from '../../codegen/targets/cdk-typescript.js';
import type { Project } from '../../codegen/index.js';
import type { Problem } from '../../model/problems.js';
import { problemsOf } from '../../system/problems.js';
import { resolveSystem } from '../../system/resolve.js';
import type { System } from '../../system/system.js';
import { changed, noDesign } from './design-changes.js';
import { patchBetween } from './patch.js';
import type { AnalysisReply, AnalysisRequest, PlainFinding } from './protocol.js';

/** Answers requests one after the other; remembers the last design and what was made of it, so that little is made anew. */
export function createAnalyser(): (request: AnalysisRequest) => Generator<AnalysisReply> {
  let design = noDesign;
  let system: System | undefined;
  let advise = createAdviser();
  let generate = createGenerator();
  let findings: ReadonlyMap<string, Finding> = new Map();
  let problems: readonly Problem[] | undefined;
  let project: Project | undefined;

  const forget = (): void => {
    design = noDesign;
    system = undefined;
    advise = createAdviser();
    generate = createGenerator();
    findings = new Map();
    problems = undefined;
    project = undefined;
  };

  function* answer({ id, changes, language }: AnalysisRequest): Generator<AnalysisReply> {
    design = changed(design, changes);
    system = resolveSystem(design, system);

    const foundBefore = findings;
    findings = new Map(advise(system).map((finding) => [finding.id, finding]));
    const patch = patchBetween(foundBefore, findings);
    const problemsBefore = problems;
    problems = problemsOf(system);
    yield {
      id,
      status: 'advice',
      findings: patch && { ...patch, set: patch.set.map(([key, finding]) => [key, plain(finding)] as const) },
      problems: isSameList(problemsBefore, problems) ? undefined : problems,
    };

    const before = project;
    const generated = generate(system, { language });
    project = generated;
    const known = new Set(problems);
    yield {
      id,
      status: 'code',
      files: patchBetween(before?.files ?? new Map<string, string>(), generated.files),
      filesOf: patchBetween(before?.filesOf ?? new Map<string, readonly string[]>(), generated.filesOf, isSameList),
      writtenOnce: isSameList([...(before?.writtenOnce ?? [])], [...generated.writtenOnce])
        ? undefined
        : [...generated.writtenOnce],
      problems: generated.problems.filter((problem) => !known.has(problem)),
    };
  }

  return function* (request) {
    if (request.fresh) forget();
    yield* answer(request);
  };
}

const plain = (finding: Finding): PlainFinding => ({ ...finding, rule: finding.rule.id });

const isSameList = (a: readonly unknown[] | undefined, b: readonly unknown[]): boolean =>
  a?.length === b.length && b.every((item, index) => item === a[index]);
