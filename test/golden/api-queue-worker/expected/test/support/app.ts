import { App } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Settings {
  readonly context: Readonly<Record<string, unknown>>;
}

interface Policy {
  readonly Properties: {
    readonly PolicyDocument: {
      readonly Statement: readonly { readonly Effect: string; readonly Action: string | readonly string[] }[];
    };
  };
}

/** An app with the settings of cdk.json that does not bundle the handlers. */
export function createApp(): App {
  const { context } = JSON.parse(readFileSync(join(__dirname, '../../cdk.json'), 'utf8')) as Settings;
  return new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } });
}

/** Every action that a policy of the template allows. */
export function allowedActions(template: Template): Set<string> {
  const policies = Object.values(template.findResources('AWS::IAM::Policy')) as Policy[];
  const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  return new Set(statements.flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : [])));
}
