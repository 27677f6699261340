import { Box } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

/** One call with everything around it that a call needs. */
export const oneTask = defineStatePattern({
  id: 'one-task',
  icon: Box,
  label: { en: 'One call, with retries', ja: '1 つの呼び出しと再試行' },
  description: {
    en: 'Calls one API, retries what passes and tells of what does not',
    ja: '1 つの API を呼び出し、一時的なエラーは再試行、それ以外は失敗として終了',
  },
  keywords: ['single', 'task', 'retry', 'catch', 'direct', '1 つ', '再試行', '直接統合'],
  isStandardOnly: false,
  isCommon: false,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  names: {
    save: { en: 'Save the item', ja: '項目を保存' },
    failed: { en: 'Not saved', ja: '保存の失敗' },
  },
  needs: { table: { service: 'dynamodb-table', attribute: 'name', input: 'tableName' } },
  definition: ({ save, failed }, { table }) => ({
    StartAt: save,
    States: {
      [save]: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Arguments: {
          TableName: table,
          Item: { pk: { S: '{% $states.input.id %}' }, data: { S: '{% $string($states.input) %}' } },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        Retry: [
          {
            ErrorEquals: ['DynamoDB.ProvisionedThroughputExceededException', 'DynamoDB.InternalServerErrorException'],
            IntervalSeconds: 1,
            MaxAttempts: 4,
            BackoffRate: 2,
            JitterStrategy: 'FULL',
          },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], Assign: { reason: '{% $states.errorOutput.Cause %}' }, Next: failed }],
        Output: '{% $states.input %}',
        Next: onward,
      },
      [failed]: { Type: 'Fail', Error: 'NotSaved', Cause: '{% $reason %}' },
    },
  }),
});
