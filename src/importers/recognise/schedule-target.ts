import { isSchedule } from '../node-types.js';
import type { JsonMap, SourceResource, SourceTemplate } from '../source.js';
import { at, given, listOf, mapOf, numberOf, textOf } from '../values.js';
import { defineRecogniser, type ConnectionDraft, type NodeDraft, type Reading } from './define.js';
import { composed, isResource, plain, type DraftEnd } from './ends.js';
import { deliveryOf, inputTemplateOf } from './rule-target.js';
import { ruleTargetEnd } from './rule.js';
import { evidenceAt, eventEvidence, insideEvent, samEvents } from './sam-events.js';

/** What the fields of a schedule say, from the properties of a schedule, a rule, or an event of SAM. */
export function schedulePropsOf(reading: Reading, template: SourceTemplate, properties: JsonMap): JsonMap {
  const known = (value: Parameters<typeof plain>[2] | undefined) =>
    value === undefined ? undefined : plain(reading, template, value);
  const expression = known(at(properties, 'ScheduleExpression') ?? at(properties, 'Schedule'));
  const state = known(at(properties, 'State'));
  const enabled = known(at(properties, 'Enabled'));
  return given({
    expression: textOf(expression),
    timeZone: textOf(known(at(properties, 'ScheduleExpressionTimezone'))),
    description: textOf(known(at(properties, 'Description'))),
    flexibleWindow: numberOf(at(properties, 'FlexibleTimeWindow', 'MaximumWindowInMinutes')),
    ...(state === 'DISABLED' || enabled === false || enabled === 'false' ? { enabled: false } : {}),
  });
}

/** The action of a universal target: `arn:aws:scheduler:::aws-sdk:sqs:sendMessage`. */
const universal = /^arn:(?:\$\{[^}]*\}|[^:]*):scheduler:::aws-sdk:([A-Za-z0-9-]+):([A-Za-z0-9]+)/;

function* connections(reading: Reading): Generator<ConnectionDraft> {
  for (const event of samEvents(reading)) {
    if (event.type !== 'Schedule' && event.type !== 'ScheduleV2') continue;
    const { owner, template, properties, name } = event;
    const delivery = deliveryOf(reading, template, properties);
    const input = inputTemplateOf(reading, template, properties);
    yield {
      kind: 'schedule-target',
      from: scheduleDraft(reading, owner, template, name, properties),
      to: owner,
      props: { ...(input === undefined ? {} : { input }), ...delivery.props },
      references: delivery.references,
      evidence: eventEvidence(reading, event),
      folds: [],
      inside: insideEvent(event),
    };
  }
  for (const rule of reading.resources('AWS::Events::Rule')) {
    if (!isSchedule(rule)) continue;
    const template = reading.templateOf(rule);
    for (const [index, one] of listOf(at(rule.effective, 'Targets')).entries()) {
      const target = mapOf(one);
      const to = ruleTargetEnd(reading, template, target);
      if (to !== undefined) yield call(reading, rule, template, target, to, ['Targets', index]);
    }
  }
  for (const schedule of reading.resources('AWS::Scheduler::Schedule')) {
    const template = reading.templateOf(schedule);
    const target = mapOf(at(schedule.effective, 'Target'));
    const to = scheduledEnd(reading, template, target);
    if (to !== undefined) yield call(reading, schedule, template, target, to, ['Target']);
  }
}

/** What a schedule calls: the resource of its ARN, or the one that the input of a universal target names. */
function scheduledEnd(reading: Reading, template: SourceTemplate, target: JsonMap): DraftEnd | undefined {
  const arn = at(target, 'Arn');
  const action = arn === undefined ? null : universal.exec(composed(reading, template, arn));
  if (action === null) return ruleTargetEnd(reading, template, target);
  for (const { resource } of resourcesIn(reading, template, at(target, 'Input') ?? null)) return resource;
  return undefined;
}

function* resourcesIn(reading: Reading, template: SourceTemplate, value: Parameters<typeof plain>[2]) {
  for (const part of reading.text(template, value))
    if (typeof part !== 'string' && 'resource' in part) yield { resource: part.resource };
}

function call(
  reading: Reading,
  schedule: SourceResource,
  template: SourceTemplate,
  target: JsonMap,
  to: DraftEnd,
  path: readonly (string | number)[],
): ConnectionDraft {
  const delivery = deliveryOf(reading, template, target);
  const input = inputTemplateOf(reading, template, target);
  const action = universal.exec(composed(reading, template, at(target, 'Arn') ?? ''))?.[2];
  const isBus = isResource(to) && to.type === 'AWS::Events::EventBus';
  return {
    kind: action === undefined ? 'schedule-target' : 'schedule-call',
    instead: ['schedule-call', 'schedule-target'],
    from: schedule,
    to,
    props: given({
      input,
      action,
      ...(isBus
        ? {
            eventSource: textOf(at(target, 'EventBridgeParameters', 'Source')),
            detailType: textOf(at(target, 'EventBridgeParameters', 'DetailType')),
          }
        : {}),
      ...delivery.props,
    }),
    references: delivery.references,
    evidence: evidenceAt(reading, schedule, path),
    folds: [],
  };
}

/** A schedule that stands among the events of what it calls. */
const scheduleDraft = (
  reading: Reading,
  owner: SourceResource,
  template: SourceTemplate,
  name: string,
  properties: JsonMap,
): NodeDraft => ({
  key: `schedule:${template.file}:${owner.logicalId}:${name}`,
  node: {
    service: 'schedule',
    label: `${owner.logicalId}${name}`,
    origin: 'created',
    props: schedulePropsOf(reading, template, properties),
  },
  template,
});

export const scheduleTarget = defineRecogniser({ kind: 'schedule-target', recognise: connections });
