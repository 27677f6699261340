import { definePage } from '../define.js';

export const connecting = definePage({
  id: 'connecting',
  title: { en: 'Connecting', ja: '接続' },
  keywords: ['port', 'way', 'IAM', 'ポート', 'アクセス許可'],
  blocks: [
    {
      kind: 'steps',
      items: [
        {
          en: 'Point at a node and drag from one of its ports. Everything that it can be connected to lights up.',
          ja: 'ノードにポインターを合わせ、ポートからドラッグします。接続できるノードが強調されます。',
        },
        {
          en: 'Drop it on a node. Where there are several ways, choose one: each says what one gets and what it costs.',
          ja: '接続先のノードにドロップします。方法が複数ある場合は、利点とトレードオフを見て選択します。',
        },
        {
          en: 'Drop it on empty canvas to choose what comes next.',
          ja: '空いた場所にドロップすると、次に置くサービスを選択できます。',
        },
      ],
    },
    {
      kind: 'text',
      text: {
        en: 'Where two services cannot be connected, the app says why and which way comes nearest. The permissions that a connection needs follow from it; they are listed in the inspector.',
        ja: '接続できない場合は、その理由と最も近い方法が表示されます。接続に必要なアクセス許可は自動的に決まり、インスペクターで確認できます。',
      },
    },
    {
      kind: 'text',
      text: {
        en: 'A solid line waits for an answer, a dashed one does not.',
        ja: '実線は応答を待つ同期の接続、破線は応答を待たない非同期の接続です。',
      },
    },
    {
      kind: 'keys',
      items: [
        { keys: ['C'], text: { en: 'Connect the selected node by keyboard', ja: '選択中のノードをキーボードで接続' } },
      ],
    },
  ],
});
