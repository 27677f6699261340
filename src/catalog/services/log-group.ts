import { field } from '../../model/fields.js';
import { call, callStatic, cdk, create, lit, member, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { dotted, logRetention, logRetentionField, removalPolicy, removalPolicyField } from './shared.js';

export const logGroup = defineService({
  type: 'log-group',
  cfnType: 'AWS::Logs::LogGroup',
  category: 'data',
  icon: 'resource/AmazonCloudWatchLogs',
  label: { en: 'CloudWatch log group', ja: 'CloudWatch ロググループ' },
  defaultLabel: { en: 'Log', ja: 'ログ' },
  description: { en: 'Keeps log events and passes them on', ja: 'ログイベントを保存し、ほかのサービスに転送' },
  keywords: ['log', 'cloudwatch', 'audit', 'archive', 'ログ', '監査', '記録'],
  fields: {
    logRetention: { ...logRetentionField, advanced: false },
    logClass: field.choice({
      label: { en: 'Log class', ja: 'ログクラス' },
      options: {
        STANDARD: { en: 'Standard', ja: '標準' },
        INFREQUENT_ACCESS: { en: 'Infrequent access', ja: '低頻度アクセス' },
      },
      default: 'STANDARD',
      advanced: true,
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html',
    }),
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted('CloudWatch Logs', logRetentionField.options[props.logRetention]),
  stateful: true,
  roles: {
    userPoolTarget: { by: 'logs' },
    iotAction: iotTarget(
      'cloudwatchLogs',
      { logGroupName: 'name' },
      ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      { attribute: 'streamsArn' },
    ),
    logSource: {},
    ruleTarget: {
      construct: cdk('aws-events-targets', 'CloudWatchLogGroup'),
      iam: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      input: 'none',
      arguments: ({ id }, emitter) => ({
        positional: [emitter.construct(id)],
        options: { installLatestAwsSdk: lit(false) },
      }),
    },
    pipeTarget: {
      parameters: 'CloudWatchLogsParameters',
      iam: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      permissions: ({ id }) => [
        {
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [{ node: id, attribute: 'streamsArn' }],
        },
      ],
    },
    sdkTarget: {
      service: 'cloudwatchlogs',
      actions: {
        putLogEvents: {
          iam: ['logs:PutLogEvents'],
          required: ['LogStreamName', 'LogEvents'],
          resource: { parameter: 'LogGroupName', attribute: 'name' },
          arn: { attribute: 'streamsArn' },
          writes: true,
          async: true,
        },
        createLogStream: {
          iam: ['logs:CreateLogStream'],
          required: ['LogStreamName'],
          resource: { parameter: 'LogGroupName', attribute: 'name' },
          arn: { attribute: 'streamsArn' },
          writes: true,
        },
        filterLogEvents: {
          iam: ['logs:FilterLogEvents'],
          required: ['LogGroupName'],
          resource: { parameter: 'LogGroupName', attribute: 'name' },
          arn: { attribute: 'streamsArn' },
          writes: false,
        },
      },
      defaultAction: 'putLogEvents',
    },
  },
  refusal: {
    en: 'A log group takes log events of rules, pipes and API calls; this service cannot write any.',
    ja: 'ロググループには、ルール、パイプ、API の呼び出しでログを書き込みます。このサービスからは書き込めません。',
  },
  attributes: (_node, self) => ({
    name: member(self, 'logGroupName'),
    arn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('logs'),
        resource: lit('log-group'),
        resourceName: member(self, 'logGroupName'),
        arnFormat: sym('', 'ArnFormat.COLON_RESOURCE_NAME'),
      }),
    ),
    // With the `:*` of its streams, as IAM wants it.
    streamsArn: member(self, 'logGroupArn'),
  }),
  construct: ({ constructId, props }): Expr =>
    create(
      cdk('aws-logs', 'LogGroup'),
      ref('this'),
      lit(constructId),
      object({
        retention: logRetention(props.logRetention),
        logGroupClass: props.logClass === 'STANDARD' ? undefined : sym('aws-logs', `LogGroupClass.${props.logClass}`),
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    ),
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-logs',
      by === 'arn' ? 'LogGroup.fromLogGroupArn' : 'LogGroup.fromLogGroupName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/WhatIsCloudWatchLogs.html',
});
