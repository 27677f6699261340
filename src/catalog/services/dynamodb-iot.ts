import { lit, object } from '../../ts-ast/ast.js';
import type { IotActionProps } from '../connections/iot-action-parameters.js';
import type { IotActionRole } from '../roles/iot.js';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The action knows no binary keys. */
const keyType = (type: unknown) => lit(type === 'NUMBER' ? 'NUMBER' : 'STRING');

/** Where a rule of AWS IoT writes an item: https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-rule-action.html */
export const iotItem: IotActionRole['own'] = ({ id, props }, emitter, given) => {
  const { write, hashKeyValue, rangeKeyValue, payloadField } = given as IotActionProps;
  const tableName = emitter.attribute(id, 'name');
  if (write === 'attributes') return { putItem: object({ tableName }) };
  const sortKey = text(props['sortKey']);
  return {
    tableName,
    hashKeyField: lit(text(props['partitionKey'])),
    hashKeyType: keyType(props['partitionKeyType']),
    hashKeyValue: lit(hashKeyValue),
    ...(sortKey === ''
      ? {}
      : {
          rangeKeyField: lit(sortKey),
          rangeKeyType: keyType(props['sortKeyType']),
          rangeKeyValue: lit(rangeKeyValue),
        }),
    payloadField: lit(payloadField),
  };
};
