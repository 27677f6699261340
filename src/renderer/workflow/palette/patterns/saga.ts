import { Undo2 } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

const call = (action: string, key: string, attribute: string, value: string, table: string) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::dynamodb:${action}`,
  Arguments: {
    TableName: table,
    Key: { pk: { S: key } },
    UpdateExpression: `SET ${attribute} = :value`,
    ExpressionAttributeValues: { ':value': { S: value } },
  },
  Output: '{% $states.input %}',
});

/** Two updates; when the second fails, the first is taken back. */
export const saga = defineStatePattern({
  id: 'saga',
  icon: Undo2,
  label: { en: 'Update with compensation (saga)', ja: '補償つきの更新 (Saga)' },
  description: {
    en: 'When a later step fails, compensating steps take the earlier ones back',
    ja: '後の処理が失敗したら、先の処理を補償トランザクションで取り消し',
  },
  keywords: ['saga', 'compensation', 'transaction', 'rollback', '補償', 'トランザクション', '取り消し'],
  isStandardOnly: false,
  isCommon: true,
  source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/cloud-design-patterns/saga.html',
  names: {
    reserve: { en: 'Reserve', ja: '予約' },
    pay: { en: 'Pay', ja: '支払い' },
    cancel: { en: 'Cancel the reservation', ja: '予約を取り消し' },
    failed: { en: 'Taken back', ja: '取り消し済み' },
  },
  needs: { table: { service: 'dynamodb-table', attribute: 'name', input: 'tableName' } },
  definition: ({ reserve, pay, cancel, failed }, { table }) => ({
    StartAt: reserve,
    States: {
      [reserve]: {
        ...call('updateItem', '{% $states.input.orderId %}', 'reservation', 'RESERVED', table),
        Assign: { orderId: '{% $states.input.orderId %}' },
        Next: pay,
      },
      [pay]: {
        ...call('updateItem', '{% $orderId %}', 'payment', 'PAID', table),
        Catch: [{ ErrorEquals: ['States.ALL'], Assign: { reason: '{% $states.errorOutput.Cause %}' }, Next: cancel }],
        Next: onward,
      },
      [cancel]: {
        ...call('updateItem', '{% $orderId %}', 'reservation', 'CANCELLED', table),
        Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 6, BackoffRate: 2, JitterStrategy: 'FULL' }],
        Next: failed,
      },
      [failed]: { Type: 'Fail', Error: 'TakenBack', Cause: '{% $reason %}' },
    },
  }),
});
