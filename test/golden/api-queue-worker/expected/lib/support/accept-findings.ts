import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** Id of a construct -> id of a finding of cdk-nag -> why it is meant. The construct `/` is the stack itself. */
type AcceptedFindings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Accepts findings of cdk-nag, each with its reason. In the id of a finding `<…>` stands for the reference that
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

/** The construct of an id; `Name*` stands for all whose ids begin so. */
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
      const found = wildcardsBelow(construct).map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`);
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

/** `{ "Fn::GetAtt": ["Orders", "Arn"] }` -> `<Orders.Arn>` */
function flat(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\${/g, '<').replace(/}/g, '>');
  if (typeof value !== 'object' || value === null) return '';
  const [name, inner] = Object.entries(value as Record<string, unknown>)[0] ?? [''];
  if (name === 'Ref') return `<${flat(inner)}>`;
  if (!Array.isArray(inner)) return name === 'Fn::Sub' ? flat(inner) : JSON.stringify(value);
  if (name === 'Fn::GetAtt') return `<${inner.map(flat).join('.')}>`;
  return name === 'Fn::Join' ? [inner[1]].flat().map(flat).join(String(inner[0])) : JSON.stringify(value);
}
