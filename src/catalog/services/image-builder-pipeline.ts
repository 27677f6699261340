import { field } from '../../model/fields.js';
import { array, call, cdk, create, lit, member, object, ref, template, type Expr } from '../../ts-ast/ast.js';
import { directRuleTarget } from '../connections/direct-rule.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';
import { serviceRole } from './slim.js';

const pipelines = 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/what-is-image-builder.html';
const action = actionsOn('ImagePipelineArn', 'arn');

export const imageBuilderPipeline = defineService({
  type: 'image-builder-pipeline',
  cfnType: 'AWS::ImageBuilder::ImagePipeline',
  category: 'compute',
  icon: 'architecture-service/AmazonEC2ImageBuilder',
  label: { en: 'EC2 Image Builder pipeline', ja: 'EC2 Image Builder パイプライン' },
  defaultLabel: { en: 'Image pipeline', ja: 'イメージパイプライン' },
  description: {
    en: 'Builds and tests machine images, patched anew each time',
    ja: '最新のパッチを適用したマシンイメージをビルドしてテスト',
  },
  keywords: ['ami', 'image', 'golden image', 'patch', 'イメージ', 'パッチ', 'サーバー'],
  fields: {
    parentImage: field.text({
      label: { en: 'Parent image', ja: '親イメージ' },
      help: {
        en: 'Its name among the images of AWS.',
        ja: 'AWS が提供するイメージの名前です。',
      },
      default: 'amazon-linux-2023-x86',
      required: true,
      code: true,
      pattern: {
        test: /^[a-z0-9-]+$/,
        hint: { en: 'such as amazon-linux-2023-x86', ja: 'amazon-linux-2023-x86 のような形式' },
      },
      source: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-image-recipes.html',
    }),
    version: field.text({
      label: { en: 'Recipe version', ja: 'レシピのバージョン' },
      default: '1.0.0',
      required: true,
      code: true,
      pattern: {
        test: /^\d+\.\d+\.\d+$/,
        hint: { en: 'such as 1.0.0', ja: '1.0.0 のような形式' },
      },
      source: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-image-recipes.html',
    }),
  },
  subtitle: ({ props }) => dotted(props.parentImage),
  stateful: false,
  roles: {
    ruleTarget: {
      direct: directRuleTarget(({ id }, emitter) => ({ arn: emitter.attribute(id, 'arn') })),
      input: 'none',
      iam: ['imagebuilder:StartImagePipelineExecution'],
    },
    eventPublisher: { source: 'aws.imagebuilder', detailTypes: ['EC2 Image Builder Image State Change'] },
    sdkTarget: {
      service: 'imagebuilder',
      actions: {
        startImagePipelineExecution: action('imagebuilder:StartImagePipelineExecution', [], {
          sample: { ImagePipelineArn: '{resource}' },
          writes: true,
          async: true,
        }),
        listImagePipelineImages: action('imagebuilder:ListImagePipelineImages', []),
      },
      defaultAction: 'startImagePipelineExecution',
    },
  },
  refusal: {
    en: 'An image pipeline is started by rules, schedules, workflows and code; this service cannot start one.',
    ja: 'イメージパイプラインはルール、スケジュール、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({ arn: member(self, 'attrArn'), name: member(self, 'attrName') }),
  construct: ({ id, constructId, props, emitter }) => {
    const name = template(member(ref('this'), 'stackName'), `-${constructId}`);
    return create(
      cdk('aws-imagebuilder', 'CfnImagePipeline'),
      ref('this'),
      lit(constructId),
      object({
        name,
        imageRecipeArn: member(
          create(
            cdk('aws-imagebuilder', 'CfnImageRecipe'),
            ref('this'),
            lit(emitter.constructId(id, 'recipe')),
            object({
              name,
              version: lit(props.version),
              parentImage: awsImage('image', `${props.parentImage}/x.x.x`),
              components: array([object({ componentArn: awsImage('component', 'update-linux/x.x.x') })]),
            }),
          ),
          'attrArn',
        ),
        infrastructureConfigurationArn: member(
          create(
            cdk('aws-imagebuilder', 'CfnInfrastructureConfiguration'),
            ref('this'),
            lit(emitter.constructId(id, 'infrastructure')),
            object({
              name,
              instanceProfileName: member(
                create(
                  cdk('aws-iam', 'InstanceProfile'),
                  ref('this'),
                  lit(emitter.constructId(id, 'profile')),
                  object({
                    role: serviceRole(emitter, id, 'ec2.amazonaws.com', [
                      'EC2InstanceProfileForImageBuilder',
                      'AmazonSSMManagedInstanceCore',
                    ]),
                  }),
                ),
                'instanceProfileName',
              ),
            }),
          ),
          'attrArn',
        ),
      }),
    );
  },
  source: pipelines,
});

/** What AWS itself offers to Image Builder. */
const awsImage = (resource: string, name: string): Expr =>
  call(
    ref('this'),
    'formatArn',
    object({ service: lit('imagebuilder'), account: lit('aws'), resource: lit(resource), resourceName: lit(name) }),
  );
