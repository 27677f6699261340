/** Mechanisms that do the same for a trigger: which of them is better is a matter of taste or price. */
const groups: readonly { readonly triggers: RegExp; readonly same: readonly string[] }[] = [
  // A REST API starts a synchronous Express workflow, or an HTTP API calls the service itself.
  { triggers: /^(apigw|function-url|alb)/, same: ['apigw-direct', 'apigw-http-subtype'] },
  { triggers: /^(apigw-websocket|function-url|apigw|alb)/, same: ['sfn-express-sync', 'sfn-sdk'] },
  // One call behind an API that has to be mapped: a template of the API, or an expression of a workflow.
  { triggers: /^(apigw|function-url|alb)/, same: ['apigw-direct', 'sfn-express-sync'] },
  // A rule or a schedule reaches the service itself, or a workflow that makes the same call.
  {
    triggers: /^(eventbridge-rule|schedule|s3)$/,
    same: ['sfn-sdk', 'rule-target', 'schedule-target', 's3-notification'],
  },
  {
    triggers: /^(eventbridge-rule|schedule|sfn-task|unknown|lambda)$/,
    same: ['sfn-sdk', 'sfn-http-task', 'api-destination', 'apigw-direct'],
  },
  // Pipes take the record to the target, or to a workflow that does.
  { triggers: /^(sqs|kinesis|dynamodb-stream|mq|kafka|pipes|sns)$/, same: ['pipes', 'pipes+sfn-sdk'] },
  { triggers: /^(sns|sqs)$/, same: ['pipes+api-destination', 'sns-subscription', 'pipes+sfn-sdk'] },
  { triggers: /^(dynamodb-stream|kinesis)$/, same: ['pipes', 'pipes+api-destination'] },
  // Data that is only reshaped: an expression in the state before or after.
  { triggers: /^(sfn-task|lambda|unknown|pipes|pipes-enrichment)$/, same: ['sfn-jsonata', 'pipes', 'pipes+sfn-sdk'] },
];

/** Whether what was proposed is what the label says, or does the same. */
export function mechanismsAreEquivalent(
  trigger: string,
  label: string | undefined,
  proposed: string | undefined,
): boolean {
  if (label === proposed) return true;
  if (label === undefined || proposed === undefined) return false;
  return groups.some(
    (group) => group.triggers.test(trigger) && group.same.includes(label) && group.same.includes(proposed),
  );
}
