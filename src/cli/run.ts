import '../catalog/further.js';
import { findAppRoot } from '../main/app-root.js';
import { languages, translate, type Language, type Localized } from '../model/localized.js';
import { readArguments, WrongUse, type Command } from './command.js';
import { advise } from './commands/advise.js';
import { formatAsl } from './commands/asl-format.js';
import { validateAsl } from './commands/asl-validate.js';
import { diff } from './commands/diff.js';
import { document } from './commands/document.js';
import { exportDesign } from './commands/export.js';
import { importSources } from './commands/import.js';
import { serve } from './commands/serve.js';
import { validate } from './commands/validate.js';
import type { ExitCode, Io } from './io.js';
import { commandUsage, usage } from './usage.js';

const commands: readonly Command[] = [
  validate,
  advise,
  importSources,
  exportDesign,
  document,
  diff,
  validateAsl,
  formatAsl,
  serve,
];

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
  // A command is named by one word, or by two: `asl validate`.
  const named = (words: number) => commands.find((one) => one.name === argv.slice(0, words).join(' '));
  const command = named(2) ?? named(1);
  if (command === undefined) {
    const group = commands.filter((one) => one.name.startsWith(`${name ?? ''} `));
    const asksHelp = group.length > 0 && rest.some((one) => one === '--help' || one === '-h');
    if (asksHelp) {
      io.out(usage(group, language));
      return 0;
    }
    const unknown = group.length > 0 ? argv.slice(0, 2).join(' ') : name;
    if (unknown !== undefined) io.err(`${translate(unknownCommand, language, { name: unknown })}\n\n`);
    io.err(usage(group.length > 0 ? group : commands, language));
    return 2;
  }
  try {
    const args = readArguments(command, named(2) === undefined ? rest : rest.slice(1), language);
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
