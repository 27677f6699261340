import { translate, type Language, type Localized } from '../model/localized.js';
import { commonOptions, type Command, type Option } from './command.js';

const texts = {
  usage: { en: 'Usage', ja: '使い方' },
  commands: { en: 'Commands', ja: 'コマンド' },
  options: { en: 'Options', ja: 'オプション' },
  exitCodes: {
    en: 'Exit codes: 0 fine; 1 problems, or findings at or above --fail-on; 2 wrong use.',
    ja: '終了コード: 0 は正常、1 は問題または --fail-on 以上の検出結果あり、2 は誤った使い方です。',
  },
} as const satisfies Record<string, Localized>;

const column = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
};

function optionLine([name, { short, flag, choices, value }]: readonly [string, Option]): string {
  const what = flag === true ? '' : ` ${choices?.join('|') ?? value ?? ''}`;
  return `${short === undefined ? '' : `-${short}, `}--${name}${what}`;
}

/** The usage of all commands. */
export function usage(commands: readonly Command[], language: Language): string {
  const say = (text: Localized): string => translate(text, language);
  return [
    `${say(texts.usage)}: servicefull <command> …`,
    `${say(texts.commands)}:`,
    column(commands.map(({ name, operands, summary }) => [`${name} ${operands}`, say(summary)])),
    say(texts.exitCodes),
    '',
  ].join('\n');
}

/** The usage of one command. */
export function commandUsage({ name, operands, summary, options }: Command, language: Language): string {
  const say = (text: Localized): string => translate(text, language);
  const all = Object.entries({ ...options, ...commonOptions });
  return [
    `${say(texts.usage)}: servicefull ${name} ${operands}`,
    say(summary),
    `${say(texts.options)}:`,
    column(all.map((entry) => [optionLine(entry), say(entry[1].help)])),
    say(texts.exitCodes),
    '',
  ].join('\n');
}
