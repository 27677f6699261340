import { createAnalyser } from './analyser.js';
import type { AnalysisReply, AnalysisRequest } from './protocol.js';

const analyse = createAnalyser();

self.addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  try {
    // Advice does not wait for code.
    for (const reply of analyse(data)) self.postMessage(reply);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const reply: AnalysisReply = { id: data.id, status: 'failed', detail };
    self.postMessage(reply);
  }
});
