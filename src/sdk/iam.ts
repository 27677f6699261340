import { sdkIamText } from './iam.generated.js';

interface ServiceIam {
  readonly prefix: string;
  /** By operation, where it is not the action of that name; undefined: no action is known. */
  readonly exceptions: ReadonlyMap<string, readonly string[] | undefined>;
}

let services: ReadonlyMap<string, ServiceIam> | undefined;

/** Read when it is first asked for. */
const all = (): ReadonlyMap<string, ServiceIam> => (services ??= new Map(sdkIamText.split('\n').map(read)));

function read(line: string): [string, ServiceIam] {
  const [name = '', ...exceptions] = line.split(' ');
  const [id = '', prefix = ''] = name.split(':');
  const full = (action: string): string => (action.includes(':') ? action : `${prefix}:${action}`);
  return [
    id,
    {
      prefix,
      exceptions: new Map(
        exceptions.map((exception) => {
          const [operation = '', actions = ''] = exception.split('=');
          return [operation, actions === '?' ? undefined : actions.split('+').filter(Boolean).map(full)];
        }),
      ),
    },
  ];
}

/**
 * The IAM actions that a call needs, by service and action as a Resource names them: `bedrockruntime`, `converse` gives
 * `bedrock:InvokeModel`. Empty: the API does not ask IAM. Of an action that no list knows: the one of its name, which
 * `isKnown` says.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function iamActionsOf(
  service: string,
  action: string,
): { readonly actions: readonly string[]; readonly isKnown: boolean } {
  const { prefix, exceptions } = all().get(service) ?? { prefix: service, exceptions: new Map<string, undefined>() };
  const operation = `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
  if (!exceptions.has(operation)) return { actions: prefix === '' ? [] : [`${prefix}:${operation}`], isKnown: true };
  const known = exceptions.get(operation);
  if (known !== undefined) return { actions: known, isKnown: true };
  return { actions: [`${prefix === '' ? service : prefix}:${operation}`], isKnown: false };
}
