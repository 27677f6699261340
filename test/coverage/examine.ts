import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import type { Synthesiser } from '../../src/main/host/synth.js';
import { lookup, type Design } from '../../src/model/design.js';
import { permissionsOf } from '../../src/system/permissions.js';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { isError, translateProblem } from '../export/problem-text.js';
import { allowedActions } from '../export/templates.js';
import { draw } from './draw.js';
import { actionAlternatives, alternatives, optionalParameters, unneeded, uriAlternatives } from './mechanisms.js';
import type { Reference, Row } from './reference.js';

export interface Examined {
  readonly row: Row;
  /** Why it is not done. */
  readonly reason: string | undefined;
}

export interface TemplateCheck {
  errorsOf(template: unknown): readonly string[];
}

/** Where the templates of a row are looked at; without it a row is legal and has an export. */
export interface Depth {
  readonly synthesiser: Synthesiser;
  readonly check: TemplateCheck;
}

/** Whether a row can be drawn and comes to what the reference says. */
export async function examine(row: Row, { optimized }: Reference, depth: Depth | undefined): Promise<Examined> {
  const drawn = draw(row);
  if ('reason' in drawn) return { row, reason: drawn.reason };
  const results = await Promise.all(drawn.designs.map((design) => outcomeOf(design, depth)));
  const good = results.filter((result): result is Outcome => !('reason' in result));
  const [first] = results;
  if (good.length === 0) return { row, reason: first !== undefined && 'reason' in first ? first.reason : 'not drawn' };
  return { row, reason: depth === undefined ? undefined : missingIn(row, good, optimized.get(row.arn ?? '')) };
}

interface Outcome {
  /** The templates as text. */
  readonly text: string;
  readonly actions: readonly string[];
}

async function outcomeOf(design: Design, depth: Depth | undefined): Promise<Outcome | { readonly reason: string }> {
  const system = resolveSystem(design);
  // A gap that is left to a person is no integration.
  const problems = problemsOf(system).filter((one) => isError(one) || one.code === 'mapping-missing');
  const project = generateProject(system, { language: 'en' });
  const wrong = [...problems, ...project.problems.filter(isError)];
  if (wrong.length > 0) return { reason: wrong.map(translateProblem).join('; ') };
  if (depth === undefined) return { text: '', actions: [] };
  const result = await depth.synthesiser.synthesise(project);
  if ('problems' in result) return { reason: result.problems.map(translateProblem).join('; ') };
  const templates = Object.values(result.templates);
  const refused = templates.flatMap((template) => depth.check.errorsOf(template));
  if (refused.length > 0) return { reason: refused.join('; ') };
  return {
    text: [...templates.map((template) => JSON.stringify(template)), ...definitionsOf(design)].join('\n'),
    actions: [...permissionsOf(system).flatMap(({ actions }) => actions), ...allowedActions(templates)],
  };
}

const definitionsOf = ({ nodes }: Design): readonly string[] =>
  Object.values(nodes).flatMap(({ definition }) => (definition === undefined ? [] : [definition.text]));

/** What the designs of a row lack of what the reference says, all together. */
function missingIn(row: Row, outcomes: readonly Outcome[], ofTable: readonly string[] = []): string | undefined {
  const text = outcomes.map((outcome) => outcome.text).join('\n');
  const actions = new Set(outcomes.flatMap((outcome) => outcome.actions));
  const isThere = (type: string): boolean => text.includes(`"${type}"`);
  const types = row.cfn.filter(
    (type) => !isThere(type) && !(alternatives.find((group) => group.includes(type)) ?? []).some(isThere),
  );
  const isGranted = (action: string): boolean =>
    actions.has(action) ||
    // What a function allows has no effect in it; the policy of a log group is a text of its own.
    (action === 'lambda:InvokeFunction' && text.includes(`"Action":"${action}"`)) ||
    text.includes(`\\"${action}\\"`);
  const has = (action: string): boolean =>
    isGranted(action) ||
    Object.hasOwn(unneeded, action) ||
    (actionAlternatives.find((group) => group.includes(action)) ?? []).some(isGranted);
  const needed = typeof row.iam === 'string' ? [] : row.iam.filter((action) => /^[\w-]+:\w+$/.test(action));
  const missing = [
    ...types.map((type) => `no ${type}`),
    ...needed.filter((action) => !has(action)).map((action) => `no permission ${action}`),
    ...(typeof row.iam === 'string' && !ofTable.some(has) ? [`none of ${ofTable.join(', ')}`] : []),
    ...saidBy(row)
      .filter((said) => !said.test(text))
      .map((said) => `nothing says ${said.source}`),
  ];
  return missing.length > 0 ? missing.join('; ') : undefined;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Texts of a row that the template has word by word. */
function saidBy({ mechanism, uri, subtype, action, source_params: source, note = '', arn }: Row): readonly RegExp[] {
  const target = mechanism === 'pipes' ? /^\w+Parameters/.exec(note)?.[0] : undefined;
  // Up to the first part that the design decides.
  const fixed = uri?.split(/[{ ]/)[0];
  return [
    ...(mechanism.startsWith('sfn-') && arn !== undefined && !arn.includes('{region}')
      ? [new RegExp(escaped(arn.split('{')[0] ?? ''))]
      : []),
    ...(fixed === undefined || fixed === ''
      ? []
      : [
          new RegExp(
            [fixed.replace(/^arn:aws/, ''), lookup(uriAlternatives, fixed)]
              .flatMap((path) => (path === undefined ? [] : [escaped(path)]))
              .join('|'),
          ),
        ]),
    ...(subtype === undefined ? [] : [new RegExp(`"${escaped(subtype)}"`)]),
    ...(action === undefined
      ? []
      : [new RegExp(`"(?:${(action.split(' (')[0] ?? '').split(' / ').join('|')})":`, 'i')]),
    ...[source, target].flatMap((name) =>
      name === undefined || (name === target && optionalParameters.has(name)) ? [] : [new RegExp(`"${name}":`, 'i')],
    ),
  ];
}
