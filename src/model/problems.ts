import type { ConnectionId, ContextId, NodeId } from './design.js';
import type { Facts, Localized } from './localized.js';

/** Where in a text: 1-based line and column. */
export interface Place {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning';

interface ProblemText {
  readonly severity: Severity;
  /** What is wrong. */
  readonly message: Localized;
  /** What to do about it. */
  readonly action: Localized;
}

const define = <const T extends Record<string, ProblemText>>(texts: T): T => texts;

/**
 * Every problem that a person can cause, with its words. A code is written once, as a key here: one record, and long
 * because there is much that one can get wrong.
 */
export const problemTexts = define({
  'file-too-large': {
    severity: 'error',
    message: {
      en: 'The file has {megabytes} MB; a design has 20 MB at most.',
      ja: 'ファイルのサイズは {megabytes} MB です。設計ファイルの上限は 20 MB です。',
    },
    action: {
      en: 'Check that this is the right file.',
      ja: 'ファイルが正しいか確認してください。',
    },
  },
  'import-file-unread': {
    severity: 'warning',
    message: { en: '"{file}" was not read: {reason}.', ja: '「{file}」は読み込まれていません: {reason}。' },
    action: {
      en: 'Import the part of the folder that matters.',
      ja: 'フォルダの必要な部分だけをインポートしてください。',
    },
  },
  'import-folder-cut': {
    severity: 'warning',
    message: {
      en: 'The folder has more than {limit} files; the rest was not looked at.',
      ja: 'フォルダのファイル数が {limit} 個を超えています。残りのファイルは対象外です。',
    },
    action: {
      en: 'Import the part of the folder that matters.',
      ja: 'フォルダの必要な部分だけをインポートしてください。',
    },
  },
  'yaml-syntax': {
    severity: 'error',
    message: { en: 'This is not valid YAML: {detail}', ja: 'YAML の構文が無効です: {detail}' },
    action: { en: 'Correct the text at this place.', ja: 'この場所の構文を修正してください。' },
  },
  'duplicate-key': {
    severity: 'error',
    message: { en: 'The key "{key}" appears twice.', ja: 'キー「{key}」が重複しています。' },
    action: { en: 'Keep one of the two.', ja: 'どちらか一方を残してください。' },
  },
  'reserved-key': {
    severity: 'error',
    message: { en: '"{key}" cannot be used as a key or id.', ja: '「{key}」はキーや ID として使用できません。' },
    action: { en: 'Choose another name.', ja: '別の名前を指定してください。' },
  },
  'too-deep': {
    severity: 'error',
    message: { en: 'The text is nested more than {limit} levels deep.', ja: 'ネストが {limit} 階層を超えています。' },
    action: { en: 'Reduce the nesting.', ja: 'ネストを浅くしてください。' },
  },
  'too-many-values': {
    severity: 'error',
    message: {
      en: 'With its aliases expanded the file has more than {limit} values.',
      ja: 'エイリアスを展開すると、値の数が {limit} 個を超えます。',
    },
    action: { en: 'Write the values out, or remove aliases.', ja: 'エイリアスを減らすか、値を直接記述してください。' },
  },
  'not-a-design': {
    severity: 'error',
    message: {
      en: 'This file is not a Servicefull Studio design.',
      ja: 'このファイルは Servicefull Studio の設計ファイルではありません。',
    },
    action: {
      en: 'A design begins with "format: servicefull-design".',
      ja: '設計ファイルには「format: servicefull-design」が必要です。',
    },
  },
  'template-too-large': {
    severity: 'error',
    message: {
      en: 'The text has {megabytes} MB; at most {limit} MB of it are read.',
      ja: 'テキストのサイズは {megabytes} MB です。読み込みの上限は {limit} MB です。',
    },
    action: {
      en: 'CloudFormation takes templates of 1 MB. Check that this is the right file.',
      ja: 'CloudFormation のテンプレートの上限は 1 MB です。ファイルが正しいか確認してください。',
    },
  },
  'template-syntax': {
    severity: 'error',
    message: { en: 'The text cannot be read: {detail}', ja: 'テキストを読み込めません: {detail}' },
    action: { en: 'Correct the text at this place.', ja: 'この場所の構文を修正してください。' },
  },
  'template-duplicate-key': {
    severity: 'warning',
    message: {
      en: 'The key "{key}" appears twice. As in CloudFormation, the last one counts.',
      ja: 'キー「{key}」が重複しています。CloudFormation と同じく、最後の値が使われます。',
    },
    action: { en: 'Keep one of the two.', ja: 'どちらか一方を残してください。' },
  },
  'template-reserved-key': {
    severity: 'warning',
    message: { en: 'The key "{key}" was left out.', ja: 'キー「{key}」は取り込まれませんでした。' },
    action: { en: 'Choose another name.', ja: '別の名前を指定してください。' },
  },
  'not-a-template': {
    severity: 'error',
    message: {
      en: 'This file is no template, OpenAPI document or state machine definition.',
      ja: 'このファイルは、テンプレート、OpenAPI ドキュメント、ステートマシン定義のいずれでもありません。',
    },
    action: {
      en: 'A template has "Resources", an OpenAPI document "openapi" and a definition "States".',
      ja: 'テンプレートには「Resources」、OpenAPI には「openapi」、ステートマシン定義には「States」が必要です。',
    },
  },
  'nothing-to-import': {
    severity: 'error',
    message: {
      en: 'There is no template, OpenAPI document or state machine definition in it.',
      ja: 'テンプレート、OpenAPI ドキュメント、ステートマシン定義が見つかりません。',
    },
    action: { en: 'Choose a folder that has one.', ja: 'これらを含むフォルダを選択してください。' },
  },
  'template-section': {
    severity: 'error',
    message: {
      en: '"{what}" of the template is no map and was left out.',
      ja: 'テンプレートの「{what}」がマップではないため、取り込まれませんでした。',
    },
    action: { en: 'Correct the value.', ja: '値を修正してください。' },
  },
  'template-resource': {
    severity: 'error',
    message: {
      en: 'The resource "{what}" has no type and was left out.',
      ja: 'リソース「{what}」にタイプがないため、取り込まれませんでした。',
    },
    action: { en: 'Add its "Type".', ja: '「Type」を追加してください。' },
  },
  'template-loop': {
    severity: 'warning',
    message: {
      en: 'The loop "{what}" could not be expanded: {detail}.',
      ja: 'ループ「{what}」を展開できませんでした: {detail}',
    },
    action: {
      en: 'Give its list as text, or as the default of a parameter.',
      ja: 'リストを直接記述するか、パラメータのデフォルト値で指定してください。',
    },
  },
  'template-file-missing': {
    severity: 'warning',
    message: {
      en: '"{path}" is not among the opened files.',
      ja: '「{path}」は、開いたファイルの中にありません。',
    },
    action: {
      en: 'Open the folder that it lies in.',
      ja: 'そのファイルを含むフォルダを開いてください。',
    },
  },
  'selection-too-large': {
    severity: 'error',
    message: {
      en: 'The text to paste has {megabytes} MB; {limit} MB can be pasted at once.',
      ja: '貼り付けるテキストのサイズは {megabytes} MB です。一度に貼り付けられるのは {limit} MB までです。',
    },
    action: { en: 'Open it as a file instead.', ja: 'ファイルとして開いてください。' },
  },
  'selection-too-many': {
    severity: 'error',
    message: {
      en: 'The text to paste holds {count} items of one kind; {limit} can be pasted at once.',
      ja: '貼り付けるテキストに、同じ種類のアイテムが {count} 個あります。一度に貼り付けられるのは {limit} 個までです。',
    },
    action: { en: 'Open it as a file instead.', ja: 'ファイルとして開いてください。' },
  },
  'not-a-selection': {
    severity: 'error',
    message: {
      en: 'This text holds no nodes or notes of a design.',
      ja: 'このテキストには、設計のノードやメモが含まれていません。',
    },
    action: {
      en: 'Copy nodes in a design, or write them below "nodes:".',
      ja: '設計のノードをコピーするか、「nodes:」の下に記述してください。',
    },
  },
  'newer-version': {
    severity: 'error',
    message: {
      en: 'This file was made with version {version}; this app reads up to version {supported}.',
      ja: 'このファイルはバージョン {version} で作成されています。このアプリで開けるのはバージョン {supported} までです。',
    },
    action: { en: 'Update the app to open it.', ja: '開くには、アプリを更新してください。' },
  },
  'wrong-type': {
    severity: 'error',
    message: {
      en: '"{what}" is {found}; it must be {expected}.',
      ja: '「{what}」の値 ({found}) が無効です。指定できる値: {expected}。',
    },
    action: { en: 'Correct the value.', ja: '値を修正してください。' },
  },
  'missing-key': {
    severity: 'error',
    message: { en: '"{what}" is missing.', ja: '「{what}」がありません。' },
    action: { en: 'Add it.', ja: '追加してください。' },
  },
  'invalid-id': {
    severity: 'error',
    message: {
      en: '"{id}" cannot be an id: ids have letters, digits and hyphens and begin with a letter.',
      ja: '「{id}」は ID に使用できません。ID は英字で始まり、英数字とハイフンだけで構成します。',
    },
    action: {
      en: 'Rename it here and where it is referred to.',
      ja: 'この ID と、それを参照している箇所を変更してください。',
    },
  },
  'unknown-key': {
    severity: 'warning',
    message: {
      en: 'The key "{key}" is not known here. It is kept.',
      ja: 'キー「{key}」は認識されませんでした。そのまま保持します。',
    },
    action: { en: 'Check the spelling.', ja: 'スペルを確認してください。' },
  },
  'comment-will-be-lost': {
    severity: 'warning',
    message: {
      en: 'The comment at this place is lost when the design is saved.',
      ja: 'この場所のコメントは、設計を保存すると失われます。',
    },
    action: {
      en: 'Put it above a node, a connection or a context to keep it.',
      ja: '残すには、ノード、接続、コンテキストの直前に移動してください。',
    },
  },
  'dangling-node': {
    severity: 'error',
    message: {
      en: '"{what}" refers to the node "{id}", which does not exist.',
      ja: '「{what}」が参照しているノード「{id}」は存在しません。',
    },
    action: { en: 'Correct the id, or remove the reference.', ja: 'ID を修正するか、参照を削除してください。' },
  },
  'dangling-context': {
    severity: 'error',
    message: {
      en: '"{what}" refers to the context "{id}", which does not exist.',
      ja: '「{what}」が参照しているコンテキスト「{id}」は存在しません。',
    },
    action: { en: 'Correct the id, or remove the reference.', ja: 'ID を修正するか、参照を削除してください。' },
  },
  'unknown-service': {
    severity: 'error',
    message: {
      en: 'The service type "{service}" is not known.',
      ja: 'サービスタイプ「{service}」は認識されませんでした。',
    },
    action: {
      en: 'Correct the type, or use "generic" with a CloudFormation type.',
      ja: 'タイプを修正するか、「generic」と CloudFormation タイプを使用してください。',
    },
  },
  'unknown-connection-kind': {
    severity: 'error',
    message: { en: 'The connection kind "{kind}" is not known.', ja: '接続の種類「{kind}」は認識されませんでした。' },
    action: { en: 'Correct the kind, or draw the connection again.', ja: '種類を修正するか、接続し直してください。' },
  },
  'illegal-connection': {
    severity: 'error',
    message: { en: '{reason}', ja: '{reason}' },
    action: { en: 'Nearest way: {nearest}', ja: '代わりの方法: {nearest}' },
  },
  'field-required': {
    severity: 'error',
    message: { en: '"{field}" of "{what}" is required.', ja: '「{what}」の「{field}」は必須です。' },
    action: { en: 'Enter a value.', ja: '値を入力してください。' },
  },
  'field-wrong-type': {
    severity: 'error',
    message: {
      en: '"{field}" of "{what}" must be {expected}.',
      ja: '「{what}」の「{field}」の値が無効です。指定できる値: {expected}。',
    },
    action: { en: 'Correct the value.', ja: '値を修正してください。' },
  },
  'field-out-of-range': {
    severity: 'error',
    message: {
      en: '"{field}" of "{what}" must be between {min} and {max}{unit}.',
      ja: '「{what}」の「{field}」の値が範囲外です。指定できる範囲: {min}～{max}{unit}。',
    },
    action: { en: 'Enter a value in this range.', ja: '範囲内の値を入力してください。' },
  },
  'field-pattern': {
    severity: 'error',
    message: { en: '"{field}" of "{what}" is not valid: {hint}', ja: '「{what}」の「{field}」が無効です: {hint}' },
    action: { en: 'Correct the value.', ja: '値を修正してください。' },
  },
  'code-invalid': {
    severity: 'error',
    message: { en: '"{field}" of "{what}" is not valid: {detail}', ja: '「{what}」の「{field}」が無効です: {detail}' },
    action: { en: 'Correct the text.', ja: 'テキストを修正してください。' },
  },
  'existing-reference-missing': {
    severity: 'error',
    message: {
      en: '"{label}" exists already, but nothing says how to find it.',
      ja: '「{label}」は既存のリソースですが、参照方法が指定されていません。',
    },
    action: {
      en: 'Enter its name, ARN, SSM parameter or export.',
      ja: '名前、ARN、SSM パラメータ、エクスポートのいずれかを入力してください。',
    },
  },
  'definition-syntax': {
    severity: 'error',
    message: {
      en: 'The definition of "{label}" cannot be read: {detail}',
      ja: '「{label}」の定義を読み込めません: {detail}',
    },
    action: {
      en: 'Correct the text. The last valid one is kept.',
      ja: 'テキストを修正してください。最後に有効だった定義は保持されています。',
    },
  },
  'definition-invalid': {
    severity: 'error',
    message: { en: 'State "{state}" of "{label}": {detail}', ja: '「{label}」のステート「{state}」: {detail}' },
    action: { en: 'Correct the definition.', ja: '定義を修正してください。' },
  },
  'definition-unreachable': {
    severity: 'error',
    message: {
      en: 'State "{state}" of "{label}" is never reached.',
      ja: '「{label}」のステート「{state}」には到達できません。',
    },
    action: { en: 'Lead to it, or remove it.', ja: 'このステートへの遷移を追加するか、削除してください。' },
  },
  'substitution-unknown': {
    severity: 'error',
    message: {
      en: '"{label}" uses $\{{name}\}, but nothing says what it stands for.',
      ja: '「{label}」の $\{{name}\} が何を表すか指定されていません。',
    },
    action: { en: 'Connect it to a node, or give it a value.', ja: 'ノードと関連付けるか、値を指定してください。' },
  },
  'task-without-node': {
    severity: 'warning',
    message: {
      en: 'State "{state}" of "{label}" calls {action}, but no drawn resource.',
      ja: '「{label}」のステート「{state}」は {action} を呼び出しますが、呼び出し先が描かれていません。',
    },
    action: {
      en: 'Connect the state machine to the resource that it calls.',
      ja: '呼び出し先のリソースとステートマシンを接続してください。',
    },
  },
  'call-parameters-missing': {
    severity: 'warning',
    message: {
      en: '"{what}" calls {action} without {parameters}.',
      ja: '「{what}」の {action} の呼び出しに、次のパラメータがありません: {parameters}',
    },
    action: { en: 'Give them in its parameters.', ja: '接続のパラメータに追加してください。' },
  },
  'mapping-missing': {
    severity: 'warning',
    message: {
      en: 'What "{what}" sends is not written yet. It fails on purpose until it is.',
      ja: '「{what}」で送信する内容がまだ定義されていません。定義するまで、意図的に失敗します。',
    },
    action: { en: 'Write the mapping that the function did.', ja: '関数が行っていたマッピングを記述してください。' },
  },
  'pipe-incomplete': {
    severity: 'error',
    message: { en: 'The pipe "{label}" has no {missing}.', ja: 'パイプ「{label}」に「{missing}」がありません。' },
    action: { en: 'Connect one.', ja: '接続してください。' },
  },
  'alarm-of-other-instance': {
    severity: 'warning',
    message: {
      en: '"{label}" acts on the instance that it watches, which "{instance}" is not.',
      ja: '「{label}」のアクションは監視対象のインスタンスに対して実行されますが、「{instance}」は監視対象ではありません。',
    },
    action: {
      en: 'Connect a metric of the instance with the alarm.',
      ja: 'インスタンスのメトリクスをアラームに接続してください。',
    },
  },
  'connected-twice': {
    severity: 'error',
    message: {
      en: '"{label}" has more than one connection "{kind}", and can have one.',
      ja: '「{label}」に接続「{kind}」が複数あります。指定できるのは 1 つだけです。',
    },
    action: { en: 'Keep one of them.', ja: 'いずれか 1 つだけを残してください。' },
  },
  'pipe-two-ends': {
    severity: 'error',
    message: {
      en: 'The pipe "{label}" has more than one {end}.',
      ja: 'パイプ「{label}」に「{end}」が複数接続されています。',
    },
    action: {
      en: 'Keep one; use a second pipe for the other.',
      ja: '1 つだけ残し、ほかは別のパイプを使用してください。',
    },
  },
  'reader-without-way-out': {
    severity: 'warning',
    message: {
      en: 'What reads "{label}" finds no way out of the network "{network}".',
      ja: '「{label}」の読み取り側は、ネットワーク「{network}」の外に接続できません。',
    },
    action: {
      en: 'Give the network a way out to the internet.',
      ja: 'ネットワークの「インターネットへの接続」を有効にしてください。',
    },
  },
  'secret-without-user': {
    severity: 'error',
    message: {
      en: 'The secret "{secret}" of "{label}" has no user name.',
      ja: '「{label}」のシークレット「{secret}」にユーザー名がありません。',
    },
    action: { en: 'Set its user name.', ja: 'ユーザー名を設定してください。' },
  },
  'delivery-two-ends': {
    severity: 'error',
    message: {
      en: 'The Firehose stream "{label}" has more than one {end}.',
      ja: 'Firehose ストリーム「{label}」に「{end}」が複数あります。',
    },
    action: {
      en: 'Keep one; use a second stream for the other.',
      ja: '1 つだけ残し、ほかは別のストリームを使用してください。',
    },
  },
  'delivery-source-destination': {
    severity: 'error',
    message: {
      en: 'With its source the Firehose stream "{label}" delivers only to a bucket or an Iceberg table.',
      ja: 'このソースの場合、Firehose ストリーム「{label}」の送信先はバケットまたは Iceberg テーブルだけです。',
    },
    action: { en: 'Connect one as its destination.', ja: '送信先として接続してください。' },
  },
  'pipe-timestream-from-kafka': {
    severity: 'error',
    message: {
      en: 'The pipe "{label}" cannot write to Timestream from Kafka.',
      ja: 'パイプ「{label}」では、Kafka から Timestream に書き込めません。',
    },
    action: {
      en: 'Use another source, or a function that reads the topic.',
      ja: '別のソースを使用するか、トピックを読み取る関数を使用してください。',
    },
  },
  'without-action': {
    severity: 'warning',
    message: { en: '"{label}" has no action.', ja: '「{label}」にアクションがありません。' },
    action: { en: 'Connect it to what it hands on to.', ja: '渡す先のリソースに接続してください。' },
  },
  'too-many-actions': {
    severity: 'error',
    message: {
      en: '"{label}" has {count} actions; it can have {max}.',
      ja: '「{label}」のアクションは {count} 個です。上限は {max} 個です。',
    },
    action: { en: 'Use a second rule for the others.', ja: 'ほかのアクションには、別のルールを使用してください。' },
  },
  'error-action-twice': {
    severity: 'error',
    message: {
      en: '"{label}" has more than one error action.',
      ja: '「{label}」にエラーアクションが複数あります。',
    },
    action: {
      en: 'Keep one; a queue or topic can fan out.',
      ja: '1 つだけ残してください。複数に渡す場合は、トピックやキューを経由します。',
    },
  },
  'not-connected': {
    severity: 'warning',
    message: { en: 'Nothing calls or feeds "{label}".', ja: '「{label}」を呼び出すものがありません。' },
    action: { en: 'Connect a source to it, or remove it.', ja: '呼び出し元を接続するか、削除してください。' },
  },
  'route-without-target': {
    severity: 'warning',
    message: { en: '"{label}" has no route.', ja: '「{label}」にルートがありません。' },
    action: { en: 'Connect it to what answers its requests.', ja: 'リクエストに応答するリソースに接続してください。' },
  },
  'route-twice': {
    severity: 'error',
    message: {
      en: 'Two connections of "{label}" answer {route}.',
      ja: '「{label}」の {route} に応答する接続が 2 本あります。',
    },
    action: { en: 'Give one of them another method or path.', ja: 'どちらかのメソッドまたはパスを変更してください。' },
  },
  'web-acl-scopes': {
    severity: 'error',
    message: {
      en: '"{label}" protects a distribution and something in a Region; a web ACL has one scope.',
      ja: '「{label}」は、ディストリビューションとリージョンのリソースの両方を保護しています。ウェブ ACL のスコープは 1 つだけです。',
    },
    action: { en: 'Use a web ACL for each.', ja: 'ウェブ ACL を分けてください。' },
  },
  'one-connection-only': {
    severity: 'error',
    message: {
      en: '"{label}" can have one connection of the kind "{kind}", and has more.',
      ja: '「{label}」に設定できる「{kind}」の接続は 1 本だけですが、複数あります。',
    },
    action: { en: 'Keep one of them.', ja: '1 本だけ残してください。' },
  },
  'stack-cycle': {
    severity: 'error',
    message: {
      en: 'The contexts {contexts} need each other, so that neither stack can be deployed first: {connections}.',
      ja: 'コンテキストが相互に依存しているため、どちらのスタックも先にデプロイできません: {contexts} ({connections})。',
    },
    action: {
      en: 'Turn one of these connections into an event on a bus, or move one of its ends to the other context.',
      ja: 'いずれかの接続をイベントバス経由に変えるか、接続の一端をもう一方のコンテキストに移動してください。',
    },
  },
  'resource-cycle': {
    severity: 'error',
    message: {
      en: 'These need each other to be created: {nodes}.',
      ja: '次のリソースは、作成時に相互に依存しています: {nodes}。',
    },
    action: {
      en: 'Put an event bus or a queue between two of them.',
      ja: '2 つの間にイベントバスまたはキューを置いてください。',
    },
  },
  'replaces-resource': {
    severity: 'warning',
    message: {
      en: '"{label}" stays in the stack of "{stack}", because a move replaces the resource and its data.',
      ja: '「{label}」は「{stack}」のスタックに残ります。移動すると、リソースとデータが置換されるためです。',
    },
    action: {
      en: 'Choose the new stack in its settings if that is wanted.',
      ja: '移動する場合は、設定で新しいスタックを選択してください。',
    },
  },
  'synthesis-failed': {
    severity: 'error',
    message: {
      en: 'The stack "{stack}" cannot be synthesised: {detail}',
      ja: 'スタック「{stack}」を合成できません: {detail}',
    },
    action: {
      en: 'Check the properties of the resources in this stack.',
      ja: 'このスタックのリソースのプロパティを確認してください。',
    },
  },
  'text-reserved': {
    severity: 'error',
    message: {
      en: '"{label}" contains the text {text}, which the AWS CDK would replace.',
      ja: '「{label}」に含まれる {text} は、AWS CDK によって置き換えられる文字列です。',
    },
    action: { en: 'Write it differently.', ja: '別の表記に変更してください。' },
  },
  'definition-warning': {
    severity: 'warning',
    message: { en: 'State "{state}" of "{label}": {detail}', ja: '「{label}」のステート「{state}」: {detail}' },
    action: { en: 'Check the definition.', ja: '定義を確認してください。' },
  },
  'definition-doubtful': {
    severity: 'warning',
    message: { en: 'The definition of "{label}": {detail}', ja: '「{label}」の定義: {detail}' },
    action: { en: 'Check the definition.', ja: '定義を確認してください。' },
  },
  'visibility-too-short': {
    severity: 'error',
    message: {
      en: 'The visibility timeout of "{queue}" ({seconds} s) is shorter than the timeout of "{function}" ({timeout} s).',
      ja: '「{queue}」の可視性タイムアウト ({seconds} 秒) が「{function}」のタイムアウト ({timeout} 秒) より短くなっています。',
    },
    action: {
      en: 'Lambda refuses this. Make it at least as long; six times the timeout is recommended.',
      ja: 'この設定は Lambda に拒否されます。タイムアウト以上の値を指定してください。推奨値はタイムアウトの 6 倍です。',
    },
  },
  'rule-patterns-differ': {
    severity: 'error',
    message: {
      en: 'Connections of the rule "{resource}" have different event patterns. A rule has one.',
      ja: 'ルール「{resource}」の接続に、異なるイベントパターンが設定されています。1 つのルールに設定できるパターンは 1 つです。',
    },
    action: {
      en: 'Give them the same pattern, or make them separate rules.',
      ja: '同じパターンを指定するか、別のルールに分けてください。',
    },
  },
  'existing-not-possible': {
    severity: 'error',
    message: {
      en: '"{label}" cannot be an existing resource: {service} has no reference that the AWS CDK could use here.',
      ja: '「{label}」は既存のリソースとして使用できません: この用途では、AWS CDK から {service} を参照できません。',
    },
    action: { en: 'Let the design create it.', ja: 'この設計で作成する設定に変更してください。' },
  },
  's3-notifications-overlap': {
    severity: 'error',
    message: {
      en: 'Two notifications of "{bucket}" overlap: {first} and {second} can be told of the same object.',
      ja: '「{bucket}」の 2 つの通知が重複しています: 同じオブジェクトのイベントが {first} と {second} の両方に該当します。',
    },
    action: {
      en: 'S3 refuses this. Give them prefixes or suffixes that exclude each other, or send the events to a bus.',
      ja: 'この設定は S3 に拒否されます。重複しないプレフィックスまたはサフィックスを指定するか、イベントバスを経由してください。',
    },
  },
  'dead-letter-queue-elsewhere': {
    severity: 'error',
    message: {
      en: 'The dead-letter queue "{queue}" of the rule "{what}" is in another stack than the rule.',
      ja: 'ルール「{what}」のデッドレターキュー「{queue}」は、ルールとは別のスタックにあります。',
    },
    action: {
      en: 'Use a queue of the context that the rule delivers to.',
      ja: 'ルールの配信先と同じコンテキストのキューを指定してください。',
    },
  },
  'dead-letter-queue-type': {
    severity: 'error',
    message: {
      en: '"{queue}" cannot be the dead-letter queue of "{what}": it must be a {type} queue.',
      ja: '「{queue}」は「{what}」のデッドレターキューに使用できません。{type} キューが必要です。',
    },
    action: {
      en: 'Choose another queue, or change its type.',
      ja: '別のキューを指定するか、キューのタイプを変更してください。',
    },
  },
  'route-parameters-differ': {
    severity: 'error',
    message: {
      en: 'Routes of "{label}" have different parameters at one place: {first} and {second}.',
      ja: '「{label}」のルートで、同じ位置に異なるパラメータが指定されています: {first} と {second}。',
    },
    action: {
      en: 'A REST API takes one parameter there. Give them the same name.',
      ja: 'REST API では、同じ位置に指定できるパラメータは 1 つです。同じ名前にしてください。',
    },
  },
  'mapping-twice': {
    severity: 'error',
    message: {
      en: 'Two event source mappings lead from "{from}" to "{to}". A function reads a source through one.',
      ja: '「{from}」から「{to}」へのイベントソースマッピングが 2 つあります。関数は 1 つのマッピングでソースを読み取ります。',
    },
    action: { en: 'Remove one of them.', ja: 'どちらか一方を削除してください。' },
  },
  'pair-connected-twice': {
    severity: 'error',
    message: {
      en: 'Two connections "{kind}" lead from "{from}" to "{to}", which can have one.',
      ja: '「{from}」から「{to}」への接続「{kind}」が 2 つあります。指定できるのは 1 つだけです。',
    },
    action: { en: 'Remove one of them.', ja: 'どちらか一方を削除してください。' },
  },
  'too-many-connections': {
    severity: 'error',
    message: {
      en: '"{label}" has {count} connections "{kind}"; it can have {max}.',
      ja: '「{label}」の接続「{kind}」は {count} 個です。上限は {max} 個です。',
    },
    action: {
      en: 'Let what receives them hand them on to the others.',
      ja: 'ほかの送信先には、受け取ったリソースから渡してください。',
    },
  },
  'spam-dropped-twice': {
    severity: 'error',
    message: {
      en: '"{label}" drops spam, as another rule set does already.',
      ja: '「{label}」の迷惑メールの破棄は、別のルールセットでも行っています。',
    },
    action: {
      en: 'One rule set of an account is active: let that one drop it.',
      ja: '有効なルールセットはアカウントに 1 つです。その 1 つだけで破棄してください。',
    },
  },
  'identity-twice': {
    severity: 'error',
    message: {
      en: '"{label}" verifies an identity that another node verifies already.',
      ja: '「{label}」の ID は、別のノードでも検証しています。',
    },
    action: {
      en: 'Use one node for both, or name another identity.',
      ja: '1 つのノードにまとめるか、別の ID を指定してください。',
    },
  },
  'partner-source-twice': {
    severity: 'error',
    message: {
      en: '"{label}" receives a partner event source that another node receives already.',
      ja: '「{label}」のパートナーイベントソースは、別のノードでも受信しています。',
    },
    action: {
      en: 'Use one node for both, or name another event source.',
      ja: '1 つのノードにまとめるか、別のイベントソースを指定してください。',
    },
  },
  'resource-type-unknown': {
    severity: 'error',
    message: {
      en: '"{type}" of "{label}" is no CloudFormation type.',
      ja: '「{label}」の「{type}」は CloudFormation のリソースタイプではありません。',
    },
    action: { en: 'Check the spelling: {nearest} is one.', ja: 'スペルを確認してください。近い名前: {nearest}。' },
  },
  'resource-type-new': {
    severity: 'warning',
    message: {
      en: 'The CloudFormation type "{type}" of "{label}" is not known.',
      ja: '「{label}」の CloudFormation リソースタイプ「{type}」は認識されませんでした。',
    },
    action: {
      en: 'Check the spelling. A newer type is exported as it is.',
      ja: 'スペルを確認してください。新しいタイプの場合は、そのままエクスポートされます。',
    },
  },
  'resource-property': {
    severity: 'error',
    message: { en: '"{property}" of "{what}" {detail}.', ja: '「{what}」の「{property}」: {detail}' },
    action: { en: 'Correct the properties.', ja: 'プロパティを修正してください。' },
  },
  'resource-property-doubtful': {
    severity: 'warning',
    message: { en: '"{property}" of "{what}" {detail}.', ja: '「{what}」の「{property}」: {detail}' },
    action: {
      en: 'Check it: AWS may know newer ones.',
      ja: '新しい値でない場合は、修正してください。',
    },
  },
  'resource-arn': {
    severity: 'error',
    message: {
      en: '"{label}" is called, but {type} has no attribute "{attribute}" to name it by.',
      ja: '「{label}」は呼び出されていますが、{type} に ARN の属性「{attribute}」がありません。',
    },
    action: { en: '{hint}', ja: '{hint}' },
  },
  'adopted-connection-changed': {
    severity: 'warning',
    message: {
      en: 'The export keeps this connection as it was imported: its changes are not written into the template.',
      ja: 'この接続は取り込んだ状態のままエクスポートされます。変更はテンプレートに反映されません。',
    },
    action: {
      en: 'Draw the connection again to have it made by the design.',
      ja: '変更を反映するには、接続を描き直してください。',
    },
  },
  'adopted-field-not-written': {
    severity: 'warning',
    message: {
      en: 'The field "{field}" of "{label}" has no property in its imported resource: the export leaves it as it was.',
      ja: '「{label}」の「{field}」に対応するプロパティが、取り込んだリソースにありません。元の値のままエクスポートされます。',
    },
    action: {
      en: 'Set the property of CloudFormation under further properties.',
      ja: 'その他のプロパティで、CloudFormation のプロパティを設定してください。',
    },
  },
  'adopted-reference-deleted': {
    severity: 'error',
    message: {
      en: '{resource} refers to {missing}, which was deleted, at {path}.',
      ja: '{resource} の {path} が、削除された {missing} を参照しています。',
    },
    action: {
      en: 'Restore it, or delete what refers to it as well.',
      ja: '元に戻すか、参照している側も削除してください。',
    },
  },
  'adopted-not-reachable': {
    severity: 'error',
    message: {
      en: 'Something drawn refers to "{label}", which was imported: {service} has no reference that the AWS CDK could use here.',
      ja: '取り込んだ「{label}」が、新しく描いたものから参照されています: この用途では、AWS CDK から {service} を参照できません。',
    },
    action: {
      en: 'Delete the new connection, or connect it in the imported template.',
      ja: '新しい接続を削除するか、取り込み元のテンプレートで接続してください。',
    },
  },
  'adopted-acts': {
    severity: 'error',
    message: {
      en: '"{label}" was imported: the export cannot write the permission and environment that its new connection needs.',
      ja: '「{label}」は取り込んだリソースです: 新しい接続に必要なアクセス許可と環境変数をエクスポートできません。',
    },
    action: {
      en: 'Add the connection to the template and import it again, or delete it.',
      ja: 'テンプレートに接続を追加して再度取り込むか、接続を削除してください。',
    },
  },
});

export type ProblemCode = keyof typeof problemTexts;

/** Something a person can cause and mend. Data: the words are made at the edge, in the reader's language. */
export interface Problem {
  readonly code: ProblemCode;
  readonly facts: Facts;
  /** Keys from the root of the document to the value. */
  readonly path?: readonly (string | number)[];
  readonly place?: Place;
  readonly node?: NodeId;
  readonly connection?: ConnectionId;
  readonly context?: ContextId;
}

export const severityOf = (problem: Problem): Severity => problemTexts[problem.code].severity;
export const isError = (problem: Problem): boolean => severityOf(problem) === 'error';

/** Code, facts and where; the severity and the words follow from the code. */
export function problem(code: ProblemCode, facts: Facts, where: Omit<Problem, 'code' | 'facts'> = {}): Problem {
  return { code, facts, ...where };
}
