import type { Host } from '../../host/host.js';

declare global {
  interface Window {
    /** Exposed by the preload script of the desktop shell, with the methods of Host. */
    readonly servicefull?: Host;
  }
}

/** The host of the desktop shell; undefined outside of it. */
export const ipcHost = (): Host | undefined => window.servicefull;
