import { field } from '../../model/fields.js';
import { array, callStatic, cdk, create, lit, member, object, ref, template, type Expr } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';
import { serviceRole } from './slim.js';

const action = actionsOn('JobFlowId', 'id');
const own = actionsOn('ClusterId', 'id');
const instanceTypes = 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-supported-instance-types.html';

export const emrCluster = defineService({
  type: 'emr-cluster',
  cfnType: 'AWS::EMR::Cluster',
  category: 'data',
  icon: 'resource/AmazonEMRCluster',
  label: { en: 'EMR cluster', ja: 'EMR クラスター' },
  defaultLabel: { en: 'Big data', ja: 'ビッグデータ' },
  description: {
    en: 'Runs steps of Spark, Hive and the like on instances that stay up',
    ja: '常時稼働のインスタンスで Spark や Hive などのステップを実行',
  },
  keywords: ['spark', 'hadoop', 'hive', 'big data', 'ビッグデータ', '分析', 'クラスター'],
  fields: {
    release: field.text({
      label: { en: 'Release', ja: 'リリース' },
      default: 'emr-7.9.0',
      required: true,
      code: true,
      pattern: {
        test: /^emr-\d+\.\d+\.\d+$/,
        hint: { en: 'such as emr-7.9.0', ja: 'emr-7.9.0 のような形式' },
      },
      source: 'https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-release-components.html',
    }),
    instanceType: field.text({
      label: { en: 'Instance type', ja: 'インスタンスタイプ' },
      default: 'm7g.xlarge',
      required: true,
      code: true,
      suggestions: ['m7g.xlarge', 'm7g.2xlarge', 'r7g.2xlarge'],
      source: instanceTypes,
    }),
    coreInstances: field.number({
      label: { en: 'Core instances', ja: 'コアインスタンス数' },
      min: 1,
      max: 1000,
      default: 2,
      unit: 'count',
      source: instanceTypes,
    }),
  },
  subtitle: ({ props }) => dotted(props.release, `${String(props.coreInstances)} × ${props.instanceType}`),
  stateful: true,
  roles: {
    eventPublisher: {
      source: 'aws.emr',
      detailTypes: ['EMR Step Status Change', 'EMR Cluster State Change'],
      own: { path: ['clusterId'], attribute: 'id' },
    },
    sdkTarget: {
      service: 'emr',
      actions: {
        addStep: own('elasticmapreduce:AddJobFlowSteps', ['Step'], {
          sample: {
            ClusterId: '{resource}',
            Step: {
              Name: 'Step',
              ActionOnFailure: 'CONTINUE',
              HadoopJarStep: { Jar: 'command-runner.jar', Args: ['spark-submit', '{% $states.input.script %}'] },
            },
          },
          writes: true,
          async: true,
          integrationOnly: true,
        }),
        terminateCluster: own('elasticmapreduce:TerminateJobFlows', [], {
          sample: { ClusterId: '{resource}' },
          writes: true,
          async: true,
          integrationOnly: true,
        }),
        addJobFlowSteps: action('elasticmapreduce:AddJobFlowSteps', ['Steps'], { writes: true, async: true }),
        describeCluster: own('elasticmapreduce:DescribeCluster', []),
      },
      defaultAction: 'addStep',
      optimized: [
        {
          resource: 'arn:aws:states:::elasticmapreduce:addStep',
          action: 'addStep',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
        {
          resource: 'arn:aws:states:::elasticmapreduce:terminateCluster',
          action: 'terminateCluster',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
      ],
    },
  },
  refusal: {
    en: 'A step is added by workflows and code; this service cannot add one.',
    ja: 'ステップはワークフローとコードから追加します。このサービスからは追加できません。',
  },
  attributes: (_node, self) => ({
    id: member(member(self, 'clusterRef'), 'clusterId'),
    arn: callStatic('aws-emr', 'CfnCluster.arnForCluster', self),
  }),
  construct: ({ id, constructId, props, emitter }) => {
    const group = (count: number): Expr => object({ instanceCount: lit(count), instanceType: lit(props.instanceType) });
    return create(
      cdk('aws-emr', 'CfnCluster'),
      ref('this'),
      lit(constructId),
      object({
        name: template(member(ref('this'), 'stackName'), `-${constructId}`),
        releaseLabel: lit(props.release),
        applications: array([object({ name: lit('Spark') })]),
        serviceRole: member(
          serviceRole(emitter, id, 'elasticmapreduce.amazonaws.com', ['service-role/AmazonElasticMapReduceRole']),
          'roleName',
        ),
        jobFlowRole: member(
          create(
            cdk('aws-iam', 'InstanceProfile'),
            ref('this'),
            lit(emitter.constructId(id, 'profile')),
            object({
              role: serviceRole(
                emitter,
                id,
                'ec2.amazonaws.com',
                ['service-role/AmazonElasticMapReduceforEC2Role'],
                'instance role',
              ),
            }),
          ),
          'instanceProfileName',
        ),
        instances: object({
          masterInstanceGroup: group(1),
          coreInstanceGroup: group(props.coreInstances),
          keepJobFlowAliveWhenNoSteps: lit(true),
        }),
      }),
    );
  },
  fromExisting: ({ constructId, value }) =>
    callStatic('aws-emr', 'CfnCluster.fromClusterId', ref('this'), lit(constructId), value),
  source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-what-is-emr.html',
});
