import type { Json } from '../../model/design.js';
import { field } from '../../model/fields.js';
import type { Localized } from '../../model/localized.js';
import { problem, type Problem } from '../../model/problems.js';
import { isReadOnly } from '../../sdk/read-only.js';
import type { End, RoleOf } from '../define.js';
import { apiCallOf, callableActions, missingParameters } from './api-call.js';
import { parseJson } from './shared.js';

const label: Localized = { en: 'Action', ja: 'アクション' };

/** Which API is called; of a resource that only says its type, with the service before it. */
export const actionField = <const Source extends string>(source: Source) =>
  field.text({
    label,
    help: {
      en: 'An action of the AWS SDK such as stopInstances; with its service, such as sqs:purgeQueue, any.',
      ja: 'stopInstances のような AWS SDK のアクションです。sqs:purgeQueue のようにサービス名を付けると、任意のアクションを指定できます。',
    },
    code: true,
    pattern: {
      test: /^(?:[a-z0-9]+:)?[a-z][A-Za-z0-9]*$/,
      hint: { en: 'such as stopInstances or ec2:stopInstances', ja: 'stopInstances または ec2:stopInstances の形式' },
    },
    source,
  });

/** Why EventBridge calls nothing of a service. */
export const callRefusal = (role: RoleOf<'sdkTarget'>): Localized | undefined =>
  role.codeOnly === true || role.service === 'http' || (role.service !== '' && callableActions(role).length === 0)
    ? {
        en: 'EventBridge calls only APIs of AWS that change something; this service has none here.',
        ja: 'EventBridge から呼び出せるのは、変更を伴う AWS API だけです。このサービスには該当するアクションがありません。',
      }
    : undefined;

/** The parameters that a person wrote; empty where it is no JSON object, which the system reports. */
export function writtenInput(text: string | undefined): Readonly<Record<string, Json>> {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}

/** What is wrong with a call: no action, one that only reads, parameters that it lacks. */
export function callProblems(
  to: End<'sdkTarget'>,
  { action, input }: { readonly action: string | undefined; readonly input: string | undefined },
): readonly Problem[] {
  const called = apiCallOf(to.role, action);
  if (called === undefined) return [problem('field-required', { field: label })];
  if (isReadOnly(called.action))
    return [
      problem('field-pattern', {
        field: label,
        hint: { en: 'an action that changes something', ja: '変更を伴うアクションを指定してください。' },
      }),
    ];
  const missing = missingParameters(called, writtenInput(input));
  return missing.length === 0
    ? []
    : [problem('call-parameters-missing', { action: called.action, parameters: missing.join(', ') })];
}
