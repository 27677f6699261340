import type { Json } from '../../model/design.js';
import { isMap } from '../../model/json.js';
import { defineServiceProperties, type JsonMap } from './define.js';
import { mapped, named, text, truth, type Mapping } from './mapped.js';

const listAt = (properties: JsonMap, name: string): readonly JsonMap[] => {
  const list = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return Array.isArray(list) ? (list as readonly Json[]).filter(isMap) : [];
};

const keyTypes = named({ S: 'STRING', N: 'NUMBER', B: 'BINARY' });

const common: readonly Mapping[] = [
  { field: 'stream', path: ['StreamSpecification', 'StreamViewType'], absent: 'none', ...streamed() },
  { field: 'timeToLive', path: ['TimeToLiveSpecification'], from: (value) => timeToLive(value), to: writtenTimeToLive },
  { field: 'deletionProtection', path: ['DeletionProtectionEnabled'], ...truth, absent: false },
];

function streamed(): Pick<Mapping, 'from' | 'to'> {
  return { ...text, to: (value) => (value === 'none' ? undefined : value) };
}

const timeToLive = (value: Json): Json | undefined =>
  isMap(value) && value['Enabled'] === true ? value['AttributeName'] : undefined;

function writtenTimeToLive(value: Json): Json {
  return { AttributeName: value, Enabled: true };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
const plain = mapped('dynamodb-table', {
  'AWS::DynamoDB::Table': [
    ...common,
    {
      field: 'pointInTimeRecovery',
      path: ['PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'],
      ...truth,
      absent: false,
    },
  ],
  'AWS::DynamoDB::GlobalTable': common,
  'AWS::Serverless::SimpleTable': [
    { field: 'partitionKey', path: ['PrimaryKey', 'Name'], ...text, absent: 'id' },
    {
      field: 'partitionKeyType',
      path: ['PrimaryKey', 'Type'],
      ...named({ String: 'STRING', Number: 'NUMBER', Binary: 'BINARY' }),
      absent: 'STRING',
    },
    {
      field: 'pointInTimeRecovery',
      path: ['PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'],
      ...truth,
      absent: false,
    },
  ],
});

const keys = [
  { field: 'partitionKey', typeField: 'partitionKeyType', role: 'HASH' },
  { field: 'sortKey', typeField: 'sortKeyType', role: 'RANGE' },
] as const;

const keyOf = (properties: JsonMap, role: string): Json | undefined =>
  listAt(properties, 'KeySchema').find((key) => key['KeyType'] === role)?.['AttributeName'];

export const dynamodbTable = defineServiceProperties({
  ...plain,
  decode(type, properties, evaluate) {
    const fields: Record<string, Json> = {};
    for (const { field, typeField, role } of keys) {
      const name = keyOf(properties, role);
      const value = name === undefined ? undefined : evaluate(name);
      if (typeof value === 'string') fields[field] = value;
      const defined = listAt(properties, 'AttributeDefinitions').find(
        (attribute) => JSON.stringify(attribute['AttributeName']) === JSON.stringify(name),
      )?.['AttributeType'];
      const keyType = defined === undefined ? undefined : keyTypes.from?.(defined);
      if (name !== undefined && keyType !== undefined) fields[typeField] = keyType;
    }
    return { ...fields, ...plain.decode(type, properties, evaluate) };
  },
  encode(type, properties, changed) {
    let result = plain.encode(type, properties, changed);
    if (type === 'AWS::Serverless::SimpleTable') return result;
    for (const { field, typeField, role } of keys) {
      const before = keyOf(result, role);
      const name = Object.hasOwn(changed, field) ? changed[field] : before;
      if (!Object.hasOwn(changed, field) && !Object.hasOwn(changed, typeField)) continue;
      result = withKey(result, { role, before, name, attributeType: changed[typeField] });
    }
    return result;
  },
});

function withKey(
  properties: JsonMap,
  key: {
    readonly role: string;
    readonly before: Json | undefined;
    readonly name: Json | undefined;
    readonly attributeType: Json | undefined;
  },
): JsonMap {
  const { role, before, name, attributeType } = key;
  const isOld = (attribute: JsonMap): boolean =>
    before !== undefined && JSON.stringify(attribute['AttributeName']) === JSON.stringify(before);
  const definitions = listAt(properties, 'AttributeDefinitions');
  const old = definitions.find(isOld);
  const written = attributeType === undefined ? old?.['AttributeType'] : keyTypes.to?.(attributeType, undefined);
  const defined: JsonMap[] = name === undefined ? [] : [{ AttributeName: name, AttributeType: written ?? 'S' }];
  const keyed: JsonMap[] = name === undefined ? [] : [{ AttributeName: name, KeyType: role }];
  const schema = listAt(properties, 'KeySchema');
  const replace = (list: readonly JsonMap[], is: (item: JsonMap) => boolean, items: readonly JsonMap[]): JsonMap[] =>
    list.some(is) ? list.flatMap((item) => (is(item) ? items : [item])) : [...list, ...items];
  return {
    ...properties,
    KeySchema: replace(schema, (item) => item['KeyType'] === role, keyed),
    AttributeDefinitions: replace(definitions, isOld, defined),
  };
}
