import { sameInEveryLanguage } from '../../model/localized.js';
import { problem } from '../../model/problems.js';
import { call, cdk, create, lit, object, ref } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { iotActionFields, iotActions } from './iot-action-parameters.js';

export const iotAction = defineConnection({
  kind: 'iot-action',
  label: { en: 'IoT rule action', ja: 'IoT ルールアクション' },
  from: 'iotRule',
  to: 'iotAction',
  fields: iotActionFields,
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'Each message that the SQL picks, without a promise of order; one error action for all that fail.',
    ja: 'SQL で選択したメッセージを渡します。順序は保証されません。失敗時のエラーアクションは 1 つです。',
  },
  source: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-actions.html',
  delivery: () => 'async',
  // https://docs.aws.amazon.com/iot/latest/developerguide/sqs-rule-action.html and sns-rule-action.html
  refuse: (_from, to) =>
    to.props['queueType'] === 'fifo' || to.props['topicType'] === 'fifo'
      ? {
          en: 'IoT rules send to standard queues and topics only.',
          ja: 'IoT ルールから送信できるのは、標準のキューとトピックだけです。',
        }
      : to.role.unready?.(to),
  optionsFor: (_from, to) => {
    const { fields } = iotActions[to.role.action];
    const own: readonly string[] = ['use', ...fields];
    const noSortKey = to.role.action === 'dynamoDb' && !to.props['sortKey'] ? ['rangeKeyValue'] : [];
    return Object.fromEntries(
      [...Object.keys(iotActionFields).filter((name) => !own.includes(name)), ...noSortKey].map((name) => [name, []]),
    );
  },
  initialProps: (_from, to) => (to.role.action === 'timestream' ? { dimensions: { device: '${clientid()}' } } : {}),
  describe: (_from, to, { use, key }) =>
    use === 'error'
      ? { en: 'on error', ja: 'エラー時' }
      : to.role.action === 's3'
        ? sameInEveryLanguage(key)
        : { en: 'messages', ja: 'メッセージ' },
  permissions: (from, to, props) =>
    to.role.permissions(to, props).map((permission) => ({ grantee: from.id, ...permission })),
  problems: ({ to, props }) =>
    to.role.action === 'timestream' && Object.keys(props.dimensions).length === 0
      ? [problem('field-required', { field: iotActionFields.dimensions.label })]
      : to.role.action === 'dynamoDb' && props.write === 'payload' && to.props['partitionKeyType'] === 'BINARY'
        ? [
            problem('field-pattern', {
              field: iotActionFields.write.label,
              hint: {
                en: 'a binary key cannot be given; choose an attribute for each value',
                ja: 'バイナリ型のキーは指定できません。値ごとに属性を作成してください。',
              },
            }),
          ]
        : [],
  handlerType: () => 'IoTHandler',
  emit: (connections, emitter) =>
    connections.flatMap(({ id, from, to }) => {
      if (to.role.action !== 'lambda') return [];
      const rule = emitter.attribute(from.id, 'arn');
      const name = lit(emitter.constructId(id, 'permission'));
      return [
        {
          type: 'do' as const,
          expression: emitter.sameStack(from.id, to.id)
            ? call(
                emitter.construct(to.id),
                'addPermission',
                name,
                object({
                  principal: create(cdk('aws-iam', 'ServicePrincipal'), lit('iot.amazonaws.com')),
                  sourceArn: rule,
                }),
              )
            : // The construct of the function would put it into its own stack: a circle.
              create(
                cdk('aws-lambda', 'CfnPermission'),
                ref('this'),
                name,
                object({
                  action: lit('lambda:InvokeFunction'),
                  functionName: emitter.attribute(to.id, 'arn'),
                  principal: lit('iot.amazonaws.com'),
                  sourceArn: rule,
                }),
              ),
        },
      ];
    }),
});
