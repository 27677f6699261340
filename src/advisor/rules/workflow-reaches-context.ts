import { defineObservation } from '../observe.js';
import { marked, nameOf } from '../functions.js';
import { contextName } from '../machines.js';
import type { Match } from '../define.js';
import type { SystemNode } from '../../system/system.js';

const holdsData = ({ service }: SystemNode): boolean => service.stateful;

/** A workflow that works on what another context owns. */
export const workflowReachesContext = defineObservation({
  id: 'workflow-reaches-context',
  family: 'orchestration',
  severity: 'suggestion',
  title: {
    en: '"{machine}" uses data of another context',
    ja: '「{machine}」は、別のコンテキストのデータを使用しています',
  },
  what: {
    en: '"{machine}" of "{a}" calls {action} of "{target}", which belongs to "{b}". An event, or an API that "{b}" owns, can stand between them.',
    ja: '「{a}」の「{machine}」は、「{b}」の「{target}」の {action} を呼び出しています。間にイベントか、「{b}」が所有する API を置けます。',
  },
  why: {
    en: '"{b}" can change how it keeps its data without breaking "{a}", and its rules stay in one place.',
    ja: '「{b}」は、「{a}」に影響を与えずにデータの持ち方を変更でき、業務ルールも 1 か所に保てます。',
  },
  tradeOff: {
    en: 'An event carries a copy: data becomes consistent later. Within one team, reading a table directly can be simpler.',
    ja: 'イベントで渡すのはコピーのため、データは結果整合性になります。1 つのチームの中であれば、テーブルを直接読み取るほうが簡単な場合もあります。',
  },
  source: {
    url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/modernization-data-persistence/database-per-service.html',
    title: { en: 'Database-per-service pattern', ja: 'Database-per-service パターン' },
    date: '2026-11-25',
  },
  anchor: 'state-machine',
  reach: 1,
  *find(system, machine) {
    if (machine.node.origin === 'existing' || machine.context === undefined) return;
    for (const task of system.outgoing(machine.id)) {
      const target = system.node(task.to);
      if (task.origin !== 'task' || target?.context === undefined || target.context === machine.context) continue;
      const isData = holdsData(target);
      if (!isData && target.service.type !== 'lambda-function') continue;
      const action = task.action ?? '';
      yield {
        nodes: marked(machine, target),
        facts: {
          machine: nameOf(machine),
          target: nameOf(target),
          action: action.charAt(0).toUpperCase() + action.slice(1),
          a: contextName(system, machine.context),
          b: contextName(system, target.context),
        },
        verdict: 'question',
        confidence: isData ? 'medium' : 'low',
        mechanism: isData ? 'eventbridge-rule-target' : 'eventbridge-task-token',
        evidence: [
          {
            text: { en: 'The workflow belongs to "{a}".', ja: 'ワークフローはコンテキスト「{a}」に属しています。' },
            node: machine.id,
          },
          {
            text: { en: 'What it calls belongs to "{b}".', ja: '呼び出し先はコンテキスト「{b}」に属しています。' },
            node: target.id,
          },
        ],
        limits: [],
        applicable: false,
        ...(isData ? {} : { texts: pluginTexts }),
      };
    }
  },
  examples: {
    hits: [
      '[Shop] state-machine Flow -> [Stock] dynamodb-table Items',
      '[Shop] state-machine Flow -> [Stock] lambda-function Reserve(work: transform)',
    ],
    misses: [
      '[Shop] state-machine Flow -> dynamodb-table Orders',
      '[Shop] state-machine Flow -> [] dynamodb-table Items',
    ],
  },
});

const pluginTexts: NonNullable<Match['texts']> = {
  title: {
    en: '"{machine}" can leave a plug-in point for "{b}"',
    ja: '「{machine}」に、「{b}」のためのプラグインポイントを設けられます',
  },
  what: {
    en: '"{machine}" of "{a}" calls the function "{target}" of "{b}". It can publish an event with a task token instead; "{b}" subscribes to it and answers with SendTaskSuccess.',
    ja: '「{a}」の「{machine}」は、「{b}」の関数「{target}」を呼び出しています。代わりにタスクトークンを含むイベントを発行し、「{b}」がそれを受け取って SendTaskSuccess で応答できます。',
  },
  why: {
    en: 'The workflow knows only the event: further plug-ins join by a rule, and no team changes the workflow of another.',
    ja: 'ワークフローが把握するのはイベントだけです。プラグインはルールの追加だけで参加でき、ほかのチームのワークフローを変更せずに済みます。',
  },
  tradeOff: {
    en: 'A plug-in that never answers stops the execution until it times out: set a heartbeat or a timeout. Waiting for a token needs a Standard workflow.',
    ja: 'プラグインが応答しない場合、実行はタイムアウトまで停止します。ハートビートかタイムアウトを設定してください。トークンの待機には Standard ワークフローが必要です。',
  },
};
