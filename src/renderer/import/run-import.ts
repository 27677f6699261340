import type { SourceHandle } from '../../host/host.js';
import type { SourceFiles } from '../../host/source-files.js';
import type { Design } from '../../model/design.js';
import { studio } from '../studio/studio.js';
import { wholeCatalog } from '../studio/whole-catalog.js';
import { importStep, type ImportStep } from './import-state.js';
import type { Found, ImportReply, ImportRequest } from './import-protocol.js';

/** Runs an import in a worker of its own, so that it can be cut short at any moment. */

const reasons = {
  gone: { en: 'It is not there any more.', ja: 'ファイルまたはフォルダが見つかりません。' },
  unreadable: { en: 'It cannot be read.', ja: '読み込めません。' },
  failed: {
    en: 'The import ended with an error of this app.',
    ja: 'アプリのエラーでインポートを完了できませんでした。',
  },
} as const;

/** Ends the import that is under way, if there is one. */
let cancel: () => void = () => undefined;

/** Opens the dialog with the ways to choose what is imported. */
export function chooseImport(): void {
  cancel();
  show({ step: 'choose' });
}

const show = (step: ImportStep): void => {
  importStep.setState(step, true);
  if (studio.getState().dialog?.kind !== 'import') studio.setState({ dialog: { kind: 'import' } });
};

/** Imports what is behind a handle of the host. */
export function importHandle(handle: SourceHandle, name: string): Promise<void> {
  return run(name, async () => {
    const result = await studio.getState().host?.readSources(handle);
    if (result === undefined || result.status === 'not-found') return { ...reasons.gone, detail: '' };
    return result.status === 'read' ? result.sources : { ...reasons.unreadable, detail: result.detail };
  });
}

/** Imports files that the browser was given. */
export const importSources = (name: string, read: () => Promise<SourceFiles>): Promise<void> => run(name, read);

type NotRead = (typeof reasons)[keyof typeof reasons] & { readonly detail: string };

async function run(name: string, read: () => Promise<SourceFiles | NotRead>): Promise<void> {
  cancel();
  let isCancelled = false;
  let stop: () => void = () => undefined;
  cancel = () => {
    isCancelled = true;
    stop();
  };
  const own = cancel;
  show({ step: 'working', name, phase: 'reading' });
  // Closed by whatever way: nobody waits for it any more.
  const unsubscribe = studio.subscribe(({ dialog }) => {
    if (dialog?.kind !== 'import') own();
  });
  try {
    const sources = await read();
    if (wasCancelled()) return;
    if ('detail' in sources) {
      const { detail, ...reason } = sources;
      show({ step: 'failed', name, reason, detail });
      return;
    }
    const { design, screen } = studio.getState();
    const work = inWorker({ sources, open: screen === 'editor' ? withOrigins(design) : undefined }, (phase) => {
      if (!isCancelled) show({ step: 'working', name: sources.name, phase });
    });
    stop = work.stop;
    // The names of what was found are in the catalog.
    const [found] = await Promise.all([work.found, wholeCatalog()]);
    if (!wasCancelled()) show({ step: 'found', name: sources.name, sources, found });
  } catch (error) {
    if (wasCancelled()) return;
    reportError(error);
    const detail = error instanceof Error ? error.message : String(error);
    show({ step: 'failed', name, reason: reasons.failed, detail });
  } finally {
    unsubscribe();
    stop();
  }

  function wasCancelled(): boolean {
    return isCancelled;
  }
}

/** Undefined: the design was drawn, there is nothing to bring up to date. */
const withOrigins = (design: Design): Design | undefined =>
  Object.keys(design.origins).length === 0 ? undefined : design;

interface Work {
  readonly found: Promise<Found>;
  readonly stop: () => void;
}

function inWorker(
  request: ImportRequest,
  tell: (phase: Extract<ImportReply, { status: 'phase' }>['phase']) => void,
): Work {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const found = new Promise<Found>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      if (data.status === 'phase') tell(data.phase);
      else if (data.status === 'found') resolve(data.found);
      else reject(new Error(data.detail));
    });
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message));
    });
    worker.postMessage(request);
  });
  return {
    found,
    stop: () => {
      worker.terminate();
    },
  };
}
