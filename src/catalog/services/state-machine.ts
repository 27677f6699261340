import type { Definition } from '../../model/design.js';
import { substitutionsIn } from '../../asl/definition.js';
import { lookup } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { fileNameOf } from '../../model/names.js';
import { call, callStatic, cdk, create, lit, member, object, ref, sym, template } from '../../ts-ast/ast.js';
import type { Statement } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { iotTarget } from '../roles/iot.js';
import { definitionFile } from './definition-file.js';
import { dotted, logRetention, logRetentionField, removalPolicy } from './shared.js';

/** The definition of a state machine in which nothing was drawn yet. */
export const emptyDefinition: Definition = {
  format: 'json',
  text: `{
  "QueryLanguage": "JSONata",
  "StartAt": "Start",
  "States": {
    "Start": {
      "Type": "Pass",
      "End": true
    }
  }
}
`,
  substitutions: {},
};

const executions = [{ attribute: 'executionsArn' }];

export const stateMachine = defineService({
  type: 'state-machine',
  cfnType: 'AWS::StepFunctions::StateMachine',
  category: 'integration',
  icon: 'architecture-service/AWSStepFunctions',
  label: { en: 'Step Functions state machine', ja: 'Step Functions ステートマシン' },
  defaultLabel: { en: 'Workflow', ja: 'ワークフロー' },
  description: {
    en: 'Calls services step by step, with retries, choices and waiting',
    ja: 'サービスを順に呼び出すワークフロー。再試行、分岐、待機に対応',
  },
  keywords: [
    'workflow',
    'orchestration',
    'asl',
    'standard',
    'express',
    'ワークフロー',
    'オーケストレーション',
    'ステートマシン',
  ],
  fields: {
    type: field.choice({
      label: { en: 'Workflow type', ja: 'ワークフロータイプ' },
      options: { STANDARD: { en: 'Standard', ja: 'Standard' }, EXPRESS: { en: 'Express', ja: 'Express' } },
      optionHelp: {
        STANDARD: {
          en: 'Up to a year, with history; billed by state transition.',
          ja: '最長 1 年。実行履歴があり、状態遷移ごとに課金されます。',
        },
        EXPRESS: {
          en: 'Up to 5 minutes; billed by request and duration.',
          ja: '最長 5 分。リクエスト数と実行時間で課金されます。',
        },
      },
      default: 'STANDARD',
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
    }),
    comment: field.text({ label: { en: 'Description', ja: '説明' } }),
    timeout: field.seconds({
      label: { en: 'Timeout', ja: 'タイムアウト' },
      help: { en: 'Empty: that of the definition, or none.', ja: '空欄の場合、定義のタイムアウトに従います。' },
      min: 1,
      max: 99_999_999,
      advanced: true,
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
    }),
    logging: field.choice({
      label: { en: 'Logging', ja: 'ログ記録' },
      options: {
        OFF: { en: 'Off', ja: 'オフ' },
        FATAL: { en: 'Executions that fail', ja: '実行の失敗' },
        ERROR: { en: 'Errors', ja: 'エラー' },
        ALL: { en: 'All events', ja: 'すべてのイベント' },
      },
      default: 'ALL',
      advanced: true,
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
    }),
    logRetention: { ...logRetentionField, when: { field: 'logging', is: ['FATAL', 'ERROR', 'ALL'] } },
    logData: field.boolean({
      label: { en: 'Log inputs and outputs', ja: '入出力もログに記録' },
      help: {
        en: 'What states receive and return appears in the log.',
        ja: 'ステートの入力と出力がログに残ります。',
      },
      default: false,
      advanced: true,
      when: { field: 'logging', is: ['FATAL', 'ERROR', 'ALL'] },
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
    }),
    tracing: field.boolean({
      label: { en: 'X-Ray tracing', ja: 'X-Ray トレース' },
      default: true,
      advanced: true,
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html',
    }),
    encryption: field.choice({
      label: { en: 'Encryption', ja: '暗号化' },
      options: {
        AWS_OWNED_KEY: { en: 'Key of AWS', ja: 'AWS 所有のキー' },
        CUSTOMER_MANAGED_KEY: { en: 'Own KMS key', ja: 'カスタマー管理の KMS キー' },
      },
      optionHelp: {
        CUSTOMER_MANAGED_KEY: {
          en: 'The export makes a key with yearly rotation. KMS requests are billed.',
          ja: '年に 1 回ローテーションするキーをエクスポートに含めます。KMS のリクエスト料金がかかります。',
        },
      },
      default: 'AWS_OWNED_KEY',
      advanced: true,
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
    }),
    version: field.boolean({
      label: { en: 'Publish a version', ja: 'バージョンを発行' },
      help: {
        en: 'A version stays as it is; a new one is published when the definition changes.',
        ja: 'バージョンは発行後に変わりません。定義を変更すると、新しいバージョンが発行されます。',
      },
      default: false,
      advanced: true,
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html',
    }),
    alias: field.text({
      label: { en: 'Alias', ja: 'エイリアス' },
      help: { en: 'Leads to the newest version.', ja: '最新のバージョンを指す名前です。' },
      placeholder: 'live',
      pattern: {
        test: /^(?=.*[A-Za-z_.-])[A-Za-z0-9_.-]{1,80}$/,
        hint: {
          en: 'letters, digits, dots, hyphens and underscores, and not only digits',
          ja: '英数字、ピリオド、ハイフン、アンダースコア (数字のみは不可)',
        },
      },
      when: { field: 'version', is: [true] },
      advanced: true,
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-alias.html',
    }),
  },
  subtitle: ({ props }) =>
    dotted(props.type === 'EXPRESS' ? 'Express' : 'Standard', { en: 'workflow', ja: 'ワークフロー' }),
  stateful: false,
  hasDefinition: true,
  roles: {
    dataSource: {
      by: 'step-functions',
      operations: {
        StartSyncExecution: { iam: ['states:StartSyncExecution'], writes: true },
        StartExecution: { iam: ['states:StartExecution'], writes: true },
      },
    },
    iotAction: iotTarget('stepFunctions', { stateMachineName: 'name' }, ['states:StartExecution']),
    stateMachine: {},
    scheduleTarget: {
      construct: cdk('aws-scheduler-targets', 'StepFunctionsStartExecution'),
      iam: ['states:StartExecution'],
    },
    busSubscriber: { parameters: 'stepFunctions', iam: ['states:StartExecution'], maxBatchSize: 100 },
    eventPublisher: {
      source: 'aws.states',
      detailTypes: ['Step Functions Execution Status Change'],
      own: { path: ['stateMachineArn'], attribute: 'arn' },
    },
    ruleTarget: { construct: cdk('aws-events-targets', 'SfnStateMachine'), iam: ['states:StartExecution'] },
    metricSource: { metrics: { ExecutionsFailed: 'Sum', ExecutionsTimedOut: 'Sum', ExecutionTime: 'Maximum' } },
    pipeEnrichment: { iam: ['states:StartSyncExecution'] },
    pipeTarget: {
      parameters: 'StepFunctionStateMachineParameters',
      iam: ['states:StartExecution', 'states:StartSyncExecution'],
      permissions: ({ id, props }, { invocation }) => [
        {
          actions: [
            props['type'] === 'EXPRESS' && invocation === 'REQUEST_RESPONSE'
              ? 'states:StartSyncExecution'
              : 'states:StartExecution',
          ],
          resources: [{ node: id, attribute: 'arn' }],
        },
      ],
    },
    apiIntegration: {
      service: 'states',
      actions: {
        StartExecution: { iam: ['states:StartExecution'] },
        StartSyncExecution: { iam: ['states:StartSyncExecution'] },
        StopExecution: { iam: ['states:StopExecution'], resources: executions },
        SendTaskSuccess: { iam: ['states:SendTaskSuccess'] },
        SendTaskFailure: { iam: ['states:SendTaskFailure'] },
        SendTaskHeartbeat: { iam: ['states:SendTaskHeartbeat'] },
      },
      defaultAction: 'StartExecution',
    },
    httpApiIntegration: {
      subtypes: {
        'StepFunctions-StartExecution': { iam: ['states:StartExecution'], required: ['StateMachineArn'] },
        'StepFunctions-StartSyncExecution': { iam: ['states:StartSyncExecution'], required: ['StateMachineArn'] },
        'StepFunctions-StopExecution': {
          iam: ['states:StopExecution'],
          required: ['ExecutionArn'],
          resources: executions,
        },
      },
      defaultSubtype: 'StepFunctions-StartExecution',
    },
    sdkTarget: {
      service: 'sfn',
      actions: {
        startExecution: {
          iam: ['states:StartExecution'],
          required: ['StateMachineArn'],
          resource: { parameter: 'StateMachineArn', attribute: 'arn' },
          arn: { attribute: 'arn' },
          sample: { StateMachineArn: '{resource}', Input: '{% $states.input %}' },
          writes: true,
          async: true,
        },
        startSyncExecution: {
          iam: ['states:StartSyncExecution'],
          required: ['StateMachineArn'],
          resource: { parameter: 'StateMachineArn', attribute: 'arn' },
          arn: { attribute: 'arn' },
          sample: { StateMachineArn: '{resource}', Input: '{% $string($states.input) %}' },
          writes: true,
        },
        // The token names the execution, so that IAM knows no resource for these:
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
        sendTaskSuccess: {
          iam: ['states:SendTaskSuccess'],
          required: ['TaskToken', 'Output'],
          writes: true,
          async: true,
        },
        sendTaskFailure: { iam: ['states:SendTaskFailure'], required: ['TaskToken'], writes: true, async: true },
      },
      defaultAction: 'startExecution',
      optimized: [
        {
          resource: 'arn:aws:states:::states:startExecution',
          action: 'startExecution',
          patterns: ['REQUEST_RESPONSE', 'RUN_JOB', 'WAIT_FOR_TASK_TOKEN'],
          // https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
          runJob: {
            suffix: '.sync:2',
            iam: [
              { actions: ['states:DescribeExecution', 'states:StopExecution'], attribute: 'executionsArn' },
              { actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], attribute: 'syncRuleArn' },
            ],
          },
        },
      ],
    },
  },
  hasRole: (role, { props }) => role !== 'pipeEnrichment' || props.type === 'EXPRESS',
  refusal: {
    en: 'A state machine is started by API calls, rules and pipes; this service cannot start it.',
    ja: 'ステートマシンは API の呼び出し、ルール、パイプで開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({
    arn: member(self, 'stateMachineArn'),
    name: member(self, 'stateMachineName'),
    executionsArn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('states'),
        resource: lit('execution'),
        resourceName: template(member(self, 'stateMachineName'), ':*'),
        arnFormat: sym('', 'ArnFormat.COLON_RESOURCE_NAME'),
      }),
    ),
    syncRuleArn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('events'),
        resource: lit('rule'),
        resourceName: lit('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
      }),
    ),
  }),
  permissionsBy: 'construct',
  alarms: ({ label }, self) => [
    {
      name: 'failures',
      metric: call(self, 'metricFailed'),
      description: { en: `"${label}" fails.`, ja: `「${label}」が失敗しています。` },
    },
  ],
  construct: ({ id, constructId, props, node, emitter }) => {
    const definition = node.definition ?? emptyDefinition;
    const substitutions = substitutionsIn(definition.text).flatMap((name) => {
      const stands = lookup(definition.substitutions, name);
      if (stands === undefined) return [];
      const value = 'node' in stands ? emitter.attribute(stands.node, stands.attribute) : lit(stands.literal);
      return [[name, value] as const];
    });
    return create(
      cdk('aws-stepfunctions', 'StateMachine'),
      ref('this'),
      lit(constructId),
      object({
        definitionBody: callStatic(
          'aws-stepfunctions',
          'DefinitionBody.fromFile',
          emitter.file(`state-machines/${fileNameOf(id)}.asl.json`, definitionFile(definition, props)),
        ),
        definitionSubstitutions: substitutions.length === 0 ? undefined : object(Object.fromEntries(substitutions)),
        stateMachineType: sym('aws-stepfunctions', `StateMachineType.${props.type}`),
        tracingEnabled: props.tracing ? lit(true) : undefined,
        encryptionConfiguration:
          props.encryption === 'CUSTOMER_MANAGED_KEY'
            ? create(
                cdk('aws-stepfunctions', 'CustomerManagedEncryptionConfiguration'),
                create(
                  cdk('aws-kms', 'Key'),
                  ref('this'),
                  lit(emitter.constructId(id, 'key')),
                  object({ enableKeyRotation: lit(true), removalPolicy: removalPolicy('destroy') }),
                ),
              )
            : undefined,
        logs:
          props.logging === 'OFF'
            ? undefined
            : object({
                destination: create(
                  cdk('aws-logs', 'LogGroup'),
                  ref('this'),
                  lit(emitter.constructId(id, 'logs')),
                  // Names with this prefix keep the resource policy of CloudWatch Logs short:
                  // https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html
                  object({
                    logGroupName: template(
                      '/aws/vendedlogs/states/',
                      member(ref('this'), 'stackName'),
                      `-${constructId}`,
                    ),
                    retention: logRetention(props.logRetention),
                    removalPolicy: removalPolicy('destroy'),
                  }),
                ),
                level: sym('aws-stepfunctions', `LogLevel.${props.logging}`),
                includeExecutionData: props.logData ? lit(true) : undefined,
              }),
      }),
    );
  },
  further: ({ id, props, emitter }, self) => {
    if (!props.version) return [];
    const name = emitter.variable(id, 'version');
    const version: Statement[] = [
      {
        type: 'const',
        name,
        value: create(
          cdk('aws-stepfunctions', 'CfnStateMachineVersion'),
          ref('this'),
          lit(emitter.constructId(id, 'version')),
          object({
            stateMachineArn: member(self, 'stateMachineArn'),
            stateMachineRevisionId: member(self, 'stateMachineRevisionId'),
          }),
        ),
      },
      // A version that others still run by stays when the next one is published.
      { type: 'do', expression: call(ref(name), 'applyRemovalPolicy', removalPolicy('retain')) },
    ];
    if (props.alias === undefined || props.alias === '') return version;
    return [
      ...version,
      {
        type: 'do',
        expression: create(
          cdk('aws-stepfunctions', 'CfnStateMachineAlias'),
          ref('this'),
          lit(emitter.constructId(id, 'alias')),
          object({
            name: lit(props.alias),
            deploymentPreference: object({
              stateMachineVersionArn: member(ref(name), 'attrArn'),
              type: lit('ALL_AT_ONCE'),
            }),
          }),
        ),
      },
    ];
  },
  fromExisting: ({ constructId, by, value }) =>
    callStatic(
      'aws-stepfunctions',
      by === 'arn' ? 'StateMachine.fromStateMachineArn' : 'StateMachine.fromStateMachineName',
      ref('this'),
      lit(constructId),
      value,
    ),
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html',
});
