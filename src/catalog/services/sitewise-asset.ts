import { field } from '../../model/fields.js';
import { constructIdOf } from '../../model/names.js';
import { array, callStatic, cdk, create, json, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import type { IotActionProps } from '../connections/iot-action-parameters.js';
import { defineService } from '../define.js';
import { partOfArn } from './existing-arn.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const guide = 'https://docs.aws.amazon.com/iot-sitewise/latest/userguide/';

export const sitewiseAsset = defineService({
  type: 'sitewise-asset',
  cfnType: 'AWS::IoTSiteWise::Asset',
  category: 'data',
  icon: 'resource/AWSIoTSiteWiseAsset',
  label: { en: 'SiteWise asset', ja: 'SiteWise アセット' },
  defaultLabel: { en: 'Asset', ja: 'アセット' },
  description: {
    en: 'A machine with the values of its properties',
    ja: '設備とそのプロパティ値',
  },
  keywords: ['iot sitewise', 'industrial', 'equipment', 'telemetry', '産業', '設備', 'アセット'],
  fields: {
    modelId: field.text({
      label: { en: 'Asset model ID', ja: 'アセットモデル ID' },
      help: { en: 'A model that exists.', ja: '既存のモデルを指定します。' },
      default: 'externalId:machine',
      required: true,
      code: true,
      pattern: {
        test: /^(?:(?!0{8}-)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|externalId:[A-Za-z0-9_][A-Za-z0-9_.:-]{0,125}[A-Za-z0-9_])$/,
        hint: { en: 'a UUID or externalId:…', ja: 'UUID または externalId:…' },
      },
      source: `${guide}define-models.html`,
    }),
  },
  subtitle: () => dotted('IoT SiteWise'),
  stateful: true,
  roles: {
    iotAction: {
      action: 'iotSiteWise',
      // https://docs.aws.amazon.com/iot/latest/developerguide/iotsitewise-rule-action.html
      permissions: ({ id }) => [
        { actions: ['iotsitewise:BatchPutAssetPropertyValue'], resources: [{ node: id, attribute: 'arn' }] },
      ],
      own: ({ id }, emitter, props) => {
        const { propertyId, valueType, value, time } = props as IotActionProps;
        return {
          putAssetPropertyValueEntries: array([
            object({
              assetId: emitter.attribute(id, 'name'),
              propertyId: lit(propertyId),
              propertyValues: array([
                object({ value: json({ [valueType]: value }), timestamp: json({ timeInSeconds: time }) }),
              ]),
            }),
          ]),
        };
      },
    },
    sdkTarget: {
      service: 'iotsitewise',
      actions: {
        batchPutAssetPropertyValue: {
          iam: ['iotsitewise:BatchPutAssetPropertyValue'],
          required: ['Entries'],
          resource: { parameter: 'AssetId', attribute: 'name' },
          arn: { attribute: 'arn' },
          sample: {
            Entries: [
              {
                EntryId: '1',
                AssetId: '{resource}',
                PropertyId: '{% $states.input.propertyId %}',
                PropertyValues: '{% $states.input.values %}',
              },
            ],
          },
          writes: true,
        },
        getAssetPropertyValue: actionsOn('AssetId', 'name')('iotsitewise:GetAssetPropertyValue', ['PropertyId']),
      },
      defaultAction: 'batchPutAssetPropertyValue',
    },
  },
  refusal: {
    en: 'An asset takes values of IoT rules, workflows and code; this service cannot send any.',
    ja: 'アセットには、IoT ルール、ワークフロー、コードから値を送信します。このサービスからは送信できません。',
  },
  attributes: ({ node }, self) =>
    node.origin === 'existing'
      ? { arn: member(member(self, 'assetRef'), 'assetArn'), name: member(member(self, 'assetRef'), 'assetId') }
      : { arn: member(self, 'attrAssetArn'), name: member(self, 'attrAssetId') },
  construct: ({ id, constructId, props }) =>
    create(
      cdk('aws-iotsitewise', 'CfnAsset'),
      ref('this'),
      lit(constructId),
      object({
        assetName: template(member(ref('this'), 'stackName'), `-${constructIdOf(id)}`),
        assetModelId: lit(props.modelId),
      }),
    ),
  // What others call its name is its ID.
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-iotsitewise',
      'CfnAsset.fromAssetId',
      ref('this'),
      lit(constructId),
      by === 'arn' ? partOfArn(value, 1) : value,
    ),
  source: `${guide}what-is-sitewise.html`,
});
