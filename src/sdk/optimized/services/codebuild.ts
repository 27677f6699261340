import { allow, arn, defineOptimized, job, managedRule, page, request, text } from '../define.js';

const project = arn('codebuild', 'project/{ProjectName}');
/** A build is named by its id alone. */
const anyProject = arn('codebuild', 'project/*');
const batchRule = managedRule('StepFunctionsGetEventForCodeBuildStartBuildBatchRule');

export const codebuild = defineOptimized({
  id: 'codebuild',
  api: 'codebuild',
  label: text('AWS CodeBuild', 'AWS CodeBuild'),
  source: page('connect-codebuild'),
  actions: {
    startBuild: {
      label: text('Start a build', 'ビルドの開始'),
      required: ['ProjectName'],
      patterns: {
        ...request(allow('codebuild:StartBuild', project)),
        ...job(
          allow(
            ['codebuild:StartBuild', 'codebuild:StopBuild', 'codebuild:BatchGetBuilds', 'codebuild:BatchGetReports'],
            project,
          ),
          managedRule('StepFunctionsGetEventForCodeBuildStartBuildRule'),
        ),
      },
    },
    stopBuild: {
      label: text('Stop a build', 'ビルドの停止'),
      required: ['Id'],
      patterns: request(allow('codebuild:StopBuild', anyProject)),
    },
    batchDeleteBuilds: {
      label: text('Delete builds', 'ビルドの削除'),
      required: ['Ids'],
      sample: { Ids: [] },
      patterns: request(allow('codebuild:BatchDeleteBuilds', anyProject)),
    },
    batchGetReports: {
      label: text('Get test reports', 'テストレポートの取得'),
      required: ['ReportArns'],
      sample: { ReportArns: [] },
      patterns: request(allow('codebuild:BatchGetReports', arn('codebuild', 'report-group/*'))),
    },
    startBuildBatch: {
      label: text('Start a batch build', 'バッチビルドの開始'),
      required: ['ProjectName'],
      patterns: {
        ...request(allow('codebuild:StartBuildBatch', project)),
        ...job(
          allow(['codebuild:StartBuildBatch', 'codebuild:StopBuildBatch', 'codebuild:BatchGetBuildBatches'], project),
          batchRule,
        ),
      },
    },
    stopBuildBatch: {
      label: text('Stop a batch build', 'バッチビルドの停止'),
      required: ['Id'],
      patterns: request(allow('codebuild:StopBuildBatch', anyProject)),
    },
    retryBuildBatch: {
      label: text('Retry a batch build', 'バッチビルドの再試行'),
      required: ['Id'],
      patterns: {
        ...request(allow('codebuild:RetryBuildBatch', anyProject)),
        ...job(
          allow(
            ['codebuild:RetryBuildBatch', 'codebuild:StopBuildBatch', 'codebuild:BatchGetBuildBatches'],
            anyProject,
          ),
          batchRule,
        ),
      },
    },
    deleteBuildBatch: {
      label: text('Delete a batch build', 'バッチビルドの削除'),
      required: ['Id'],
      patterns: request(allow('codebuild:DeleteBuildBatch', anyProject)),
    },
  },
});
