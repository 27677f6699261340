import type { NodeId } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import {
  array,
  call,
  callStatic,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  sym,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import { given } from '../connections/shared.js';
import type { Emitter } from '../define.js';

const images = 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html';
const asynchronous = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html';

/** How a function is packaged, published and called asynchronously: all of it behind the fold. */
export const deliveryFields = {
  asyncRetries: field.number({
    label: { en: 'Asynchronous retries', ja: '非同期呼び出しの再試行回数' },
    min: 0,
    max: 2,
    default: 2,
    unit: 'count',
    advanced: true,
    source: asynchronous,
  }),
  asyncMaxAge: field.seconds({
    label: { en: 'Maximum age of an asynchronous event', ja: '非同期イベントの最大経過時間' },
    min: 60,
    max: 21_600,
    default: 21_600,
    advanced: true,
    source: asynchronous,
  }),
  functionUrl: field.choice({
    label: { en: 'Function URL', ja: '関数 URL' },
    help: {
      en: 'An HTTPS address of its own, without an API.',
      ja: 'API を使わずに関数を呼び出す HTTPS アドレスです。',
    },
    options: {
      none: { en: 'None', ja: 'なし' },
      AWS_IAM: { en: 'Callers sign with IAM', ja: 'IAM で認証' },
      NONE: { en: 'Open to anyone', ja: '認証なし (公開)' },
    },
    default: 'none',
    advanced: true,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  }),
  alias: field.text({
    label: { en: 'Alias', ja: 'エイリアス' },
    help: {
      en: 'Publishes a version with each change, and leads to the newest.',
      ja: '変更のたびにバージョンを発行し、最新のバージョンを指します。',
    },
    placeholder: 'live',
    pattern: {
      test: /^(?!\d+$)[A-Za-z0-9_-]{1,128}$/,
      hint: {
        en: 'letters, digits, hyphens and underscores, and not only digits',
        ja: '英数字、ハイフン、アンダースコア (数字のみは不可)',
      },
    },
    advanced: true,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html',
  }),
  layers: field.list({
    label: { en: 'Layers', ja: 'レイヤー' },
    help: {
      en: 'ARNs of layer versions, five at most.',
      ja: 'レイヤーバージョンの ARN です。最大 5 個まで指定できます。',
    },
    advanced: true,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html',
  }),
  imageRepository: field.text({
    label: { en: 'Container image: ECR repository', ja: 'コンテナイメージ: ECR リポジトリ' },
    help: {
      en: 'Name of a repository that exists. Empty: the code comes as a zip file with its runtime.',
      ja: '既存のリポジトリの名前です。空欄の場合、コードは zip ファイルでデプロイされます。',
    },
    code: true,
    pattern: {
      test: /^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/,
      hint: { en: 'the name of an ECR repository', ja: 'ECR リポジトリの名前' },
    },
    advanced: true,
    source: images,
  }),
  imageTag: field.text({
    label: { en: 'Container image: tag', ja: 'コンテナイメージ: タグ' },
    default: 'latest',
    required: true,
    code: true,
    advanced: true,
    source: images,
  }),
} as const;

/** Layers that are given; code in Python finds Powertools in one, which AWS publishes by a parameter. */
export function layersOf(
  id: NodeId,
  props: { readonly layers: readonly string[]; readonly runtime: string; readonly architecture: string },
  emitter: Emitter,
): Expr | undefined {
  const powertools = props.runtime.startsWith('python')
    ? [
        layer(
          emitter.constructId(id, 'powertools'),
          callStatic(
            'aws-ssm',
            'StringParameter.valueForStringParameter',
            ref('this'),
            lit(`/aws/service/powertools/python/${props.architecture}/${props.runtime}/latest`),
          ),
        ),
      ]
    : [];
  const given = props.layers.map((arn, index) => layer(emitter.constructId(id, 'layer', String(index + 1)), lit(arn)));
  return given.length + powertools.length === 0 ? undefined : array([...powertools, ...given]);
}

const layer = (constructId: string, arn: Expr): Expr =>
  callStatic('aws-lambda', 'LayerVersion.fromLayerVersionArn', ref('this'), lit(constructId), arn);

/** The code of a function that is an image of a repository which exists. */
export const imageCode = (id: NodeId, repository: string, tag: string, emitter: Emitter): Expr =>
  callStatic(
    'aws-lambda',
    'DockerImageCode.fromEcr',
    callStatic(
      'aws-ecr',
      'Repository.fromRepositoryName',
      ref('this'),
      lit(emitter.constructId(id, 'repository')),
      lit(repository),
    ),
    object({ tagOrDigest: lit(tag) }),
  );

/** Function URL and alias. */
export function furtherOfFunction(
  id: NodeId,
  { functionUrl, alias }: PropsOf<typeof deliveryFields>,
  emitter: Emitter,
  self: Expr,
): readonly Statement[] {
  const statements: Statement[] = [];
  if (functionUrl !== 'none')
    statements.push({
      type: 'do',
      expression: call(
        self,
        'addFunctionUrl',
        object({ authType: sym('aws-lambda', `FunctionUrlAuthType.${functionUrl}`) }),
      ),
    });
  if (given(alias))
    statements.push({
      type: 'do',
      expression: create(
        cdk('aws-lambda', 'Alias'),
        ref('this'),
        lit(emitter.constructId(id, 'alias')),
        object({ aliasName: lit(alias), version: member(self, 'currentVersion') }),
      ),
    });
  return statements;
}
