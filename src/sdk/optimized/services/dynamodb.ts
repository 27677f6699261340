import { allow, arn, defineOptimized, page, request, text, type OptimizedAction, type Samples } from '../define.js';
import type { Text } from '../../text.js';

const table = arn('dynamodb', 'table/{TableName}');

const onItem = (label: Text, action: string, sample: Samples): OptimizedAction => ({
  label,
  required: Object.keys(sample),
  sample,
  patterns: request(allow(`dynamodb:${action}`, table)),
});

export const dynamodb = defineOptimized({
  id: 'dynamodb',
  api: 'dynamodb',
  label: text('Amazon DynamoDB', 'Amazon DynamoDB'),
  errorPrefix: 'DynamoDB',
  source: page('connect-ddb'),
  actions: {
    getItem: onItem(text('Get an item', '項目の取得'), 'GetItem', { TableName: '', Key: {} }),
    putItem: onItem(text('Put an item', '項目の書き込み'), 'PutItem', { TableName: '', Item: {} }),
    updateItem: onItem(text('Update an item', '項目の更新'), 'UpdateItem', { TableName: '', Key: {} }),
    deleteItem: onItem(text('Delete an item', '項目の削除'), 'DeleteItem', { TableName: '', Key: {} }),
  },
});
