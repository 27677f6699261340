import type { Language } from '../model/localized.js';

/** What a command does to the world, so that tests can look at it. */
export interface Io {
  /** Results. */
  out(text: string): void;
  /** The content of a file for another program, byte for byte; `out` where it is not given. */
  readonly raw?: (text: string) => void;
  /** Problems and remarks. */
  err(text: string): void;
  /** Folder that paths are relative to. */
  readonly cwd: string;
  /** Language of the person, unless `--lang` says otherwise. */
  readonly language: Language;
  /** Resolves when a command that keeps running shall end. */
  untilStopped(): Promise<void>;
}

/** 0: fine. 1: problems, or findings at or above --fail-on. 2: wrong use. */
export type ExitCode = 0 | 1 | 2;

/** Texts of a file are hostile: control characters would steer the terminal. Line ends and tabs stay. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

/** The language that the environment asks for, in the order of POSIX. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale !== undefined && /^ja\b|^ja_/i.test(locale) ? 'ja' : 'en';
}
