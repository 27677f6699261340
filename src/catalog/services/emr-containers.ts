import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { limitedName } from './limited-name.js';
import { dotted } from './shared.js';

const action = actionsOn('VirtualClusterId', 'id');
const clusters = 'https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/virtual-cluster.html';

export const emrContainers = defineService({
  type: 'emr-containers',
  cfnType: 'AWS::EMRContainers::VirtualCluster',
  category: 'data',
  icon: 'resource/AmazonEMREMREngine',
  label: { en: 'EMR on EKS', ja: 'EMR on EKS' },
  defaultLabel: { en: 'Spark on EKS', ja: 'Spark on EKS' },
  description: {
    en: 'Runs jobs of Spark in a namespace of an EKS cluster',
    ja: 'EKS クラスターの名前空間で Spark のジョブを実行',
  },
  keywords: ['spark', 'kubernetes', 'big data', 'ビッグデータ', '分析', '仮想クラスター'],
  fields: {
    cluster: field.node({
      label: { en: 'EKS cluster', ja: 'EKS クラスター' },
      services: ['eks-cluster'],
      source: clusters,
    }),
    clusterName: field.text({
      label: { en: 'Name of an existing cluster', ja: '既存のクラスター名' },
      help: { en: 'Used where none is chosen.', ja: 'クラスターを選択していない場合に使用します。' },
      default: 'data',
      required: true,
      code: true,
      source: clusters,
    }),
    namespace: field.text({
      label: { en: 'Namespace', ja: '名前空間' },
      default: 'spark',
      required: true,
      code: true,
      pattern: {
        test: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
        hint: { en: 'lower-case letters, digits and -', ja: '英小文字、数字、- だけを使用してください。' },
      },
      source: clusters,
    }),
  },
  subtitle: ({ props }) => dotted('EMR on EKS', props.namespace),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.emr-containers',
      detailTypes: ['EMR Job Run State Change'],
      own: { path: ['virtualClusterId'], attribute: 'id' },
    },
    sdkTarget: {
      service: 'emrcontainers',
      actions: {
        startJobRun: action('emr-containers:StartJobRun', ['ExecutionRoleArn', 'ReleaseLabel', 'JobDriver'], {
          sample: {
            VirtualClusterId: '{resource}',
            ExecutionRoleArn: '{% $states.input.role %}',
            ReleaseLabel: 'emr-7.9.0-latest',
            JobDriver: { SparkSubmitJobDriver: { EntryPoint: '{% $states.input.script %}' } },
          },
          writes: true,
          async: true,
        }),
        cancelJobRun: {
          iam: ['emr-containers:CancelJobRun'],
          required: ['Id', 'VirtualClusterId'],
          resource: { parameter: 'VirtualClusterId', attribute: 'id' },
          arn: { attribute: 'arn', suffixes: ['/jobruns/*'] },
          writes: true,
        },
      },
      defaultAction: 'startJobRun',
      optimized: [
        {
          resource: 'arn:aws:states:::emr-containers:startJobRun',
          action: 'startJobRun',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB'],
        },
      ],
    },
  },
  refusal: {
    en: 'A job is started by schedules, workflows and code; this service cannot start one.',
    ja: 'ジョブはスケジュール、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({ id: member(self, 'attrId'), arn: member(self, 'attrArn') }),
  construct: ({ constructId, props, emitter }) =>
    create(
      cdk('aws-emrcontainers', 'CfnVirtualCluster'),
      ref('this'),
      lit(constructId),
      object({
        name: limitedName(constructId, 64),
        containerProvider: object({
          type: lit('EKS'),
          id: props.cluster === undefined ? lit(props.clusterName) : emitter.attribute(nodeId(props.cluster), 'name'),
          info: object({ eksInfo: object({ namespace: lit(props.namespace) }) }),
        }),
      }),
    ),
  source: clusters,
});
