import { RefreshCw } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

/** Starts a job that has no `.sync` and asks for its end. */
export const awaitPolling = defineStatePattern({
  id: 'await-polling',
  icon: RefreshCw,
  label: { en: 'Start, wait and check', ja: '開始して完了まで確認' },
  description: {
    en: 'Asks every 20 seconds whether the job has ended. Where no event tells of its end',
    ja: '20 秒ごとにジョブの完了を確認。完了イベントがない場合向け',
  },
  keywords: ['job', 'poll', 'polling', 'wait', 'transcribe', 'ジョブ', 'ポーリング', '待機', '文字起こし'],
  isStandardOnly: false,
  isCommon: true,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/sample-project-job-poller.html',
  names: {
    start: { en: 'Start the job', ja: 'ジョブを開始' },
    wait: { en: 'Wait 20 seconds', ja: '20 秒待機' },
    get: { en: 'Get the job', ja: 'ジョブの状態を取得' },
    check: { en: 'Has it ended?', ja: '完了した?' },
    failed: { en: 'Job failed', ja: 'ジョブの失敗' },
  },
  needs: {},
  definition: ({ start, wait, get, check, failed }) => ({
    StartAt: start,
    States: {
      [start]: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:transcribe:startTranscriptionJob',
        Arguments: {
          TranscriptionJobName: '{% $uuid() %}',
          IdentifyLanguage: true,
          Media: { MediaFileUri: '{% $states.input.mediaUri %}' },
        },
        Assign: { jobName: '{% $states.result.TranscriptionJob.TranscriptionJobName %}' },
        Next: wait,
      },
      [wait]: { Type: 'Wait', Seconds: 20, Next: get },
      [get]: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:transcribe:getTranscriptionJob',
        Arguments: { TranscriptionJobName: '{% $jobName %}' },
        Output: '{% $states.result.TranscriptionJob %}',
        Next: check,
      },
      [check]: {
        Type: 'Choice',
        Choices: [
          { Condition: "{% $states.input.TranscriptionJobStatus = 'COMPLETED' %}", Next: onward },
          { Condition: "{% $states.input.TranscriptionJobStatus = 'FAILED' %}", Next: failed },
        ],
        Default: wait,
      },
      [failed]: { Type: 'Fail', Error: 'JobFailed', Cause: '{% $states.input.FailureReason %}' },
    },
  }),
});
