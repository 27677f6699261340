/** What `Ref` of a resource is, as an attribute of the node that it became. */
const refs: Readonly<Record<string, string>> = {
  'sqs-queue': 'url',
  'sns-topic': 'arn',
  'state-machine': 'arn',
  activity: 'arn',
  'user-pool': 'id',
  'kms-key': 'id',
  secret: 'arn',
  'fargate-task': 'arn',
  'rest-api': 'id',
  'http-api': 'id',
  'websocket-api': 'id',
  'batch-job': 'arn',
  'ec2-instance': 'id',
  distribution: 'id',
  'emr-serverless': 'id',
  'emr-cluster': 'id',
  'api-destination': 'name',
  generic: 'ref',
};

/** Names that CloudFormation gives to what the catalog calls otherwise: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
const names: Readonly<Record<string, string>> = {
  QueueUrl: 'url',
  StreamArn: 'streamArn',
  ApiEndpoint: 'url',
  DomainName: 'host',
};

/** The attribute of a node that a `Ref` (undefined) or `Fn::GetAtt` of its resource stands for. */
export function nodeAttributeOf(service: string, attribute: string | undefined): string {
  if (attribute === undefined) return (Object.hasOwn(refs, service) ? refs[service] : undefined) ?? 'name';
  if (attribute === 'StreamArn' && service !== 'dynamodb-table') return 'arn';
  if (Object.hasOwn(names, attribute)) return names[attribute] ?? attribute;
  if (/Arn$/i.test(attribute)) return 'arn';
  if (/Name$/i.test(attribute)) return 'name';
  if (/Id$/.test(attribute)) return 'id';
  return attribute.charAt(0).toLowerCase() + attribute.slice(1);
}
