import { field } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { array, callStatic, cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { directScheduleTarget } from '../connections/direct-schedule.js';
import { defineService } from '../define.js';
import type { DirectTarget } from '../roles/event-targets.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';

const action = actionsOn('PipelineName', 'name');

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SageMakerPipelineParameters.html */
const startsPipeline: DirectTarget = ({ id }, emitter, { parameters }) => {
  const given = typeof parameters === 'object' && !Array.isArray(parameters) ? Object.entries(parameters) : [];
  return {
    arn: emitter.attribute(id, 'arn'),
    sageMakerPipelineParameters: object({
      pipelineParameterList:
        given.length === 0
          ? undefined
          : array(
              given.map(([name, value]) =>
                object({ name: lit(name), value: lit(typeof value === 'string' ? value : '') }),
              ),
            ),
    }),
  };
};

export const sagemakerPipeline = defineService({
  type: 'sagemaker-pipeline',
  cfnType: 'AWS::SageMaker::Pipeline',
  category: 'ai',
  icon: 'architecture-service/AmazonSageMakerAI',
  label: { en: 'SageMaker pipeline', ja: 'SageMaker パイプライン' },
  defaultLabel: { en: 'Pipeline', ja: 'パイプライン' },
  description: {
    en: 'Prepares data, trains and registers a model, step by step',
    ja: 'データの準備、モデルの学習と登録を段階的に実行',
  },
  keywords: ['machine learning', 'training', 'mlops', 'model', '機械学習', '学習', 'モデル', 'パイプライン'],
  fields: {
    definition: field.code({
      label: { en: 'Pipeline definition', ja: 'パイプライン定義' },
      language: 'json',
      default:
        '{\n  "Version": "2020-12-01",\n  "Steps": [\n    {\n      "Name": "Unfinished",\n      "Type": "Fail",\n      "Arguments": { "ErrorMessage": "No step is defined yet" }\n    }\n  ]\n}',
      required: true,
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/define-pipeline.html',
    }),
  },
  subtitle: () => dotted('SageMaker Pipelines'),
  stateful: false,
  roles: {
    ruleTarget: {
      direct: directRuleTarget(startsPipeline),
      input: 'none',
      fields: ['parameters'],
      iam: ['sagemaker:StartPipelineExecution'],
    },
    scheduleTarget: {
      // The class of CDK takes a pipeline that no construct of CDK is.
      direct: directScheduleTarget(startsPipeline),
      iam: ['sagemaker:StartPipelineExecution'],
    },
    pipeTarget: {
      parameters: 'SageMakerPipelineParameters',
      iam: ['sagemaker:StartPipelineExecution'],
      own: () => ({ sageMakerPipelineParameters: object({ pipelineParameterList: array([]) }) }),
    },
    eventPublisher: {
      source: 'aws.sagemaker',
      detailTypes: [
        'SageMaker Model Building Pipeline Execution Status Change',
        'SageMaker Model Building Pipeline Execution Step Status Change',
      ],
      own: { path: ['pipelineArn'], attribute: 'arn' },
    },
    sdkTarget: {
      service: 'sagemaker',
      actions: {
        startPipelineExecution: action('sagemaker:StartPipelineExecution', [], {
          sample: { PipelineName: '{resource}' },
          writes: true,
          async: true,
        }),
        listPipelineExecutions: action('sagemaker:ListPipelineExecutions', []),
      },
      defaultAction: 'startPipelineExecution',
    },
  },
  refusal: {
    en: 'A pipeline is started by rules, schedules, pipes, workflows and code; this service cannot start one.',
    ja: 'パイプラインはルール、スケジュール、EventBridge Pipes、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({
    arn: callStatic('aws-sagemaker', 'CfnPipeline.arnForPipeline', self),
    name: member(member(self, 'pipelineRef'), 'pipelineName'),
  }),
  construct: ({ id, constructId, props, emitter }) =>
    create(
      cdk('aws-sagemaker', 'CfnPipeline'),
      ref('this'),
      lit(constructId),
      object({
        pipelineName: template(member(ref('this'), 'stackName'), `-${constructId}`),
        pipelineDefinition: object({
          PipelineDefinitionBody: emitter.templateFile(
            `templates/sagemaker/${fileNameOf(id)}.json`,
            props.definition,
            {},
          ),
        }),
        // What its steps do, only their author knows.
        roleArn: member(
          create(
            cdk('aws-iam', 'Role'),
            ref('this'),
            lit(emitter.constructId(id, 'role')),
            object({ assumedBy: create(cdk('aws-iam', 'ServicePrincipal'), lit('sagemaker.amazonaws.com')) }),
          ),
          'roleArn',
        ),
      }),
    ),
  fromExisting: ({ constructId, value }) =>
    callStatic('aws-sagemaker', 'CfnPipeline.fromPipelineName', ref('this'), lit(constructId), value),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/pipelines.html',
});
