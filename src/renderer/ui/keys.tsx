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
  const words = combination.split('+').map((key) => {
    if (key === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (key === 'Shift' && mac) return '⇧';
    if (key === 'Alt' && mac) return '⌥';
    return names[key] ?? key.replace(/^(Digit|Key)/, '');
  });
  return words.join(mac ? '' : ' ');
}

/** A key cap. */
export function Keys({ combination }: { combination: string }) {
  return <kbd className="kbd">{keyWords(combination, useIsMac())}</kbd>;
}
