import { contextBridge, ipcRenderer } from 'electron';
import { hostMethods, type HostMethod } from '../../host/host.js';

/** The desktop app has the system's dialogs and needs no chooser of its own over folders. */
const absent: readonly HostMethod[] = ['listFolder', 'fileIn', 'createFolder'];

contextBridge.exposeInMainWorld(
  'servicefull',
  Object.fromEntries(
    hostMethods
      .filter((method) => !absent.includes(method))
      .map((method) => [
        method,
        (...args: unknown[]): Promise<unknown> => ipcRenderer.invoke(`host:${method}`, ...args),
      ]),
  ),
);
