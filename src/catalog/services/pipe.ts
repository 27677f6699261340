import { field } from '../../model/fields.js';
import type { Localized } from '../../model/localized.js';
import { problem, type Problem } from '../../model/problems.js';
import { cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { pipeEnrichmentOf } from '../connections/pipe-enrichment.js';
import { pipeSourceParameters } from '../connections/pipe-source.js';
import { pipeTargetOf } from '../connections/pipe-target.js';
import { defineService, type ConnectedEnd } from '../define.js';
import { dotted } from './shared.js';

export const pipe = defineService({
  type: 'pipe',
  cfnType: 'AWS::Pipes::Pipe',
  category: 'integration',
  icon: 'resource/AmazonEventBridgePipes',
  label: { en: 'EventBridge pipe', ja: 'EventBridge パイプ' },
  defaultLabel: { en: 'Pipe', ja: 'パイプ' },
  description: {
    en: 'Moves records from one source to one target: filter, enrichment, template',
    ja: '1 つのソースから 1 つのターゲットにデータを転送。フィルター、エンリッチメント、テンプレートに対応',
  },
  keywords: ['pipes', 'filter', 'enrichment', 'stream', 'queue', 'パイプ', 'フィルター', 'エンリッチメント', '転送'],
  fields: {
    description: field.text({ label: { en: 'Description', ja: '説明' } }),
    desiredState: field.choice({
      label: { en: 'State', ja: '状態' },
      options: { RUNNING: { en: 'Running', ja: '実行中' }, STOPPED: { en: 'Stopped', ja: '停止' } },
      default: 'RUNNING',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-start-stop.html',
    }),
  },
  subtitle: ({ props }) =>
    dotted('EventBridge Pipes', props.desiredState === 'STOPPED' ? { en: 'stopped', ja: '停止' } : ''),
  stateful: false,
  roles: { pipe: {} },
  refusal: {
    en: 'A pipe reads from a queue or a stream; this service cannot be its source.',
    ja: 'パイプはキューまたはストリームから読み取ります。このサービスはソースにできません。',
  },
  problemsInPlace: (_node, incoming, outgoing) => [
    ...endProblems(incoming, outgoing),
    ...timestreamProblems(incoming, outgoing),
  ],
  attributes: (_node, self) => ({ arn: member(self, 'attrArn'), name: member(self, 'ref') }),
  permissionsBy: { principal: 'pipes.amazonaws.com' },
  construct: ({ id, constructId, props, emitter, incoming, outgoing }) => {
    const source = incoming.find(({ connection }) => connection.kind === 'pipe-source');
    const target = outgoing.find(({ connection }) => connection.kind === 'pipe-target');
    const enrichment = outgoing.find(({ connection }) => connection.kind === 'pipe-enrichment');
    const sourceRole = source?.service.roles.pipeSource;
    const targetRole = target?.service.roles.pipeTarget;
    const enrichmentRole = enrichment?.service.roles.pipeEnrichment;
    // An incomplete pipe is an error of the system; nothing can be said of it here.
    if (source === undefined || target === undefined || sourceRole === undefined || targetRole === undefined)
      return undefined;
    const gap = target.connection.props['mapping'] === 'missing';
    return create(
      cdk('aws-pipes', 'CfnPipe'),
      ref('this'),
      lit(constructId),
      object({
        description: lit(
          gap
            ? emitter.text({
                en: 'Stopped: the input template is still to be written',
                ja: '停止中: 入力テンプレートが未定義',
              })
            : (props.description ?? ''),
        ),
        // A pipe without its template would pass the records on unchanged: it waits until the template is written.
        desiredState: lit(gap ? 'STOPPED' : props.desiredState),
        roleArn: member(emitter.role(id), 'roleArn'),
        source: emitter.attribute(source.other.id, sourceRole.attribute),
        sourceParameters: pipeSourceParameters(source, sourceRole, emitter),
        ...(enrichment === undefined || enrichmentRole === undefined
          ? {}
          : pipeEnrichmentOf(id, enrichment, enrichmentRole, emitter)),
        ...pipeTargetOf(id, target, targetRole, emitter),
      }),
    );
  },
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
});

const endWords = {
  source: { en: 'source', ja: 'ソース' },
  target: { en: 'target', ja: 'ターゲット' },
  enrichment: { en: 'enrichment', ja: 'エンリッチメント' },
} as const satisfies Record<string, Localized>;

/** A pipe has one source and one target, and at most one enrichment. */
function endProblems(incoming: readonly ConnectedEnd[], outgoing: readonly ConnectedEnd[]): readonly Problem[] {
  const count = (list: readonly ConnectedEnd[], kind: string): number =>
    list.filter(({ connection }) => connection.kind === kind).length;
  const ends = [
    ['source', count(incoming, 'pipe-source')],
    ['enrichment', count(outgoing, 'pipe-enrichment')],
    ['target', count(outgoing, 'pipe-target')],
  ] as const;
  return ends.flatMap(([end, found]) =>
    found > 1
      ? [problem('pipe-two-ends', { end: endWords[end] })]
      : found === 0 && end !== 'enrichment'
        ? [problem('pipe-incomplete', { missing: endWords[end] })]
        : [],
  );
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html: Timestream, not from Kafka. */
function timestreamProblems(incoming: readonly ConnectedEnd[], outgoing: readonly ConnectedEnd[]): readonly Problem[] {
  const isToTimestream = outgoing.some(
    ({ connection, service }) =>
      connection.kind === 'pipe-target' && service.roles.pipeTarget?.parameters === 'TimestreamParameters',
  );
  const kafka = incoming.find(
    ({ connection, service }) =>
      connection.kind === 'pipe-source' &&
      (service.roles.pipeSource?.parameters === 'ManagedStreamingKafkaParameters' ||
        service.roles.pipeSource?.parameters === 'SelfManagedKafkaParameters'),
  );
  return isToTimestream && kafka !== undefined ? [problem('pipe-timestream-from-kafka', {})] : [];
}
