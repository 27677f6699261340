import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, object, ref } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { given } from './shared.js';

export const logSubscription = defineConnection({
  kind: 'log-subscription',
  label: { en: 'Subscription filter', ja: 'サブスクリプションフィルター' },
  from: 'logSource',
  to: 'logDestination',
  fields: {
    filterPattern: field.text({
      label: { en: 'Filter pattern', ja: 'フィルターパターン' },
      help: { en: 'Empty: all log events.', ja: '空欄の場合、すべてのログイベントが対象になります。' },
      code: true,
      placeholder: '{ $.level = "ERROR" }',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html',
    }),
  },
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Log events that match are sent on as they come, compressed; two filters for each log group.',
    ja: '一致したログイベントを圧縮して転送します。フィルターはロググループごとに 2 つまでです。',
  },
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
  delivery: () => 'async',
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
  refuse: (from) =>
    from.props['logClass'] === 'INFREQUENT_ACCESS'
      ? {
          en: 'Log groups of the class Infrequent access have no subscription filters.',
          ja: '低頻度アクセスのログクラスでは、サブスクリプションフィルターを使用できません。',
        }
      : undefined,
  describe: (_from, _to, { filterPattern }) =>
    given(filterPattern) ? { en: 'filtered logs', ja: 'フィルターしたログ' } : { en: 'logs', ja: 'ログ' },
  permissions: () => [],
  handlerType: () => 'CloudWatchLogsHandler',
  emit: (connections, emitter) =>
    connections.map(({ id, from, to, props }) => ({
      type: 'do',
      expression: create(
        cdk('aws-logs', 'SubscriptionFilter'),
        ref('this'),
        lit(emitter.constructId(id, 'filter')),
        object({
          logGroup: emitter.construct(from.id),
          destination: create(to.role.construct, emitter.construct(to.id)),
          filterPattern: given(props.filterPattern)
            ? callStatic('aws-logs', 'FilterPattern.literal', lit(props.filterPattern))
            : callStatic('aws-logs', 'FilterPattern.allEvents'),
        }),
      ),
    })),
});
