import { definePage } from '../define.js';

export const firstSteps = definePage({
  id: 'first-steps',
  title: { en: 'First steps', ja: 'はじめに' },
  blocks: [
    {
      kind: 'text',
      text: {
        en: 'Servicefull Studio draws serverless architectures on AWS and turns them into an AWS CDK project. It runs on your machine and sends nothing anywhere.',
        ja: 'Servicefull Studio は、AWS のサーバーレスアーキテクチャを描き、AWS CDK プロジェクトに変換します。お使いのコンピューターで動作し、データを外部に送信しません。',
      },
    },
    {
      kind: 'steps',
      items: [
        {
          en: 'Begin with an empty design, a template, or a file that you have.',
          ja: '空の設計、テンプレート、既存のファイルのいずれかから始めます。',
        },
        {
          en: 'Drag services from the palette onto the canvas, and connect them from port to port.',
          ja: 'パレットからサービスをキャンバスにドラッグし、ポートからポートへ接続します。',
        },
        {
          en: 'Fill in what the inspector on the right asks for. Defaults hold where you set nothing.',
          ja: '右のインスペクターで必要な項目を入力します。入力しない項目にはデフォルト値が使われます。',
        },
        {
          en: 'Look at the suggestions and at the problems below the canvas.',
          ja: 'キャンバスの下で、提案と問題を確認します。',
        },
        { en: 'Export the CDK project.', ja: 'CDK プロジェクトをエクスポートします。' },
      ],
    },
    { kind: 'heading', text: { en: 'Finding your way', ja: '操作の探し方' } },
    {
      kind: 'keys',
      items: [
        {
          keys: ['Mod+K'],
          text: { en: 'Search every command, node and template', ja: 'コマンド、ノード、テンプレートの検索' },
        },
        { keys: ['?'], text: { en: 'All keyboard shortcuts', ja: 'キーボードショートカットの一覧' } },
        { keys: ['F1'], text: { en: 'Help on what is selected', ja: '選択中の項目のヘルプ' } },
        { keys: ['Mod+Z'], text: { en: 'Undo', ja: '元に戻す' } },
      ],
    },
  ],
});
