import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './project.js';

/** The part of @aws/cloudformation-validate that is used here; it ships inside aws-cdk-lib. */
interface Validator {
  readonly CompositeEngine: new () => Engine;
  readonly TemplateContent: new (content: string) => object;
}
interface Engine {
  validateTemplate(template: object): { readonly diagnostics: readonly Diagnostic[] };
  free(): void;
}
interface Diagnostic {
  readonly ruleId: string;
  readonly severity: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';
  readonly message: string;
  readonly entity?: { readonly id?: string; readonly name?: string };
  readonly propertyPath?: string;
}

/** Gives what CloudFormation would refuse in a template, one line each. */
export function createTemplateCheck(): { errorsOf(template: unknown): string[]; free(): void } {
  const requireHere = createRequire(join(root, 'package.json'));
  const requireThere = createRequire(requireHere.resolve('aws-cdk-lib/package.json'));
  const validator = requireThere('@aws/cloudformation-validate') as Validator;
  const engine = new validator.CompositeEngine();
  return {
    errorsOf(template) {
      const content = new validator.TemplateContent(JSON.stringify(template, null, 2));
      return engine
        .validateTemplate(content)
        .diagnostics.filter(({ severity }) => severity === 'ERROR' || severity === 'FATAL')
        .map(({ ruleId, message, entity, propertyPath = '' }) =>
          [ruleId, JSON.stringify(entity ?? ''), propertyPath, message].join(' '),
        );
    },
    free() {
      engine.free();
    },
  };
}

/** A template in which hashes of assets and what is made of them are blank: bundling decides them. */
export function withoutAssetHashes(template: unknown): unknown {
  return JSON.parse(JSON.stringify(template).replace(/[0-9a-f]{64}/g, 'ASSET'));
}

/** Every action of a statement with the effect Allow, wherever it stands. */
export function allowedActions(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(allowedActions);
  if (typeof value !== 'object' || value === null) return [];
  // The policy of a key is CDK's own: by it the account may hand the key's use on.
  // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
  if ('Type' in value && value.Type === 'AWS::KMS::Key') return [];
  const inner = Object.values(value).flatMap(allowedActions);
  return 'Effect' in value && value.Effect === 'Allow' && 'Action' in value
    ? [...inner, ...[value.Action].flat().map(String)]
    : inner;
}
