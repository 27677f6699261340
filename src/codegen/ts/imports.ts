import { byCodeUnit } from '../../model/names.js';
import type { CdkName } from '../../ts-ast/ast.js';
import { group, hardline, indent, join, line, trailingComma, type Doc } from './doc.js';
import { stringLiteral } from './text.js';

/** The names that CDK's own examples give these modules. */
const wellKnown: Readonly<Record<string, string>> = {
  'aws-amazonmq': 'amazonmq',
  'aws-apigateway': 'apigateway',
  'aws-apigatewayv2': 'apigatewayv2',
  'aws-apigatewayv2-authorizers': 'authorizers',
  'aws-apigatewayv2-integrations': 'integrations',
  'aws-athena': 'athena',
  'aws-autoscaling': 'autoscaling',
  'aws-batch': 'batch',
  'aws-bedrock': 'bedrock',
  'aws-bedrockagentcore': 'agentcore',
  'aws-cloudfront': 'cloudfront',
  'aws-cloudfront-origins': 'origins',
  'aws-cloudwatch': 'cloudwatch',
  'aws-cloudwatch-actions': 'cloudwatchActions',
  'aws-codebuild': 'codebuild',
  'aws-codepipeline': 'codepipeline',
  'aws-cognito': 'cognito',
  'aws-databrew': 'databrew',
  'aws-docdb': 'docdb',
  'aws-dynamodb': 'dynamodb',
  'aws-ec2': 'ec2',
  'aws-ecr': 'ecr',
  'aws-ecs': 'ecs',
  'aws-eks': 'eks',
  'aws-emr': 'emr',
  'aws-emrcontainers': 'emrcontainers',
  'aws-emrserverless': 'emrserverless',
  'aws-events': 'events',
  'aws-events-targets': 'targets',
  'aws-eventsv2': 'eventsv2',
  'aws-glue': 'glue',
  'aws-guardduty': 'guardduty',
  'aws-iam': 'iam',
  'aws-imagebuilder': 'imagebuilder',
  'aws-inspector': 'inspector',
  'aws-iot': 'iot',
  'aws-iotsitewise': 'sitewise',
  'aws-ivs': 'ivs',
  'aws-kinesis': 'kinesis',
  'aws-kinesisfirehose': 'firehose',
  'aws-kms': 'kms',
  'aws-lambda': 'lambda',
  'aws-lambda-destinations': 'destinations',
  'aws-lambda-event-sources': 'eventSources',
  'aws-lambda-nodejs': 'nodejs',
  'aws-location': 'location',
  'aws-logs': 'logs',
  'aws-logs-destinations': 'logsDestinations',
  'aws-mediaconvert': 'mediaconvert',
  'aws-medialive': 'medialive',
  'aws-msk': 'msk',
  'aws-opensearchserverless': 'opensearchserverless',
  'aws-opensearchservice': 'opensearch',
  'aws-osis': 'osis',
  'aws-pipes': 'pipes',
  'aws-rds': 'rds',
  'aws-redshift': 'redshift',
  'aws-s3': 's3',
  'aws-s3-notifications': 's3n',
  'aws-s3tables': 's3tables',
  'aws-sagemaker': 'sagemaker',
  'aws-scheduler': 'scheduler',
  'aws-scheduler-targets': 'schedulerTargets',
  'aws-secretsmanager': 'secretsmanager',
  'aws-ses': 'ses',
  'aws-ses-actions': 'sesActions',
  'aws-sns': 'sns',
  'aws-sns-subscriptions': 'subscriptions',
  'aws-sqs': 'sqs',
  'aws-ssm': 'ssm',
  'aws-ssmincidents': 'ssmincidents',
  'aws-stepfunctions': 'sfn',
  'aws-timestream': 'timestream',
  'aws-transcribe': 'transcribe',
  'aws-transfer': 'transfer',
};

/** The namespace of a module: `aws-sqs` -> `sqs`. Others keep an underscore, which no variable of ours has. */
export const namespaceOf = (module: string): string =>
  Object.hasOwn(wellKnown, module) ? (wellKnown[module] ?? module) : module.replaceAll('-', '_');

/** Names that variables must leave alone, whichever modules a file imports: a new import renames nothing. */
const namesOfFiles = [...Object.values(wellKnown), 'acceptFindings', 'alarmOn', 'findings', 'join', 'loadTemplate'];

/** Members of Stack and StackProps in aws-cdk-lib: a node's construct may become a member of either. */
const namesOfStacks = (
  'addDependency addMetadata addStackTag addTransform allocateLogicalId analyticsReporting artifactId availabilityZones ' +
  'bundlingRequired crossRegionReferences dependencies description env exportStringListValue exportValue formatArn ' +
  'getLogicalId maxResources nested nestedStackParent nestedStackResource notificationArns parentStack ' +
  'permissionsBoundary prepareCrossReference propertyInjectors regionalFact removeStackTag renameLogicalId ' +
  'reportMissingContext reportMissingContextKey resolve resolveExportedValue splitArn stackId stackName ' +
  'suppressTemplateIndentation synthesizer templateFile templateOptions terminationProtection toJsonString toString ' +
  'urlSuffix with'
).split(' ');

export const reservedNames: ReadonlySet<string> = new Set([...namesOfFiles, ...namesOfStacks]);

/** Collects what a file imports while it is printed. */
export class Imports {
  private readonly namespaces = new Set<string>();
  private readonly named = new Map<string, Set<string>>();

  /** `sqs.Queue`, `Duration.seconds`. */
  cdk({ module, name }: CdkName, typeOnly = false): string {
    if (module === '' || module === 'constructs') {
      const [first = '', ...members] = name.split('.');
      this.add(module === '' ? 'aws-cdk-lib' : module, first, typeOnly);
      return [first, ...members].join('.');
    }
    this.namespaces.add(module);
    return `${namespaceOf(module)}.${name}`;
  }

  /** A name of another module. */
  add(module: string, name: string, typeOnly = false): void {
    const names = this.named.get(module) ?? new Set();
    names.add(typeOnly ? `type ${name}` : name);
    this.named.set(module, names);
  }

  /** Import declarations: Node first, then packages, then files of the project, each in order of its name. */
  print(): Doc {
    const rank = (module: string): number => (module.startsWith('node:') ? 0 : module.startsWith('.') ? 2 : 1);
    const declarations: [string, Doc][] = [...this.namespaces].map((module) => [
      `aws-cdk-lib/${module}`,
      `import * as ${namespaceOf(module)} from ${stringLiteral(`aws-cdk-lib/${module}`)};`,
    ]);
    for (const [module, names] of this.named) {
      const bare = (name: string): string => name.replace('type ', '');
      const sorted = [...names]
        .filter((name) => !name.startsWith('type ') || !names.has(bare(name)))
        .sort((a, b) => byCodeUnit(bare(a), bare(b)));
      const typesOnly = sorted.every((name) => name.startsWith('type '));
      declarations.push([
        module,
        group([
          typesOnly ? 'import type {' : 'import {',
          indent([line, join([',', line], typesOnly ? sorted.map(bare) : sorted)]),
          trailingComma,
          line,
          `} from ${stringLiteral(module)};`,
        ]),
      ]);
    }
    declarations.sort(([a], [b]) => rank(a) - rank(b) || byCodeUnit(a, b));
    return join(
      hardline,
      declarations.map(([, declaration]) => declaration),
    );
  }
}
