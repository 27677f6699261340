import { field } from '../../model/fields.js';
import { cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { pipeSourceParameters } from '../connections/pipe-source.js';
import { pipeTargetParameters } from '../connections/pipe-target.js';
import { defineService } from '../define.js';
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
  attributes: (_node, self) => ({ arn: member(self, 'attrArn'), name: member(self, 'ref') }),
  permissionsBy: { principal: 'pipes.amazonaws.com' },
  construct: ({ id, constructId, props, emitter, incoming, outgoing }) => {
    const source = incoming.find(({ connection }) => connection.kind === 'pipe-source');
    const target = outgoing.find(({ connection }) => connection.kind === 'pipe-target');
    const enrichment = outgoing.find(({ connection }) => connection.kind === 'pipe-enrichment');
    const sourceRole = source?.service.roles.pipeSource;
    const targetRole = target?.service.roles.pipeTarget;
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
        sourceParameters: pipeSourceParameters(source, sourceRole),
        enrichment: enrichment === undefined ? undefined : emitter.attribute(enrichment.other.id, 'arn'),
        target: emitter.attribute(target.other.id, 'arn'),
        targetParameters: pipeTargetParameters(id, target, targetRole, emitter),
      }),
    );
  },
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
});
