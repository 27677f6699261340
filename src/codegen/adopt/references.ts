import { call, callStatic, lit, member, type Expr } from '../../ts-ast/ast.js';

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
export function lookUpBy(
  { logicalId, type }: { readonly logicalId: string; readonly type: string },
  resource: Expr | undefined,
): { readonly by: 'name' | 'arn'; readonly value: Expr } {
  const itself = resource === undefined ? callStatic('', 'Fn.ref', lit(logicalId)) : member(resource, 'ref');
  if (refIsName.has(type)) return { by: 'name', value: itself };
  if (refIsArn.has(type)) return { by: 'arn', value: itself };
  const arn =
    resource === undefined
      ? callStatic('', 'Fn.getAtt', lit(logicalId), lit('Arn'))
      : call(resource, 'getAtt', lit('Arn'));
  return { by: 'arn', value: call(arn, 'toString') };
}
