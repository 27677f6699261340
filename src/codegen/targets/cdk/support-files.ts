/** Files of the exported project that are there only if something uses them. */

/** `requirements-dev.txt`: what the tests of handlers in Python need; in AWS a layer has it. */
export const requirementsFile = `aws-lambda-powertools[tracer]>=3,<4
pytest>=8,<10
`;

/** `lib/support/load-template.ts` */
export const loadTemplateFile = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file of this project, with each \`\${Name}\` replaced by its value. Other \`\${...}\` stay as they are. */
export function loadTemplate(path: string, values: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(join(__dirname, '../..', path), 'utf8');
  const known = new Map(Object.entries(values));
  return text.replace(/\\$\\{(\\w+)\\}/g, (whole, name: string) => known.get(name) ?? whole);
}
`;

/** `lib/support/alarm-on.ts` */
export const alarmOnFile = `import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cloudwatchActions from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';

/** Tells a topic when a metric is not zero. */
export function alarmOn(topic: sns.ITopic, id: string, metric: cloudwatch.IMetric, alarmDescription: string): void {
  const alarm = new cloudwatch.Alarm(Stack.of(topic), id, {
    alarmDescription,
    metric,
    threshold: 1,
    evaluationPeriods: 1,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new cloudwatchActions.SnsAction(topic));
}
`;

/** `lib/support/accept-findings.ts` */
export const acceptFindingsFile = `import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** Id of a construct -> id of a finding of cdk-nag -> why it is meant. The construct \`/\` is the stack itself. */
type AcceptedFindings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Accepts findings of cdk-nag, each with its reason. In the id of a finding \`<…>\` stands for the reference that
 * synthesis puts there, so this happens when all references are known, just before the rules are checked.
 */
export function acceptFindings(stack: Stack, accepted: AcceptedFindings): void {
  stack.node.addValidation({
    validate: () => {
      for (const [id, findings] of Object.entries(accepted))
        for (const construct of constructsOf(stack, id)) acknowledge(construct, findings);
      return [];
    },
  });
}

/** The construct of an id; \`Name*\` stands for all whose ids begin so. */
function constructsOf(stack: Stack, id: string): IConstruct[] {
  if (id === '/') return [stack];
  const isMeant = (own: string): boolean => (id.endsWith('*') ? own.startsWith(id.slice(0, -1)) : own === id);
  return stack.node.children.filter(({ node }) => isMeant(node.id));
}

function acknowledge(construct: IConstruct, findings: Readonly<Record<string, string>>): void {
  const validations = Validations.of(construct);
  for (const [id, reason] of Object.entries(findings)) {
    if (!id.includes('<…>')) validations.acknowledge({ id, reason });
    else {
      const [before = '', after = ''] = id.split('<…>');
      const found = wildcardsBelow(construct).map((resource) => \`AwsSolutions-IAM5[Resource::\${resource}]\`);
      const meant = found.filter((one) => one.startsWith(before) && one.endsWith(after));
      for (const one of new Set(meant)) validations.acknowledge({ id: one, reason });
    }
  }
}

/** The resources with wildcards of all policies below a construct, as cdk-nag writes them. */
function wildcardsBelow(construct: IConstruct): string[] {
  return construct.node.findAll().flatMap((child) => {
    if (!CfnResource.isCfnResource(child)) return [];
    const documents: unknown[] =
      child instanceof iam.CfnPolicy
        ? [child.policyDocument]
        : child instanceof iam.CfnRole
          ? [child.policies].flat()
          : [];
    return resourcesIn(Stack.of(child).resolve(documents)).filter((resource) => resource.includes('*'));
  });
}

function resourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(resourcesIn);
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'Resource' ? [inner].flat().map(flat) : resourcesIn(inner),
  );
}

/** \`{ "Fn::GetAtt": ["Orders", "Arn"] }\` -> \`<Orders.Arn>\` */
function flat(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\\\${/g, '<').replace(/}/g, '>');
  if (typeof value !== 'object' || value === null) return '';
  const [name, inner] = Object.entries(value as Record<string, unknown>)[0] ?? [''];
  if (name === 'Ref') return \`<\${flat(inner)}>\`;
  if (!Array.isArray(inner)) return name === 'Fn::Sub' ? flat(inner) : JSON.stringify(value);
  if (name === 'Fn::GetAtt') return \`<\${inner.map(flat).join('.')}>\`;
  return name === 'Fn::Join' ? [inner[1]].flat().map(flat).join(String(inner[0])) : JSON.stringify(value);
}
`;

/** `test/support/open-findings.ts` */
export const openFindingsFile = `import type { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/** What cdk-nag finds in an app and nobody has accepted: \`AwsSolutions-SQS3 Shop/Orders/Resource\`. */
export function openFindings(app: App): string[] {
  app.synth();
  return [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => \`\${ruleName} \${constructPath}\`),
      ),
  );
}
`;

/** `test/support/app.ts` */
export const testSupportFile = `import { App } from 'aws-cdk-lib';
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
`;

/** `lib/support/add-section.ts` */
export const addSectionFile = `import { CfnElement, type Stack } from 'aws-cdk-lib';

/** A section of a template that the AWS CDK has no class for, such as \`Globals\` of AWS SAM. */
export function addSection(stack: Stack, section: string, content: unknown): void {
  class Section extends CfnElement {
    _toCloudFormation(): object {
      return { [section]: content };
    }
  }
  new Section(stack, \`\${section}Section\`);
}
`;
