import '../../catalog/further.js';
import { engine } from './engine.js';
import { importFound } from './import-job.js';
import type { ImportReply, ImportRequest } from './import-protocol.js';

const say = (reply: ImportReply): void => {
  self.postMessage(reply);
};

// One import for each worker: whoever cancels ends the worker.
self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  importFound(data, engine, (phase) => {
    say({ status: 'phase', phase });
  }).then(
    (found) => {
      say({ status: 'found', found });
    },
    (error: unknown) => {
      say({ status: 'failed', detail: error instanceof Error ? error.message : String(error) });
    },
  );
});
