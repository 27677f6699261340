import { nodeId } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { array, callStatic, cdk, create, lit, member, object, ref, template, type Expr } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { actionsOn } from './sdk-actions.js';
import { dotted } from './shared.js';
import { mayUse, ownBucket, serviceRole } from './slim.js';

const action = actionsOn('Name', 'name');

export const glueCrawler = defineService({
  type: 'glue-crawler',
  cfnType: 'AWS::Glue::Crawler',
  category: 'data',
  icon: 'resource/AWSGlueCrawler',
  label: { en: 'Glue crawler', ja: 'Glue クローラー' },
  defaultLabel: { en: 'Crawler', ja: 'クローラー' },
  description: {
    en: 'Reads what files in S3 hold, and writes tables for Athena',
    ja: 'S3 のファイルの内容を調べ、Athena で使用するテーブルを作成',
  },
  keywords: ['catalog', 'schema', 'data lake', 'table', 'カタログ', 'スキーマ', 'データレイク'],
  fields: {
    bucket: field.node({
      label: { en: 'Bucket', ja: 'バケット' },
      help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用のバケットを作成します。' },
      services: ['s3-bucket'],
      source: 'https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html',
    }),
    prefix: field.text({
      label: { en: 'Prefix', ja: 'プレフィックス' },
      code: true,
      placeholder: 'events/',
      source: 'https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html',
    }),
    database: field.text({
      label: { en: 'Database', ja: 'データベース' },
      default: 'data',
      required: true,
      code: true,
      pattern: {
        test: /^[a-z0-9_]{1,64}$/,
        hint: { en: 'lower-case letters, digits and _', ja: '英小文字、数字、_ だけを使用してください。' },
      },
      source: 'https://docs.aws.amazon.com/glue/latest/dg/define-database.html',
    }),
  },
  subtitle: ({ props }) => dotted('Glue', props.database),
  stateful: false,
  roles: {
    eventPublisher: {
      source: 'aws.glue',
      detailTypes: ['Glue Crawler State Change'],
      own: { path: ['crawlerName'], attribute: 'name' },
    },
    sdkTarget: {
      service: 'glue',
      actions: {
        startCrawler: action('glue:StartCrawler', [], { sample: { Name: '{resource}' }, writes: true, async: true }),
        getCrawler: action('glue:GetCrawler', []),
        stopCrawler: action('glue:StopCrawler', [], { writes: true }),
      },
      defaultAction: 'startCrawler',
    },
  },
  refusal: {
    en: 'A crawler is started by schedules, workflows and code; this service cannot start one.',
    ja: 'クローラーはスケジュール、ワークフロー、コードから開始します。このサービスからは開始できません。',
  },
  attributes: (_node, self) => ({
    arn: callStatic('aws-glue', 'CfnCrawler.arnForCrawler', self),
    name: member(member(self, 'crawlerRef'), 'crawlerName'),
  }),
  construct: ({ id, constructId, props, emitter }) => {
    const role = emitter.variable(id, 'role');
    emitter.before({
      type: 'const',
      name: role,
      value: serviceRole(emitter, id, 'glue.amazonaws.com', ['service-role/AWSGlueServiceRole']),
    });
    let bucket: Expr;
    if (props.bucket === undefined) {
      const own = emitter.variable(id, 'bucket');
      emitter.before({ type: 'const', name: own, value: ownBucket(emitter, id) });
      bucket = ref(own);
    } else bucket = emitter.construct(nodeId(props.bucket));
    emitter.before(mayUse(ref(role), bucket, ['s3:GetObject', 's3:ListBucket']));
    return create(
      cdk('aws-glue', 'CfnCrawler'),
      ref('this'),
      lit(constructId),
      object({
        role: member(ref(role), 'roleArn'),
        databaseName: member(
          create(
            cdk('aws-glue', 'CfnDatabase'),
            ref('this'),
            lit(emitter.constructId(id, 'database')),
            object({
              catalogId: member(ref('this'), 'account'),
              databaseInput: object({ name: lit(props.database) }),
            }),
          ),
          'ref',
        ),
        targets: object({
          s3Targets: array([
            object({ path: template('s3://', member(bucket, 'bucketName'), `/${props.prefix ?? ''}`) }),
          ]),
        }),
      }),
    );
  },
  fromExisting: ({ constructId, value }) =>
    callStatic('aws-glue', 'CfnCrawler.fromCrawlerName', ref('this'), lit(constructId), value),
  source: 'https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html',
});
