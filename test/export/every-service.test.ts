import { afterAll, expect, test } from 'vitest';
import { services } from '../../src/catalog/index.js';
import { entries } from '../../src/model/design.js';
import { directWays } from '../../src/system/direct.js';
import { resolveNode } from '../../src/system/nodes.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { design } from '../helpers/design-text.js';
import { translateProblem } from './problem-text.js';
import { exportDesign } from './project.js';
import { allowedActions, createTemplateCheck } from './templates.js';

const synthesiser = createSynthesiser();
const check = createTemplateCheck();
afterAll(() => {
  synthesiser.dispose();
  check.free();
});

/** What says nothing until it is connected or filled in. */
const unfinished = new Set(['pipe', 'generic', 'schedule']);

/** Whether a function may call a service as it is dropped on the canvas, with an action that it knows. */
function isUsed(type: string): boolean {
  const { settings, nodes } = design(`lambda-function Caller; ${type} Called`);
  const [from, to] = entries(nodes).map(([id, node]) => resolveNode(settings, id, node));
  return (
    from !== undefined &&
    to?.service.roles.sdkTarget?.defaultAction !== undefined &&
    directWays(from, to).ways.some(({ kind }) => kind === 'uses')
  );
}

test('one design of every service, each used by a function that may, is accepted by CloudFormation', async () => {
  const created = services.filter(({ type }) => !unfinished.has(type));
  const text = created
    .map(({ type }) =>
      !isUsed(type) ? `${type} "The ${type}"` : `lambda-function Caller -uses-> ${type} "The ${type}"`,
    )
    .join('; ');
  const result = await synthesiser.synthesise(exportDesign(design(text)));
  if ('problems' in result) throw new Error(result.problems.map(translateProblem).join('\n'));
  const templates = Object.values(result.templates);
  expect(templates.flatMap((template) => check.errorsOf(template))).toEqual([]);
  expect(allowedActions(templates).filter((action) => action.includes('*'))).toEqual([]);
  const types = new Set(JSON.stringify(templates).match(/AWS::\w+::\w+/g));
  for (const { cfnType } of created) if (cfnType !== undefined) expect([...types]).toContain(cfnType);
});
