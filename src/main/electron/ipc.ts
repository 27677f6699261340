import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { hostMethods } from '../../host/host.js';
import { callHost } from '../host/call.js';
import { Refusal } from '../host/failure.js';
import type { NodeHost } from '../host/node-host.js';
import { isAppUrl } from './guards.js';

/** Gives the host of the window that a message came from. */
export type HostOf = (contents: WebContents) => NodeHost | undefined;

/** Only the top frame of one of our windows, showing the app, is listened to. */
function hostOfSender(event: IpcMainInvokeEvent, hostOf: HostOf): NodeHost {
  const frame = event.senderFrame;
  const host = hostOf(event.sender);
  const isApp = frame !== null && frame === event.sender.mainFrame && isAppUrl(frame.url);
  if (!isApp || host === undefined) throw new Refusal('not-available', 'sender');
  return host;
}

/** Serves every method of the host over IPC, with sender and arguments checked. */
export function serveHostOverIpc(hostOf: HostOf): void {
  for (const method of hostMethods)
    ipcMain.handle(`host:${method}`, (event, ...args: unknown[]) =>
      callHost(hostOfSender(event, hostOf), method, args),
    );
}
