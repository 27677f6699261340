import { call, lit, member, type Expr } from '../../ts-ast/ast.js';

/**
 * Types whose `Ref` is the ARN. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 * (return values of each type)
 */
const refIsArn: ReadonlySet<string> = new Set([
  'AWS::CertificateManager::Certificate',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SecretsManager::Secret',
  'AWS::Serverless::StateMachine',
  'AWS::SNS::Topic',
  'AWS::StepFunctions::Activity',
  'AWS::StepFunctions::StateMachine',
]);

/** Types that are looked up by what `Ref` gives, a name or an id. */
const refIsName: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
  'AWS::SSM::Parameter',
]);

/** How an imported resource is found by what is drawn. */
export function lookUpBy(type: string, resource: Expr): { readonly by: 'name' | 'arn'; readonly value: Expr } {
  if (refIsName.has(type)) return { by: 'name', value: member(resource, 'ref') };
  if (refIsArn.has(type)) return { by: 'arn', value: member(resource, 'ref') };
  return { by: 'arn', value: call(call(resource, 'getAtt', lit('Arn')), 'toString') };
}
