import type { Finding } from '../../advisor/define.js';
import { isError, type Problem } from '../../model/problems.js';
import type { SystemNode } from '../../system/system.js';

/** What the canvas marks on a node, from findings and problems. */
export interface Marks {
  readonly findings: number;
  readonly isKept: boolean;
  readonly problems: number;
}

const none: Marks = { findings: 0, isKept: false, problems: 0 };

/** Marks by node id. A finding about a function marks the function, any other one all of its nodes. */
export function marksOf(findings: readonly Finding[], problems: readonly Problem[]): ReadonlyMap<string, Marks> {
  const marks = new Map<string, Marks>();
  const change = (id: string, by: (mark: Marks) => Marks): void => {
    marks.set(id, by(marks.get(id) ?? none));
  };
  for (const finding of findings) {
    if (finding.dismissed !== undefined) continue;
    const marked = finding.function === undefined ? new Set(finding.nodes) : [finding.function];
    for (const id of marked)
      change(id, (mark) =>
        finding.verdict === 'keep' ? { ...mark, isKept: true } : { ...mark, findings: mark.findings + 1 },
      );
  }
  for (const problem of problems)
    if (problem.node !== undefined && isError(problem))
      change(problem.node, (mark) => ({ ...mark, problems: mark.problems + 1 }));
  return marks;
}

export const marksAt = (marks: ReadonlyMap<string, Marks>, id: string): Marks => marks.get(id) ?? none;

/** A function that a person or a rule calls mere transport. */
export const isTransport = (node: SystemNode): boolean => node.props['work'] === 'transport';

/** Connections with something wrong about them. */
export const connectionsWithProblems = (problems: readonly Problem[]): ReadonlySet<string> =>
  new Set(problems.flatMap(({ connection }) => connection ?? []));
