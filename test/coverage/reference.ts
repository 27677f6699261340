import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** A pair of the reference of AWS integrations: a source that reaches a target by a mechanism. */
export interface Row {
  readonly source: string;
  readonly target: string;
  readonly mechanism: string;
  /** CloudFormation types that say it. */
  readonly cfn: readonly string[];
  /** IAM actions that it needs; a text points at a table of the reference. */
  readonly iam: readonly string[] | string;
  /** Resource of a Task state, its service only where several actions are meant. */
  readonly arn?: string;
  /** Of an API or a universal target. */
  readonly uri?: string;
  /** Of an HTTP API. */
  readonly subtype?: string;
  /** Of an IoT rule. */
  readonly action?: string;
  /** Of a pipe. */
  readonly source_params?: string;
  readonly note?: string;
}

/** An optimized integration of Step Functions, as the reference's table has it. */
interface Optimized {
  readonly arn: string;
  readonly iam: readonly string[];
}

export interface Reference {
  readonly rows: readonly Row[];
  readonly optimized: ReadonlyMap<string, readonly string[]>;
}

const file = [process.env['SERVICEFULL_SHARED'], join(process.cwd(), '..', 'shared')]
  .map((folder) => (folder === undefined ? '' : join(folder, 'reference', 'aws-integrations.yaml')))
  .find((path) => path !== '' && existsSync(path));

/** The reference; undefined where it is not at hand. */
export function readReference(): Reference | undefined {
  if (file === undefined) return undefined;
  const { pairs, tables } = load(readFileSync(file, 'utf8')) as {
    readonly pairs: readonly Row[];
    readonly tables: { readonly a_sfn_optimized: { readonly services: readonly Optimized[] } };
  };
  return {
    rows: pairs,
    optimized: new Map(tables.a_sfn_optimized.services.map(({ arn, iam }) => [arn, iam])),
  };
}

/** Whether a function is at an end of it. */
export const isOfLambda = ({ source, target }: Row): boolean => /^lambda\b/.test(source) || /^lambda\b/.test(target);
