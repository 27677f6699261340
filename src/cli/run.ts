import { findAppRoot } from '../main/app-root.js';
import { languages, translate, type Language, type Localized } from '../model/localized.js';
import { readArguments, WrongUse, type Command } from './command.js';
import { advise } from './commands/advise.js';
import { exportDesign } from './commands/export.js';
import { serve } from './commands/serve.js';
import { validate } from './commands/validate.js';
import type { ExitCode, Io } from './io.js';
import { commandUsage, usage } from './usage.js';

const commands: readonly Command[] = [validate, advise, exportDesign, serve];

const unknownCommand: Localized = { en: 'Unknown command: {name}', ja: '不明なコマンド: {name}' };

/** Runs the command line on its arguments (without node and script). Never throws for what a person can cause. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  const language = askedLanguage(argv) ?? io.language;
  if (name === '--version') {
    io.out(`${findAppRoot().version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h') {
    io.out(usage(commands, language));
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    if (name !== undefined) io.err(`${translate(unknownCommand, language, { name })}\n\n`);
    io.err(usage(commands, language));
    return 2;
  }
  try {
    const args = readArguments(command, rest, language);
    if (args.flag('help')) {
      io.out(commandUsage(command, args.language));
      return 0;
    }
    return await command.run(args, io);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.err(`${translate(error.text, language, error.facts)}\n\n${commandUsage(command, language)}`);
    return 2;
  }
}

/** `--lang` also decides the language of what is wrong with the other arguments. */
function askedLanguage(argv: readonly string[]): Language | undefined {
  const at = argv.indexOf('--lang');
  const value = at >= 0 ? argv[at + 1] : argv.find((one) => one.startsWith('--lang='))?.slice('--lang='.length);
  return languages.find((language) => language === value);
}
