import type { Host } from '../../host/host.js';
import { ipcHost } from './ipc.js';
import { connectLoopback } from './loopback.js';

/** The machine this page runs on: the desktop shell, the loopback server, or nothing but a browser. */
export async function connectHost(): Promise<Host> {
  return ipcHost() ?? (await connectLoopback()) ?? (await import('./guest.js')).createGuestHost();
}
