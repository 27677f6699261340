import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where the app keeps its own files. */
export interface AppFolders {
  /** Settings: what a person would take along to another machine. */
  readonly config: string;
  /** Recent files and the recovery journal. */
  readonly state: string;
}

const folderName = 'servicefull-studio';

/** The folders of the platform; XDG on Linux: https://specifications.freedesktop.org/basedir-spec/latest/ */
export function appFolders(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string = homedir(),
): AppFolders {
  // The specification asks to ignore paths that are not absolute.
  const fromEnv = (name: string): string | undefined => {
    const path = env[name];
    return path !== undefined && isAbsolute(path) ? path : undefined;
  };
  const config = fromEnv('XDG_CONFIG_HOME');
  const state = fromEnv('XDG_STATE_HOME');
  const own = (base: string): string => join(base, folderName);
  switch (platform) {
    case 'darwin': {
      const support = join(home, 'Library', 'Application Support');
      return { config: own(config ?? support), state: own(state ?? support) };
    }
    case 'win32':
      return {
        config: own(config ?? fromEnv('APPDATA') ?? join(home, 'AppData', 'Roaming')),
        state: own(state ?? fromEnv('LOCALAPPDATA') ?? join(home, 'AppData', 'Local')),
      };
    default:
      return { config: own(config ?? join(home, '.config')), state: own(state ?? join(home, '.local', 'state')) };
  }
}
