import {
  allow,
  any,
  arn,
  callback,
  defineOptimized,
  job,
  managedRule,
  page,
  passRole,
  request,
  text,
  token,
} from '../define.js';

const run = allow('ecs:RunTask', arn('ecs', 'task-definition/{TaskDefinition}'));
/** The roles of the task stand in its definition. */
const roles = passRole('*', 'ecs-tasks.amazonaws.com');
const sample = { LaunchType: 'FARGATE', Cluster: '', TaskDefinition: '' };

export const ecs = defineOptimized({
  id: 'ecs',
  api: 'ecs',
  label: text('Amazon ECS', 'Amazon ECS'),
  source: page('connect-ecs'),
  actions: {
    runTask: {
      label: text('Run a task', 'タスクの実行'),
      required: ['TaskDefinition'],
      sample,
      callback: {
        ...sample,
        Overrides: { ContainerOverrides: [{ Name: '', Environment: [{ Name: 'TASK_TOKEN', Value: token }] }] },
      },
      patterns: {
        ...request(run, roles),
        ...job(
          run,
          roles,
          allow(['ecs:StopTask', 'ecs:DescribeTasks'], ...any),
          managedRule('StepFunctionsGetEventsForECSTaskRule'),
        ),
        ...callback(run, roles),
      },
    },
  },
});
