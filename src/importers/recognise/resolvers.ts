import type { Json } from '../../model/design.js';
import type { SourceResource } from '../source.js';
import { at, given, listOf, textOf } from '../values.js';
import type { ConnectionDraft, Reading } from './define.js';
import { composed, endOf, type DraftEnd } from './ends.js';
import { evidenceAt } from './sam-events.js';

/** What the fields of a GraphQL API read and write, by their resolvers and data sources. */
export function* resolvers(reading: Reading): Generator<ConnectionDraft> {
  for (const resolver of reading.resources('AWS::AppSync::Resolver')) {
    const template = reading.templateOf(resolver);
    const from = endOf(reading, template, at(resolver.effective, 'ApiId'), 'appsync-api');
    const functions = listOf(at(resolver.effective, 'PipelineConfig', 'Functions')).flatMap((value) => {
      const target = reading.target(template, value);
      return target.kind === 'resource' ? [target.resource] : [];
    });
    const names = [
      at(resolver.effective, 'DataSourceName'),
      ...functions.map((one) => at(one.effective, 'DataSourceName')),
    ];
    for (const name of names) {
      const source = dataSourceOf(reading, resolver, name);
      const to = source === undefined ? undefined : dataSourceEnd(reading, source);
      if (from === undefined || to === undefined || source === undefined) continue;
      const code = textOf(at(resolver.effective, 'Code'));
      yield {
        kind: 'resolver',
        from,
        to,
        props: given({
          typeName: textOf(at(resolver.effective, 'TypeName')),
          fieldName: textOf(at(resolver.effective, 'FieldName')),
          ...(code === undefined ? {} : { mapping: 'custom', code }),
        }),
        evidence: evidenceAt(reading, resolver, ['DataSourceName']),
        folds: [resolver],
      };
    }
  }
}

function dataSourceOf(reading: Reading, resolver: SourceResource, name: Json | undefined): SourceResource | undefined {
  if (name === undefined) return undefined;
  const template = reading.templateOf(resolver);
  const target = reading.target(template, name);
  if (target.kind === 'resource') return target.resource;
  const text = composed(reading, template, name);
  return reading
    .resources('AWS::AppSync::DataSource')
    .find(
      (one) =>
        one.template === resolver.template && composed(reading, template, at(one.effective, 'Name') ?? '') === text,
    );
}

function dataSourceEnd(reading: Reading, source: SourceResource): DraftEnd | undefined {
  const template = reading.templateOf(source);
  const { effective } = source;
  return (
    endOf(reading, template, at(effective, 'LambdaConfig', 'LambdaFunctionArn'), 'lambda-function') ??
    endOf(reading, template, at(effective, 'DynamoDBConfig', 'TableName'), 'dynamodb-table') ??
    endOf(reading, template, at(effective, 'EventBridgeConfig', 'EventBusArn'), 'event-bus') ??
    endOf(
      reading,
      template,
      at(effective, 'RelationalDatabaseConfig', 'RdsHttpEndpointConfig', 'DbClusterIdentifier'),
      'aurora-cluster',
    ) ??
    httpSource(reading, source)
  );
}

/** An HTTP data source: an address, or an API of AWS that it signs requests for. */
function httpSource(reading: Reading, source: SourceResource): DraftEnd | undefined {
  const endpoint = at(source.effective, 'HttpConfig', 'Endpoint');
  if (endpoint === undefined) return undefined;
  const template = reading.templateOf(source);
  const url = composed(reading, template, endpoint);
  if (/\/\/sync-states\.|\/\/states\./.test(url)) {
    const [machine] = [
      ...reading.resources('AWS::Serverless::StateMachine'),
      ...reading.resources('AWS::StepFunctions::StateMachine'),
    ].filter((one) => one.template === source.template);
    return machine;
  }
  if (/\.amazonaws\.com/.test(url)) return undefined;
  return {
    key: `https-endpoint:${url}`,
    node: {
      service: 'https-endpoint',
      label: url.replace(/^https?:\/\//, ''),
      origin: 'created',
      props: url.startsWith('https://') && !url.includes('${') ? { url } : {},
    },
    template,
  };
}
