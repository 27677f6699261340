import { useStudio } from '../studio/studio.js';

const names: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
};

const isMac = (platform: string | undefined): boolean =>
  platform === 'darwin' || (platform !== 'linux' && platform !== 'win32' && /^Mac/.test(navigator.platform));

/** Whether `Mod` is the Command key here. */
export const useIsMac = (): boolean => useStudio(({ hostInfo }) => isMac(hostInfo?.platform));

/** A combination such as `Mod+Shift+Z` in the words of the person's keyboard. */
export function keyWords(combination: string, mac: boolean): string {
  if (combination === '+') return '+';
  const words = combination.split('+').map((key) => {
    if (key === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (key === 'Shift' && mac) return '⇧';
    if (key === 'Alt' && mac) return '⌥';
    return names[key] ?? key.replace(/^(Digit|Key)/, '');
  });
  return words.join(mac ? '' : ' ');
}

/** Combinations that browsers keep for themselves: there the app never sees them. */
const keptByBrowsers = ['Mod+N'];

/** The combinations of a command that work here, the one to show first. */
export function useWorkingKeys(keys: readonly string[] | undefined): readonly string[] {
  const isBrowser = useStudio(({ hostInfo }) => hostInfo?.kind !== 'electron');
  return (keys ?? []).filter((combination) => !isBrowser || !keptByBrowsers.includes(combination));
}

/** The key cap of a command's first combination; nothing where it has none. */
export function CommandKeys({ keys }: { readonly keys: readonly string[] | undefined }) {
  const [first] = useWorkingKeys(keys);
  return first === undefined ? null : <Keys combination={first} />;
}

/** A key cap. */
export function Keys({ combination }: { combination: string }) {
  return <kbd className="kbd">{keyWords(combination, useIsMac())}</kbd>;
}
