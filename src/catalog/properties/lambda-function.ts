import { mapped, number, text, type Mapping } from './mapped.js';

/** Environment variables that are no text reach the function through a connection. */
const common: readonly Mapping[] = [
  { field: 'description', path: ['Description'], ...text },
  {
    field: 'runtime',
    path: ['Runtime'],
    from: (value) =>
      typeof value === 'string' && /^(?:nodejs2[024]\.x|python3\.1[234])$/.test(value) ? value : undefined,
  },
  { field: 'memory', path: ['MemorySize'], ...number, absent: 128 },
  { field: 'timeout', path: ['Timeout'], ...number, absent: 3 },
  {
    field: 'architecture',
    path: ['Architectures'],
    from: (value) => {
      const first: unknown = Array.isArray(value) ? value[0] : undefined;
      return first === 'arm64' || first === 'x86_64' ? first : undefined;
    },
    to: (value) => [value],
    absent: 'x86_64',
  },
  { field: 'reservedConcurrency', path: ['ReservedConcurrentExecutions'], ...number },
];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export const lambdaFunction = mapped('lambda-function', {
  'AWS::Lambda::Function': common,
  'AWS::Serverless::Function': common,
});
