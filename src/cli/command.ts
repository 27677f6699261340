import { parseArgs, type ParseArgsConfig } from 'node:util';
import { languages, translate, type Facts, type Language, type Localized } from '../model/localized.js';
import type { ExitCode, Io } from './io.js';

/** An option of a command. One with `choices` takes one of them; one with `flag` takes nothing. */
export interface Option {
  readonly short?: string;
  readonly flag?: boolean;
  readonly choices?: readonly string[];
  /** Placeholder of its value in the usage: DIR. */
  readonly value?: string;
  readonly help: Localized;
}

export interface Arguments {
  readonly files: readonly string[];
  readonly language: Language;
  option(name: string): string | undefined;
  flag(name: string): boolean;
}

export interface Command {
  readonly name: string;
  /** What follows the name in the usage: `FILE…`. */
  readonly operands: string;
  /** How many files it takes, at least and at most. */
  readonly count: readonly [number, number];
  readonly summary: Localized;
  readonly options: Readonly<Record<string, Option>>;
  run(args: Arguments, io: Io): Promise<ExitCode>;
}

/** Thrown by a command for wrong use; printed with the usage, exit code 2. */
export class WrongUse extends Error {
  constructor(
    readonly text: Localized,
    readonly facts: Facts = {},
  ) {
    super(translate(text, 'en', facts));
  }
}

/** Options of every command. */
export const commonOptions: Readonly<Record<string, Option>> = {
  lang: { choices: languages, help: { en: 'language of the output', ja: '出力の言語' } },
  help: { flag: true, short: 'h', help: { en: 'this help', ja: 'このヘルプ' } },
};

const texts = {
  unknownOption: { en: 'Unknown option: {detail}', ja: '不明なオプション: {detail}' },
  badOption: { en: 'Wrong options: {detail}', ja: 'オプションが正しくありません: {detail}' },
  choice: {
    en: '--{name} is "{value}"; it must be one of {choices}.',
    ja: '--{name} に「{value}」は指定できません。次のいずれかを指定してください: {choices}',
  },
  tooFew: { en: 'A file is missing.', ja: 'ファイルが指定されていません。' },
  tooMany: { en: 'Too many files: {detail}', ja: 'ファイルの指定が多すぎます: {detail}' },
} as const satisfies Record<string, Localized>;

/** Reads the arguments of a command; throws WrongUse for what it does not take. */
export function readArguments(command: Command, argv: readonly string[], language: Language): Arguments {
  const options = { ...commonOptions, ...command.options };
  const { values, positionals } = parse(argv, options);
  const chosen = new Map<string, string | true>();
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' || value === true) chosen.set(name, value);

  for (const [name, { choices }] of Object.entries(options)) {
    const value = chosen.get(name);
    if (choices !== undefined && typeof value === 'string' && !choices.includes(value))
      throw new WrongUse(texts.choice, { name, value, choices: choices.join(', ') });
  }
  const [atLeast, atMost] = command.count;
  const wantsHelp = chosen.get('help') === true;
  if (positionals.length < atLeast && !wantsHelp) throw new WrongUse(texts.tooFew);
  if (positionals.length > atMost) throw new WrongUse(texts.tooMany, { detail: positionals.slice(atMost).join(' ') });

  const lang = languages.find((one) => one === chosen.get('lang'));
  return {
    files: positionals,
    language: lang ?? language,
    option: (name) => {
      const value = chosen.get(name);
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => chosen.get(name) === true,
  };
}

function parse(argv: readonly string[], options: Readonly<Record<string, Option>>) {
  const config: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(options).map(([name, { short, flag }]) => [
      name,
      { type: flag === true ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) } as const,
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options: config, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const option = /'(-[^' ]+)/.exec(message)?.[1] ?? message;
    const isUnknown = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new WrongUse(isUnknown ? texts.unknownOption : texts.badOption, { detail: option });
  }
}
