import { field } from '../../model/fields.js';
import { callStatic, cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { constructIdOf } from '../../model/names.js';
import { defineService } from '../define.js';
import { partOfArn } from './existing-arn.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const trackers = 'https://docs.aws.amazon.com/location/latest/developerguide/geofence-tracker-concepts.html';
const on = actionsOn('TrackerName', 'name');

export const locationTracker = defineService({
  type: 'location-tracker',
  cfnType: 'AWS::Location::Tracker',
  category: 'data',
  icon: 'resource/AmazonLocationServiceTrack',
  label: { en: 'Location tracker', ja: 'Location トラッカー' },
  defaultLabel: { en: 'Tracker', ja: 'トラッカー' },
  description: { en: 'Positions of devices over time', ja: 'デバイスの位置を時系列で保存' },
  keywords: ['location service', 'gps', 'position', 'geofence', '位置情報', 'トラッカー', 'デバイス'],
  fields: {
    positionFiltering: field.choice({
      label: { en: 'Position filtering', ja: '位置フィルター' },
      options: {
        TimeBased: { en: 'By time', ja: '時間ベース' },
        DistanceBased: { en: 'By distance', ja: '距離ベース' },
        AccuracyBased: { en: 'By accuracy', ja: '精度ベース' },
      },
      default: 'TimeBased',
      source: trackers,
    }),
    eventBridge: field.boolean({
      label: { en: 'Events to EventBridge', ja: 'EventBridge への通知' },
      default: false,
      source: 'https://docs.aws.amazon.com/location/latest/developerguide/location-events.html',
    }),
  },
  subtitle: ({ props }) => dotted('Location Service', props.eventBridge ? 'EventBridge' : ''),
  stateful: true,
  roles: {
    iotAction: {
      action: 'location',
      // https://docs.aws.amazon.com/iot/latest/developerguide/location-rule-action.html
      permissions: ({ id }) => [
        { actions: ['geo:BatchUpdateDevicePosition'], resources: [{ node: id, attribute: 'arn' }] },
      ],
      own: ({ id }, emitter) => ({ trackerName: emitter.attribute(id, 'name') }),
    },
    sdkTarget: {
      service: 'location',
      actions: {
        batchUpdateDevicePosition: on('geo:BatchUpdateDevicePosition', ['Updates'], { writes: true }),
        batchGetDevicePosition: on('geo:BatchGetDevicePosition', ['DeviceIds']),
        getDevicePosition: on('geo:GetDevicePosition', ['DeviceId']),
        getDevicePositionHistory: on('geo:GetDevicePositionHistory', ['DeviceId']),
      },
      defaultAction: 'batchUpdateDevicePosition',
    },
  },
  refusal: {
    en: 'A tracker takes positions of IoT rules, workflows and code; this service cannot send any.',
    ja: 'トラッカーには、IoT ルール、ワークフロー、コードから位置を送信します。このサービスからは送信できません。',
  },
  attributes: ({ node }, self) =>
    node.origin === 'existing'
      ? {
          arn: member(member(self, 'trackerRef'), 'trackerArn'),
          name: member(member(self, 'trackerRef'), 'trackerName'),
        }
      : { arn: member(self, 'attrTrackerArn'), name: member(self, 'ref') },
  construct: ({ id, constructId, props }) =>
    create(
      cdk('aws-location', 'CfnTracker'),
      ref('this'),
      lit(constructId),
      object({
        // The service makes up no name.
        trackerName: template(member(ref('this'), 'stackName'), `-${constructIdOf(id)}`),
        positionFiltering: lit(props.positionFiltering),
        eventBridgeEnabled: props.eventBridge ? lit(true) : undefined,
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-location',
      'CfnTracker.fromTrackerName',
      ref('this'),
      lit(constructId),
      by === 'arn' ? partOfArn(value, 1) : value,
    ),
  source: 'https://docs.aws.amazon.com/location/latest/developerguide/what-is.html',
});
