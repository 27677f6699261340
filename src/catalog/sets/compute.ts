import { activity } from '../services/activity.js';
import { autoScalingPolicy } from '../services/auto-scaling-policy.js';
import { batchJob } from '../services/batch-job.js';
import { ec2Instance } from '../services/ec2-instance.js';
import { ecrRepository } from '../services/ecr-repository.js';
import { ecsCluster } from '../services/ecs-cluster.js';
import { eksCluster } from '../services/eks-cluster.js';
import { emrCluster } from '../services/emr-cluster.js';
import { emrContainers } from '../services/emr-containers.js';
import { emrServerless } from '../services/emr-serverless.js';
import { fargateTask } from '../services/fargate-task.js';
import { vpc } from '../services/vpc.js';
import { addToCatalog } from '../index.js';

addToCatalog(
  [
    vpc,
    ecsCluster,
    fargateTask,
    batchJob,
    ec2Instance,
    autoScalingPolicy,
    emrCluster,
    emrServerless,
    emrContainers,
    eksCluster,
    ecrRepository,
    activity,
  ],
  [],
);
