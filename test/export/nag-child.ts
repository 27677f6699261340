import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import type { AcceptedFindings } from '../../src/codegen/findings/index.js';
import { acceptFindingsFile } from '../../src/codegen/targets/cdk/support-files.js';
import { makeApp, type SynthesisRequest } from '../../src/main/host/synth-app.js';

/** The part of cdk-nag that is used here. */
interface Pack {
  validateScope(scope: unknown): { readonly violations: readonly Violation[] };
}
interface Violation {
  readonly ruleName: string;
  readonly violatingResources: readonly { readonly constructPath: string }[];
}
type PackClass = new () => Pack;

export interface NagRequest extends SynthesisRequest {
  /** Findings that the project accepts, by stack. */
  readonly accepted: Readonly<Record<string, AcceptedFindings>>;
}

const require = createRequire(import.meta.url);
const nag = require('cdk-nag') as Readonly<Record<string, PackClass>>;

type AcceptFindings = (stack: unknown, accepted: AcceptedFindings) => void;

/** The function of the exported project, as people get it. */
function exportedFunction(): AcceptFindings {
  const { code } = transformSync(acceptFindingsFile, { loader: 'ts', format: 'cjs' });
  const folder = mkdtempSync(join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.accept-findings-'));
  try {
    writeFileSync(join(folder, 'index.cjs'), code);
    const { acceptFindings } = require(join(folder, 'index.cjs')) as { readonly acceptFindings: AcceptFindings };
    return acceptFindings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const acceptFindings = exportedFunction();

function violations(app: unknown): string[] {
  return ['AwsSolutionsChecks', 'ServerlessChecks'].flatMap((name) => {
    const pack = nag[name];
    if (pack === undefined) throw new Error(`cdk-nag has no ${name}`);
    return new pack()
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
      );
  });
}

function findings(request: NagRequest): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'servicefull-nag-'));
  const home = process.cwd();
  try {
    // How many resources a stack may have is no matter of these rules.
    const context = { ...request.context, '@aws-cdk/core:stackResourceLimit': 0 };
    const app = makeApp({ ...request, context }, folder);
    for (const [stack, accepted] of Object.entries(request.accepted))
      acceptFindings(app.node.findChild(stack), accepted);
    app.synth();
    return violations(app);
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  }
}

// The parent is the test: what it sends has the type that nag.ts gives it.
process.on('message', (request: NagRequest) => {
  try {
    process.send?.({ id: request.id, findings: findings(request) });
  } catch (error) {
    process.send?.({
      id: request.id,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
process.on('disconnect', () => process.exit(0));
