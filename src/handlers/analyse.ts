import { factsIn, type HandlerFact } from './facts.js';
import { folderOf, normalised, resolveJavaScript, resolvePython, type HandlerFiles } from './files.js';
import { readJavaScript } from './front/javascript.js';
import { readPython } from './front/python.js';
import { asExpr, isExpr, nothing, type At, type Expr, type Step, type Value } from './ir.js';
import { collect } from './judge/collect.js';
import { callName, judge, type Judgement } from './judge/judge.js';
import type { Trigger } from './judge/mechanisms.js';
import type { Reason } from './judge/reasons.js';
import { inferredTrigger } from './judge/trigger.js';
import { Interpreter } from './run/machine.js';
import { Exhausted, limits } from './run/state.js';
import type { Program } from './tree.js';

export interface Entry {
  /** The file of the handler, or its folder. */
  readonly path: string;
  /** As the template names it: `app.handler`. */
  readonly handler: string;
  readonly language?: 'javascript' | 'python';
}

export interface HandlerInput {
  readonly files: HandlerFiles;
  readonly entry: Entry;
  /** Absent: what the handler reads of its event says it, where anything does. */
  readonly trigger?: Trigger;
}

export interface HandlerAnalysis extends Judgement {
  readonly steps: readonly Step[];
  /** What runs when the module is loaded. */
  readonly load: readonly Step[];
  readonly returns: Expr;
  /** What calls it: as given, or by what it reads of its event. */
  readonly trigger: Trigger;
  /** `dynamodb:PutItem`, `http:POST`; each once. */
  readonly calls: readonly string[];
  readonly facts: readonly HandlerFact[];
  /** Where the text is no program. */
  readonly broken: readonly (At & { readonly message: string })[];
}

/** Reads a handler without running it. Never throws; what is not understood is said in the verdict. */
export function analyseHandler(input: HandlerInput): HandlerAnalysis {
  const texts = new Map<string, string | undefined>();
  const files: HandlerFiles = {
    text(path) {
      if (!texts.has(path)) texts.set(path, input.files.text(path));
      return texts.get(path);
    },
  };
  const path = entryFile(files, input.entry);
  if (path === undefined)
    return unknown(
      input.entry.language === undefined && !/\.(py|[cm]?[jt]sx?)$/.test(input.entry.path)
        ? 'languageUnread'
        : 'noEntry',
    );
  const broken: (At & { message: string })[] = [];
  const language = path.endsWith('.py') ? 'python' : 'javascript';
  let size = 0;
  const machine = new Interpreter(
    (file) => {
      const text = files.text(file);
      size += text?.length ?? 0;
      if (text === undefined || size > limits.text) return undefined;
      const program: Program = file.endsWith('.py') ? readPython(text) : readJavaScript(text, file);
      broken.push(...program.broken.map((one) => ({ ...one, file })));
      return { path: file, program, language: file.endsWith('.py') ? 'python' : 'javascript' };
    },
    (from, name, of) =>
      of === 'python' ? resolvePython(files, folderOf(path), from, name) : resolveJavaScript(files, from, name),
  );
  let load: readonly Step[] = [];
  let steps: readonly Step[] = [];
  let returns: Value = nothing;
  let reason: Reason | undefined;
  try {
    load = machine.collect(() => void machine.load(path));
    const handler = entryOf(machine, path, input.entry.handler);
    if (handler === undefined) reason = broken.length > 0 ? 'broken' : 'noEntry';
    else {
      machine.phase = 'handle';
      machine.at = { file: path, line: 1 };
      steps = machine.collect(() => {
        returns = machine.answered(
          machine.call(handler, [{ k: 'event' }, { k: 'context' }, { k: 'library', path: 'global#callback' }]),
        );
      });
    }
  } catch (error) {
    // A limit of ours, or the stack's: both mean code that no person reads either.
    if (!(error instanceof Exhausted) && !(error instanceof RangeError)) throw error;
    reason = 'tooLarge';
  }
  if (reason === undefined && broken.some((one) => one.file === path))
    reason = language === 'javascript' || steps.length === 0 ? 'broken' : undefined;
  const trigger = input.trigger ?? inferredTrigger(steps, returns) ?? 'unknown';
  const streams = machine.notes.some((note) => note.kind === 'streaming');
  const judged: Judgement =
    reason === undefined
      ? judge({
          steps: [...load.filter((step) => step.t !== 'if' || step.then.length > 0), ...steps],
          returns,
          trigger,
          streams,
        })
      : unknown(reason);
  return {
    ...judged,
    trigger,
    steps,
    load,
    returns: isExpr(returns) ? returns : asExpr(returns),
    calls: [...new Set(collect([...load, ...steps]).effects.map(({ step }) => callName(step)))],
    facts: factsIn({ steps: [...load, ...steps], returns, notes: machine.notes }, files),
    broken,
  };
}

const unknown = (reason: Reason): HandlerAnalysis => ({
  verdict: 'unknown',
  claim: 'unknown',
  confidence: 0,
  mechanisms: [],
  reasons: [reason],
  trigger: 'unknown',
  steps: [],
  load: [],
  returns: nothing,
  calls: [],
  facts: [],
  broken: [],
});

function entryFile(files: HandlerFiles, entry: Entry): string | undefined {
  const path = normalised(entry.path);
  if (path === undefined) return undefined;
  if (/\.(py|[cm]?[jt]sx?)$/.test(path) && files.text(path) !== undefined) return path;
  const module = entry.handler.slice(0, Math.max(0, entry.handler.lastIndexOf('.')));
  const name = module.includes('/') ? module : module.replace(/\./g, '/');
  const endings =
    entry.language === 'python'
      ? ['.py']
      : entry.language === 'javascript'
        ? ['.mjs', '.js', '.cjs', '.ts', '.mts', '.cts']
        : ['.mjs', '.js', '.cjs', '.ts', '.mts', '.cts', '.py'];
  for (const base of [`${path}/${name}`, `${path}/src/${name}`])
    for (const ending of endings) {
      const file = normalised(base + ending);
      if (file !== undefined && files.text(file) !== undefined) return file;
    }
  return undefined;
}

/** The value that the runtime calls. */
function entryOf(machine: Interpreter, path: string, handler: string): Value | undefined {
  const module = machine.load(path);
  if (module === undefined) return undefined;
  const name = handler.slice(handler.lastIndexOf('.') + 1);
  const found =
    module.exports.get(name) ??
    module.exports.get('handler') ??
    module.exports.get('lambda_handler') ??
    module.exports.get('module.exports') ??
    module.exports.get('default') ??
    module.exports.get(`(local) ${name}`);
  return found === undefined ? undefined : callable(machine, found, 0);
}

/** Sees through wrappers to what runs. */
function callable(machine: Interpreter, value: Value, depth: number): Value | undefined {
  if (depth > 6) return undefined;
  if (value.k === 'closure' || value.k === 'router') return value;
  if (value.k === 'instance')
    return (
      machine.methodOf(value, 'handler') ?? machine.methodOf(value, 'handle') ?? machine.methodOf(value, '__call__')
    );
  if (value.k === 'method' && value.of.k === 'router') return value.of;
  if (value.k === 'library') {
    for (const one of value.args ?? []) {
      const inner = callable(machine, one, depth + 1);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }
  return value.k === 'choose' ? callable(machine, value.then, depth + 1) : undefined;
}
