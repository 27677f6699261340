import {
  allow,
  any,
  arn,
  defineOptimized,
  job,
  managedRule,
  page,
  passRole,
  request,
  text,
  type Statement,
} from '../define.js';

const cluster = arn('elasticmapreduce', 'cluster/{ClusterId}');
const own = (...actions: readonly string[]): Statement =>
  allow(
    actions.map((action) => `elasticmapreduce:${action}`),
    cluster,
  );
const roles = [
  passRole('{ServiceRole}', 'elasticmapreduce.amazonaws.com'),
  passRole('{JobFlowRole}', 'ec2.amazonaws.com'),
];

export const emr = defineOptimized({
  id: 'elasticmapreduce',
  label: text('Amazon EMR', 'Amazon EMR'),
  source: page('connect-emr'),
  actions: {
    createCluster: {
      label: text('Create a cluster', 'クラスターの作成'),
      operation: 'emr:runJobFlow',
      required: ['Name', 'Instances'],
      sample: { Name: '', ServiceRole: '', JobFlowRole: '', ReleaseLabel: '', Instances: {} },
      patterns: {
        ...request(allow('elasticmapreduce:RunJobFlow', ...any), ...roles),
        ...job(
          allow(
            ['elasticmapreduce:RunJobFlow', 'elasticmapreduce:DescribeCluster', 'elasticmapreduce:TerminateJobFlows'],
            ...any,
          ),
          ...roles,
          managedRule('StepFunctionsGetEventForEMRRunJobFlowRule'),
        ),
      },
    },
    terminateCluster: {
      label: text('Terminate a cluster', 'クラスターの終了'),
      operation: 'emr:terminateJobFlows',
      required: ['ClusterId'],
      patterns: {
        ...request(own('TerminateJobFlows')),
        ...job(
          own('TerminateJobFlows', 'DescribeCluster'),
          managedRule('StepFunctionsGetEventForEMRTerminateJobFlowsRule'),
        ),
      },
    },
    addStep: {
      label: text('Add a step', 'ステップの追加'),
      operation: 'emr:addJobFlowSteps',
      required: ['ClusterId', 'Step'],
      sample: { ClusterId: '', Step: { Name: '', ActionOnFailure: 'CONTINUE', HadoopJarStep: { Jar: '', Args: [] } } },
      patterns: {
        ...request(own('AddJobFlowSteps')),
        ...job(
          own('AddJobFlowSteps', 'DescribeStep', 'CancelSteps'),
          managedRule('StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
        ),
      },
    },
    cancelStep: {
      label: text('Cancel a step', 'ステップのキャンセル'),
      operation: 'emr:cancelSteps',
      required: ['ClusterId', 'StepId'],
      patterns: request(own('CancelSteps')),
    },
    setClusterTerminationProtection: {
      label: text('Set termination protection', '終了保護の設定'),
      operation: 'emr:setTerminationProtection',
      required: ['ClusterId', 'TerminationProtected'],
      sample: { ClusterId: '', TerminationProtected: true },
      patterns: request(own('SetTerminationProtection')),
    },
    modifyInstanceFleetByName: {
      label: text('Resize an instance fleet', 'インスタンスフリートの変更'),
      required: ['ClusterId', 'InstanceFleetName', 'InstanceFleet'],
      sample: { ClusterId: '', InstanceFleetName: '', InstanceFleet: {} },
      patterns: request(own('ModifyInstanceFleet', 'ListInstanceFleets')),
    },
    modifyInstanceGroupByName: {
      label: text('Resize an instance group', 'インスタンスグループの変更'),
      required: ['ClusterId', 'InstanceGroupName', 'InstanceGroup'],
      sample: { ClusterId: '', InstanceGroupName: '', InstanceGroup: {} },
      patterns: request(own('ModifyInstanceGroups', 'ListInstanceGroups')),
    },
  },
});
