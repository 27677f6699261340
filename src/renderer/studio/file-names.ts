import { translate, type Language } from '../../model/localized.js';

const untitled = { en: 'Untitled', ja: '無題' };

/** A name for a new design that no open one has: `Untitled`, then `Untitled 2`. */
export function untitledName(language: Language, taken: readonly string[]): string {
  const base = translate(untitled, language);
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} ${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** Whether a design is called as new ones are: nobody has named it yet. */
export const isUntitled = (name: string): boolean => /^(?:Untitled|無題)(?: \d+)?$/.test(name);

/** File systems take 255 bytes, and a Japanese letter has three. */
const maxNameLength = 60;

/** A name that can be a file on every platform: designs are called what their people like. */
export function fileNameOf(name: string): string {
  const plain = name
    .replace(/[\p{Control}\\/:*?"<>|]+/gu, '-')
    .trim()
    .replace(/^\.+/, '')
    // Names of devices on Windows, whatever ending follows.
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '$1_');
  const short = Array.from(plain).slice(0, maxNameLength).join('') || 'design';
  return /\.ya?ml$/i.test(short) ? short : `${short}.yaml`;
}

/** What a document is called that is in a file of this name. */
export const nameOf = (fileName: string): string => fileName.replace(/\.ya?ml$/i, '');
