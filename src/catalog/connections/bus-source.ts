import { field } from '../../model/fields.js';
import { sameInEveryLanguage } from '../../model/localized.js';
import { cdk, create, lit, object, ref } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { compactJson } from './shared.js';

const source = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-publish.html';

export const busSource = defineConnection({
  kind: 'bus-source',
  label: { en: 'Event source of a custom event bus', ja: 'カスタムイベントバスのイベントソース' },
  from: 'serviceEvents',
  to: 'customBus',
  fields: {
    pattern: field.code({
      label: { en: 'Event pattern', ja: 'イベントパターン' },
      help: {
        en: 'Empty: every event of the service.',
        ja: '空欄の場合、サービスのすべてのイベントが対象になります。',
      },
      language: 'event-pattern',
      source,
    }),
  },
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'The events of one AWS service are kept on the bus.',
    ja: '1 つの AWS サービスのイベントをバスに保持します。',
  },
  source,
  delivery: () => 'async',
  describe: ({ role, props }) => sameInEveryLanguage(textOf(props[role.sourceProp])),
  permissions: () => [],
  emit: (connections, emitter) =>
    connections.map(({ id, from, to, props }) => {
      const constructId = emitter.constructId(id, 'source');
      const pattern = compactJson(props.pattern);
      return {
        type: 'do',
        expression: create(
          cdk('aws-eventsv2', 'CfnEventSource'),
          ref('this'),
          lit(constructId),
          object({
            name: lit(constructId),
            eventBusArn: emitter.attribute(to.id, 'arn'),
            configuration: object({
              awsServiceEventsConfiguration: object({
                awsService: lit(textOf(from.props[from.role.sourceProp])),
                pattern: pattern === undefined ? undefined : lit(pattern),
              }),
            }),
          }),
        ),
      };
    }),
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
