import type * as Cdk from '@aws-cdk/cloudformation-diff';
import { permissionDifferences } from '../../codegen/difference/grants.js';
import { leafChanges, readable } from '../../codegen/difference/readable.js';
import type {
  PropertyDifference,
  ResourceDifference,
  ResourceImpact as Impact,
  TemplateDifference,
  Templates,
} from '../../codegen/difference/template-difference.js';
import { isPlain } from '../../model/equal.js';
import { byCodeUnit } from '../../model/names.js';

/** Resources that hold what nobody can make again. */
const holdingTypes: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupVault',
  'AWS::Cognito::IdentityPool',
  'AWS::Cognito::UserPool',
  'AWS::DocDB::DBCluster',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::ECR::Repository',
  'AWS::EFS::FileSystem',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::Events::Archive',
  'AWS::KMS::Key',
  'AWS::Kinesis::Stream',
  'AWS::MSK::Cluster',
  'AWS::MSK::ServerlessCluster',
  'AWS::Neptune::DBCluster',
  'AWS::OpenSearchServerless::Collection',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::RedshiftServerless::Namespace',
  'AWS::S3::Bucket',
  'AWS::S3Tables::TableBucket',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
  'AWS::Timestream::Table',
]);

/** Made anew with every change, under a name of its own: the old one going and the new one coming are one update. */
const versioned: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGatewayV2::Deployment',
  'AWS::Lambda::Version',
]);
const notShown: ReadonlySet<string> = new Set(['AWS::CDK::Metadata']);

const longestValue = 400;
const mostProperties = 12;

/** The names of assets are hashes that also say where they were made: no difference. */
const withoutAssets = (templates: Templates, stack: string): Record<string, unknown> => {
  const template = Object.hasOwn(templates, stack) ? templates[stack] : undefined;
  if (!isPlain(template)) return {};
  const text = JSON.stringify(template).replace(/\b[0-9a-f]{64}\b/g, 'asset');
  return JSON.parse(text) as Record<string, unknown>;
};

type FullDiff = (typeof Cdk)['fullDiff'];

/** Compares the templates of two versions of an app. */
export async function compareTemplates(before: Templates, after: Templates): Promise<TemplateDifference> {
  // It reads what CloudFormation replaces from a large file: only who compares waits for that.
  const { fullDiff } = await import('@aws-cdk/cloudformation-diff');
  const stacks = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byCodeUnit);
  const isGone = (stack: string): boolean => !Object.hasOwn(after, stack);
  const staying = stacks.filter((stack) => !isGone(stack));
  const pairs = staying.map((stack) => [stack, withoutAssets(before, stack), withoutAssets(after, stack)] as const);
  return {
    resources: withMoves(pairs.flatMap(([stack, old, now]) => resourceDifferences(fullDiff, stack, old, now))),
    permissions: pairs.flatMap(([stack, old, now]) => permissionDifferences(stack, old, now)),
    goneStacks: stacks.filter(isGone),
  };
}

function resourceDifferences(
  fullDiff: FullDiff,
  stack: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): readonly ResourceDifference[] {
  const { changes } = fullDiff(forLibrary(before), forLibrary(after)).resources;
  const all = Object.entries(changes).flatMap(([logicalId, change]) => {
    const type = change.newResourceType ?? change.oldResourceType ?? '';
    return notShown.has(type) || !change.isDifferent ? [] : [differenceOf(stack, logicalId, type, change)];
  });
  const renewed = new Set(
    [...versioned].filter((type) =>
      ['create', 'delete'].every((impact) => all.some((one) => one.type === type && one.impact === impact)),
    ),
  );
  return all
    .filter(({ type, impact }) => !renewed.has(type) || impact === 'create')
    .map((one) => (renewed.has(one.type) ? { ...one, impact: 'update' } : one));
}

/** The library expects every section to be an object, and every resource to have a type. */
function forLibrary(template: Record<string, unknown>): Record<string, unknown> {
  const { Resources } = template;
  const resources = isPlain(Resources)
    ? Object.fromEntries(Object.entries(Resources).filter(([, one]) => isPlain(one) && typeof one['Type'] === 'string'))
    : {};
  return { Resources: resources };
}

const retainsOn = (resource: unknown, policy: string): boolean =>
  isPlain(resource) && (resource[policy] === 'Retain' || resource[policy] === 'RetainExceptOnCreate');

function differenceOf(
  stack: string,
  logicalId: string,
  type: string,
  change: Cdk.ResourceDifference,
): ResourceDifference {
  const properties: PropertyDifference[] = [];
  const own = change.isUpdate || change.resourceTypeChanged ? change.propertyUpdates : {};
  for (const [name, update] of Object.entries(own)) properties.push(...propertyDifferences(name, update));
  const impact = impactOf(change);
  const because = impact === 'replace' || impact === 'may-replace' ? causeOf(properties) : undefined;
  return {
    stack,
    logicalId,
    type,
    impact,
    holdsData: holdingTypes.has(type),
    retained: retainsOn(
      change.oldValue,
      impact === 'replace' || impact === 'may-replace' ? 'UpdateReplacePolicy' : 'DeletionPolicy',
    ),
    ...(because === undefined ? {} : { because }),
    properties: properties.slice(0, mostProperties),
    more: Math.max(0, properties.length - mostProperties),
  };
}

function impactOf(change: Cdk.ResourceDifference): Impact {
  const impact: `${Cdk.ResourceImpact}` = change.changeImpact;
  switch (impact) {
    case 'WILL_CREATE':
    case 'WILL_IMPORT':
      return 'create';
    case 'WILL_REPLACE':
      return 'replace';
    case 'MAY_REPLACE':
      return 'may-replace';
    case 'WILL_DESTROY':
      return 'delete';
    case 'WILL_ORPHAN':
      return 'retain';
    case 'WILL_UPDATE':
    case 'NO_CHANGE':
      return 'update';
  }
}

const shortened = (value: unknown): string => {
  const text = readable(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
};

function propertyDifferences(
  name: string,
  { oldValue, newValue, changeImpact }: Cdk.PropertyDifference<unknown>,
): readonly PropertyDifference[] {
  const impact: `${Cdk.ResourceImpact}` | undefined = changeImpact;
  const replaces = impact === 'WILL_REPLACE' ? 'always' : impact === 'MAY_REPLACE' ? 'maybe' : 'never';
  return leafChanges(oldValue, newValue, name).map(({ path, before, after }) => ({
    path,
    ...(before === undefined ? {} : { before: shortened(before) }),
    ...(after === undefined ? {} : { after: shortened(after) }),
    replaces,
  }));
}

/** The library marks a reference to what is replaced: `Orders(replaced)`. */
const replacedMark = /\$\{([A-Za-z0-9]+) ?\(replaced\)/;

/** The resource whose replacement alone replaces this one; undefined: it is replaced for its own sake. */
function causeOf(properties: readonly PropertyDifference[]): string | undefined {
  const causes = properties
    .filter(({ replaces }) => replaces !== 'never')
    .map(({ after = '' }) => replacedMark.exec(after)?.[1]);
  return causes.every((cause) => cause !== undefined) ? causes[0] : undefined;
}

/** What goes in one stack and comes under the same name in another is one move. */
function withMoves(all: readonly ResourceDifference[]): readonly ResourceDifference[] {
  const keyOf = ({ logicalId, type }: ResourceDifference): string => `${type} ${logicalId}`;
  const leaving = new Map(
    all.filter(({ impact }) => impact === 'delete' || impact === 'retain').map((one) => [keyOf(one), one]),
  );
  const arriving = new Set(all.filter(({ impact }) => impact === 'create').map(keyOf));
  return all.flatMap((one): readonly ResourceDifference[] => {
    const from = leaving.get(keyOf(one));
    if (from === undefined || !arriving.has(keyOf(one))) return [one];
    if (one === from) return [];
    return [{ ...one, impact: 'move', retained: from.impact === 'retain' }];
  });
}
