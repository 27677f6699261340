import { isObject, parseDefinition, treeOf, type DefinitionTree } from '../definition.js';
import { readText, type Format, type Path, type TextDocument } from '../document.js';
import { aslProblem, isAslError, type AslProblem } from '../problems.js';
import { validateDefinition } from '../validate.js';
import { withStandIns } from '../stand-ins.js';
import type { ValidateOptions } from './options.js';

/** What is wrong with a file: a whole definition, or one state alone as the API TestState takes it. Never throws. */
export function validateText(text: string, format: Format, options: ValidateOptions = {}): readonly AslProblem[] {
  const read = format === 'json' ? withStandIns(text) : text;
  const { document, problems } = readText(read, format);
  if (document === undefined || problems.some(isAslError)) return problems;
  const { value } = document;
  if (!isObject(value)) return parseDefinition(read, format).problems;
  const isState = !Object.hasOwn(value, 'States') && !Object.hasOwn(value, 'StartAt') && Object.hasOwn(value, 'Type');
  const found = isState ? validateState(document, options) : validateDefinition(treeOf(document), options);
  return [...problems, ...found];
}

const name = 'State';

/** A state alone: what it leads to lies elsewhere. */
function validateState(document: TextDocument, options: ValidateOptions): readonly AslProblem[] {
  const inside = (path: Path): Path | undefined =>
    path[0] === 'States' && path[1] === name ? path.slice(2) : undefined;
  const around: TextDocument = {
    ...document,
    value: { StartAt: name, States: Object.fromEntries([[name, document.value]]) },
    rangeOf: (path) => document.rangeOf(inside(path) ?? []),
    keyRangeOf: (path) => document.keyRangeOf(inside(path) ?? []),
    keysOf: (path) => document.keysOf(inside(path) ?? []),
  };
  const tree: DefinitionTree = treeOf(around);
  return validateDefinition(tree, options).flatMap((problem) => {
    const path = inside(problem.path);
    if (path === undefined) return [];
    if (problem.code === 'target-missing' && !path.includes('States')) return [];
    if (unknownAlone.has(problem.code)) return [];
    return [aslProblem(problem.code, problem.facts, path, problem.range)];
  });
}

/** What only the states around can say. */
const unknownAlone = new Set<AslProblem['code']>(['variable-unset', 'never-ends']);
