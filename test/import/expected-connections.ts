import { parse, YAMLMap, type YAMLSeq } from 'yaml';

/**
 * A second, simple look at a template: which resources it connects, by nothing but the properties that say so. It shares
 * no code with src/importers, so that one checks the other. It knows no names, parameters or other templates: an end
 * that is not a plain reference to a resource of the template is undefined, and only the other one is asked for.
 */
export interface ExpectedConnection {
  /** What says it: `event`, `rule target`, `pipe source`, ... */
  readonly what: string;
  /** Logical ids. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Where it stands: `Resources.Orders.Properties.Events.Get`. */
  readonly at: string;
}

type Value = unknown;
type Map_ = Readonly<Record<string, Value>>;

const tags = [
  'Ref',
  'Condition',
  ...['GetAtt', 'Sub', 'Join', 'Select', 'Split', 'If', 'Equals', 'Not', 'And', 'Or', 'FindInMap', 'ImportValue'],
  ...['Base64', 'Cidr', 'GetAZs', 'Transform', 'Length', 'ToJsonString', 'ForEach'],
];
const longForm = (tag: string): string => (tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`);
const customTags = tags.flatMap((tag) => [
  { tag: `!${tag}`, resolve: (text: string) => ({ [longForm(tag)]: text }) },
  ...(['map', 'seq'] as const).map((collection) => ({
    tag: `!${tag}`,
    collection,
    resolve: (inside: YAMLMap.Parsed | YAMLSeq.Parsed) => {
      const whole = new YAMLMap();
      whole.set(longForm(tag), inside);
      return whole;
    },
  })),
]);

const isMap = (value: Value): value is Map_ => typeof value === 'object' && value !== null && !Array.isArray(value);
const map = (value: Value): Map_ => (isMap(value) ? value : {});
const list = (value: Value): readonly Value[] => (Array.isArray(value) ? (value as readonly Value[]) : []);
const get = (value: Value, ...path: readonly string[]): Value =>
  path.reduce<Value>((inside, key) => (isMap(inside) ? inside[key] : undefined), value);

/** The template as plain data; undefined where a plain YAML reader refuses it, or it is none. */
export function plainTemplate(text: string): Map_ | undefined {
  try {
    const value: Value = text.trimStart().startsWith('{')
      ? JSON.parse(text)
      : parse(text, { customTags, uniqueKeys: false, merge: true, logLevel: 'silent' });
    return isMap(get(value, 'Resources')) ? map(value) : undefined;
  } catch {
    return undefined;
  }
}

/** The logical id that a value leads to: Ref, GetAtt, or the only resource in a Sub or Join. */
function reference(value: Value, resources: Map_): string | undefined {
  const found = new Set<string>();
  const visit = (inside: Value, depth: number): void => {
    if (depth > 20) return;
    if (Array.isArray(inside)) for (const item of inside) visit(item, depth + 1);
    if (!isMap(inside)) return;
    const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = inside;
    if (typeof ref === 'string') found.add(ref);
    if (typeof attribute === 'string') found.add(attribute.split('.')[0] ?? '');
    if (Array.isArray(attribute) && typeof attribute[0] === 'string') found.add(attribute[0]);
    const template: Value = Array.isArray(text) ? text[0] : text;
    if (typeof template === 'string')
      for (const [, name = ''] of template.matchAll(/\$\{([A-Za-z0-9]+)(?:\.[^}]*)?\}/g)) found.add(name);
    for (const [key, item] of Object.entries(inside)) if (key !== 'Ref' && key !== 'Fn::GetAtt') visit(item, depth + 1);
  };
  visit(value, 0);
  const own = [...found].filter((name) => Object.hasOwn(resources, name));
  return own.length === 1 ? own[0] : undefined;
}

/** Aliases and versions of a function stand for it. */
function functionOf(id: string | undefined, resources: Map_): string | undefined {
  const resource = id === undefined ? undefined : resources[id];
  const type = get(resource, 'Type');
  return type === 'AWS::Lambda::Alias' || type === 'AWS::Lambda::Version'
    ? reference(get(resource, 'Properties', 'FunctionName'), resources)
    : id;
}

/** Property of a SAM event that names its source, by type of event; sources that are no resource are left out. */
const eventSources: Readonly<Record<string, readonly string[]>> = {
  SQS: ['Queue'],
  SNS: ['Topic'],
  Kinesis: ['Stream'],
  DynamoDB: ['Stream'],
  MSK: ['Stream'],
  MQ: ['Broker'],
  DocumentDB: ['Cluster'],
  S3: ['Bucket'],
  Cognito: ['UserPool'],
  Api: ['RestApiId'],
  HttpApi: ['ApiId'],
  EventBridgeRule: ['EventBusName'],
  CloudWatchEvent: ['EventBusName'],
  CloudWatchLogs: ['LogGroupName'],
  Schedule: [],
  ScheduleV2: [],
  IoTRule: [],
};
const implicitApis: Readonly<Record<string, string>> = { Api: 'ServerlessRestApi', HttpApi: 'ServerlessHttpApi' };

/** Every connection that a template states. */
export function expectedConnections(template: Map_): readonly ExpectedConnection[] {
  const resources = map(template['Resources']);
  const found: ExpectedConnection[] = [];
  const add = (what: string, from: string | undefined, to: string | undefined, ...at: readonly string[]): void => {
    if (from !== undefined || to !== undefined) found.push({ what, from, to, at: ['Resources', ...at].join('.') });
  };
  const ref = (value: Value): string | undefined => functionOf(reference(value, resources), resources);
  for (const [id, resource] of Object.entries(resources)) {
    const properties = map(get(resource, 'Properties'));
    const type = get(resource, 'Type');
    switch (type) {
      case 'AWS::Serverless::Function':
      case 'AWS::Serverless::StateMachine':
        for (const [name, event] of Object.entries(map(properties['Events']))) {
          const kind = get(event, 'Type');
          if (typeof kind !== 'string' || !Object.hasOwn(eventSources, kind)) continue;
          const named = (eventSources[kind] ?? []).map((key) => get(event, 'Properties', key)).find((one) => one);
          const source = named === undefined ? implicitApis[kind] : (ref(named) ?? plainId(named, resources));
          add(`event ${kind}`, source, id, id, 'Properties', 'Events', name);
        }
        for (const [name, value] of Object.entries(map(properties['DefinitionSubstitutions'])))
          add('substitution', id, ref(value), id, 'Properties', 'DefinitionSubstitutions', name);
        break;
      case 'AWS::StepFunctions::StateMachine':
        for (const [name, value] of Object.entries(map(properties['DefinitionSubstitutions'])))
          add('substitution', id, ref(value), id, 'Properties', 'DefinitionSubstitutions', name);
        break;
      case 'AWS::Events::Rule':
        for (const [index, target] of list(properties['Targets']).entries())
          add('rule target', undefined, ref(get(target, 'Arn')), id, 'Properties', 'Targets', String(index));
        break;
      case 'AWS::Scheduler::Schedule':
        add('schedule target', id, ref(get(properties, 'Target', 'Arn')), id, 'Properties', 'Target');
        break;
      case 'AWS::Pipes::Pipe':
        add('pipe source', ref(properties['Source']), id, id, 'Properties', 'Source');
        add('pipe target', id, ref(properties['Target']), id, 'Properties', 'Target');
        if (properties['Enrichment'] !== undefined)
          add('pipe enrichment', id, ref(properties['Enrichment']), id, 'Properties', 'Enrichment');
        break;
      case 'AWS::Lambda::EventSourceMapping':
        add(
          'event source mapping',
          ref(properties['EventSourceArn']),
          ref(properties['FunctionName']),
          ...[id, 'Properties', 'EventSourceArn'],
        );
        break;
      case 'AWS::SNS::Subscription':
        add('subscription', ref(properties['TopicArn']), ref(properties['Endpoint']), id, 'Properties', 'Endpoint');
        break;
      case 'AWS::SNS::Topic':
        for (const [index, one] of list(properties['Subscription']).entries())
          add('subscription', id, ref(get(one, 'Endpoint')), id, 'Properties', 'Subscription', String(index));
        break;
      case 'AWS::S3::Bucket':
        for (const [list_, key] of [
          ['LambdaConfigurations', 'Function'],
          ['QueueConfigurations', 'Queue'],
          ['TopicConfigurations', 'Topic'],
        ] as const)
          for (const [index, one] of list(get(properties, 'NotificationConfiguration', list_)).entries())
            add('notification', id, ref(get(one, key)), id, 'Properties', list_, String(index));
        break;
      case 'AWS::ApiGateway::Method':
        add(
          'API integration',
          ref(properties['RestApiId']),
          ref(get(properties, 'Integration', 'Uri')),
          ...[id, 'Properties', 'Integration'],
        );
        break;
      case 'AWS::ApiGatewayV2::Integration':
        add(
          'API integration',
          ref(properties['ApiId']),
          ref(properties['IntegrationUri']),
          ...[id, 'Properties', 'IntegrationUri'],
        );
        break;
      case 'AWS::Logs::SubscriptionFilter':
        add('log subscription', ref(properties['LogGroupName']), ref(properties['DestinationArn']), id, 'Properties');
        break;
      default:
    }
  }
  // An end alone says nothing where the other is not known either.
  return found.filter(({ to, from, what }) => to !== undefined || (from !== undefined && what === 'event'));
}

/** An id that is written as text: `RestApiId: Api` is no reference, `Queue: arn:...` names nothing of the template. */
const plainId = (value: Value, resources: Map_): string | undefined =>
  typeof value === 'string' && Object.hasOwn(resources, value) ? value : undefined;
