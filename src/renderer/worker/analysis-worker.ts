import { advise } from '../../advisor/engine.js';
import { generateProject } from '../../codegen/targets/cdk-typescript.js';
import { resolveSystem } from '../../system/resolve.js';
import type { System } from '../../system/system.js';
import type { AnalysisReply, AnalysisRequest, PlainFinding } from './protocol.js';

let previous: System | undefined;

function analyse({ id, design, language }: AnalysisRequest): AnalysisReply {
  const system = resolveSystem(design, previous);
  previous = system;
  const findings = advise(system).map((finding): PlainFinding => ({ ...finding, rule: finding.rule.id }));
  const { files, writtenOnce, filesOf, problems } = generateProject(system, { language });
  return { id, status: 'done', findings, project: { files, writtenOnce, filesOf, problems } };
}

self.addEventListener('message', (event: MessageEvent<AnalysisRequest>) => {
  try {
    self.postMessage(analyse(event.data));
  } catch (error) {
    previous = undefined;
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const reply: AnalysisReply = { id: event.data.id, status: 'failed', detail };
    self.postMessage(reply);
  }
});
