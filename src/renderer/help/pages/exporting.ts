import { definePage } from '../define.js';

export const exporting = definePage({
  id: 'exporting',
  title: { en: 'Exporting', ja: 'エクスポート' },
  keywords: ['CDK', 'CloudFormation', 'deploy', 'デプロイ', 'スタック'],
  blocks: [
    {
      kind: 'text',
      text: {
        en: 'The export is a TypeScript project for the AWS CDK, with one stack for each context. It is yours: read it, change it, deploy it.',
        ja: 'エクスポートすると、コンテキストごとにスタックを持つ、TypeScript の AWS CDK プロジェクトが作成されます。自由に変更し、デプロイできます。',
      },
    },
    {
      kind: 'list',
      items: [
        {
          en: 'Stacks, definitions and templates are rewritten with each export. A file that you changed is shown, not overwritten.',
          ja: 'スタック、定義、テンプレートは、エクスポートのたびに書き換えられます。手動で変更したファイルは上書きされず、差分が表示されます。',
        },
        {
          en: 'Before anything is written, the export shows what changes: the design in words, each file, and the CloudFormation resources. Replacements and broader permissions each need a decision.',
          ja: '書き込みの前に、設計、ファイル、CloudFormation リソースの変更が表示されます。リソースの置換とアクセス許可の拡大は、1 件ずつ判断が必要です。',
        },
        {
          en: 'What was generated last is kept in .servicefull, so that your changes can be merged with new ones. Files of what you removed from the drawing are listed, not deleted.',
          ja: '前回の生成内容は .servicefull に保存され、手作業の変更と統合できます。図から削除したもののファイルは一覧に表示され、削除されません。',
        },
        {
          en: 'Handlers, package.json and cdk.json are written once; your changes stay.',
          ja: 'ハンドラー、package.json、cdk.json は最初の 1 回だけ書き込まれ、以後の変更は保持されます。',
        },
        {
          en: 'From the first export on a node keeps its id, so that renaming it replaces no resource.',
          ja: '最初のエクスポート以降、ノードの ID は固定されます。名前を変更しても、リソースは置換されません。',
        },
      ],
    },
    {
      kind: 'keys',
      items: [
        { keys: ['Mod+E'], text: { en: 'Export the CDK project', ja: 'CDK プロジェクトをエクスポート' } },
        { keys: ['Alt+Digit2'], text: { en: 'Show the code', ja: 'コードを表示' } },
      ],
    },
    {
      kind: 'source',
      url: 'https://docs.aws.amazon.com/cdk/v2/guide/getting_started.html',
      text: { en: 'Getting started with the AWS CDK', ja: 'AWS CDK の開始方法' },
    },
  ],
});
