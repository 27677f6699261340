import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDefinition } from '../../src/asl/definition.js';
import type { Format } from '../../src/asl/document.js';
import type { AslProblem } from '../../src/asl/problems.js';
import { validateDefinition, type WorkflowType } from '../../src/asl/validate.js';
import type { Json } from '../../src/model/design.js';

const shared = [process.env['SERVICEFULL_SHARED'], join(process.cwd(), '..', 'shared')].find(
  (path) => path !== undefined && existsSync(join(path, 'corpus', 'index.json')),
);

/** Counts are part of what these tests give. */
export const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The folder of published files and recorded outcomes; undefined where it is not at hand. */
export const corpus = shared === undefined ? undefined : join(shared, 'corpus');

if (corpus === undefined) tell('Skipped: no corpus in SERVICEFULL_SHARED or ../shared');

export interface Definition {
  readonly id: string;
  readonly text: string;
  readonly format: Format;
  readonly workflow: WorkflowType;
}

export interface Recorded extends Definition {
  readonly kind: string;
  readonly definition: Json;
  readonly input: Json | undefined;
  readonly flags: readonly string[];
  readonly expected: Readonly<Record<string, Json>>;
  /** What a Task sent and got, by the name of its state. */
  readonly mocks: Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>>;
}

/** Cases whose outcome was recorded on AWS. */
export function recordedCases(): readonly Recorded[] {
  if (corpus === undefined) return [];
  const folder = join(corpus, 'sfn-cases');
  return readdirSync(folder)
    .filter((name) => name.startsWith('sfn-'))
    .map((name) => {
      const read = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<
        Recorded,
        keyof Definition | 'mocks'
      > & {
        readonly id: string;
        readonly mocks?: Recorded['mocks'];
        readonly machineType?: string;
      };
      return {
        id: read.id,
        kind: read.kind,
        definition: read.definition,
        input: read.input,
        flags: read.flags,
        expected: read.expected,
        mocks: read.mocks ?? {},
        text: typeof read.definition === 'string' ? read.definition : JSON.stringify(read.definition),
        format: 'json',
        workflow: read.machineType === 'EXPRESS' ? 'express' : 'standard',
      };
    });
}

interface Published {
  readonly file: string;
  readonly repo: string;
  readonly kind: string;
  readonly parses: boolean;
  readonly usedBy?: readonly { readonly machineType?: string }[];
}

/** Definitions that AWS published: whole state machines of its samples. */
export function sampleDefinitions(): readonly Definition[] {
  if (corpus === undefined) return [];
  const folder = corpus;
  const { entries } = JSON.parse(readFileSync(join(folder, 'asl', 'index.json'), 'utf8')) as {
    readonly entries: readonly Published[];
  };
  const samples = entries
    .filter(({ repo, kind, parses }) => repo.startsWith('aws-samples/') && kind === 'machine' && parses)
    .map(({ file, usedBy }): Definition => ({
      id: file,
      text: readFileSync(join(folder, file), 'utf8'),
      format: file.endsWith('.yaml') ? 'yaml' : 'json',
      workflow: usedBy?.some(({ machineType }) => machineType === 'EXPRESS') === true ? 'express' : 'standard',
    }));
  const video = join(folder, 'serverless-video');
  const ofVideo = readdirSync(video, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.asl.json'))
    .map((name): Definition => ({
      id: name,
      text: readFileSync(join(video, name), 'utf8'),
      format: 'json',
      workflow: 'standard',
    }));
  return [...samples, ...ofVideo];
}

export function problemsOf({ text, format, workflow }: Definition): readonly AslProblem[] {
  const { tree, problems } = parseDefinition(text, format);
  return tree === undefined ? problems : [...problems, ...validateDefinition(tree, { workflow })];
}
