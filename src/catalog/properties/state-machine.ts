import { mapped, truth, type Mapping } from './mapped.js';

const common = (configuration: { logging: string; tracing: string }): readonly Mapping[] => [
  {
    field: 'logging',
    path: [configuration.logging, 'Level'],
    from: (value) => (typeof value === 'string' && /^(?:OFF|FATAL|ERROR|ALL)$/.test(value) ? value : undefined),
    absent: 'OFF',
  },
  { field: 'logData', path: [configuration.logging, 'IncludeExecutionData'], ...truth, absent: false },
  { field: 'tracing', path: [configuration.tracing, 'Enabled'], ...truth, absent: false },
];

const type = (path: string): Mapping => ({
  field: 'type',
  path: [path],
  from: (value) => (value === 'EXPRESS' || value === 'STANDARD' ? value : undefined),
  absent: 'STANDARD',
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html */
export const stateMachine = mapped('state-machine', {
  'AWS::StepFunctions::StateMachine': [
    type('StateMachineType'),
    ...common({ logging: 'LoggingConfiguration', tracing: 'TracingConfiguration' }),
  ],
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
  'AWS::Serverless::StateMachine': [type('Type'), ...common({ logging: 'Logging', tracing: 'Tracing' })],
});
