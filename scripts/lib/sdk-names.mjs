/**
 * Names as the AWS SDK for Java 2.x derives them from an API model: AWS SDK integrations of Step Functions, universal
 * targets of EventBridge Scheduler and of custom event buses use them.
 */

/** `CloudWatch Logs` -> CloudWatch, Logs; `DBInstanceNotFound` -> DB, Instance, Not, Found. */
const wordsOf = (text) =>
  text
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/([a-z])(?=[A-Z][a-zA-Z0-9])/g, '$1 ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2')
    .trim()
    .split(/ +/);

const pascal = (text) =>
  wordsOf(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A leading acronym in lower case, but for its last letter before a lower-case one: `DBInstance` -> `dbInstance`. */
function lowerLeading(name) {
  const acronym = /^[A-Z]+(?![a-z])|^[A-Z]/.exec(name)?.[0] ?? '';
  const [head] = acronym.length > 1 ? [acronym] : [name.slice(0, 1)];
  return head.toLowerCase() + name.slice(head.length);
}

/** `DynamoDb`, `CognitoIdentityProvider`: prefix of the errors; in lower case the id of the service. */
export const serviceName = (serviceId) =>
  pascal(serviceId)
    .replace(/^(?:Amazon|Aws)/, '')
    .replace(/Service$/, '');

/** Dated operations of CloudFront (`CreateDistribution2020_05_31`) have their plain name in the SDK. */
export const operationName = (operation) => operation.replace(/\d{4}_\d{2}_\d{2}$/, '');

/** `CreateDBInstance` -> `createDBInstance`. */
export const actionName = (operation) => lowerLeading(operationName(operation));

/** `DBInstanceIdentifier` -> `DbInstanceIdentifier`; `equals`, which every Java object has, -> `EqualsValue`. */
export function parameterName(member) {
  const name = lowerLeading(member);
  return name === 'equals' ? 'EqualsValue' : capital(name);
}

/** `DBInstanceNotFoundFault` -> `DbInstanceNotFoundException`. */
export const errorName = (shape) => pascal(`${shape.replace(/(?:Fault|Exception)$/, '')}Exception`);
