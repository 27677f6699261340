import { usedActions } from '../catalog/connections/uses.js';
import type { RoleOf } from '../catalog/define.js';
import { lookup, type Json, type NodeId } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import type { System, SystemConnection, SystemNode } from '../system/system.js';
import { handlerOf } from './handler-facts.js';
import type { Confidence, Evidence, Match, RuleTexts, Verdict } from './define.js';

/** `none`: the code was read and is a stub, of which nothing is said. */
export type Work = 'unknown' | 'transport' | 'transform' | 'mixed' | 'none';
export type Mapping = 'unknown' | 'none' | 'picks' | 'computes';

/** A function as the rules see it. */
export interface FunctionView {
  readonly node: SystemNode;
  readonly work: Work;
  readonly mapping: Mapping;
  /** What invokes it or refers to it. */
  readonly callers: readonly SystemConnection[];
  /** The one call that it makes, if it makes exactly one. */
  readonly call: SingleCall | undefined;
}

export interface SingleCall {
  readonly connection: SystemConnection;
  readonly target: SystemNode;
  readonly role: RoleOf<'sdkTarget'>;
  /** Key of the role's actions: `putItem`. */
  readonly action: string;
}

const works: readonly Work[] = ['unknown', 'transport', 'transform', 'mixed', 'none'];
const mappings: readonly Mapping[] = ['unknown', 'none', 'picks', 'computes'];

export function viewFunction(system: System, node: SystemNode): FunctionView {
  return {
    node,
    work: works.find((work) => work === node.props['work']) ?? 'unknown',
    mapping: mappings.find((mapping) => mapping === node.props['mapping']) ?? 'unknown',
    callers: system.incoming(node.id),
    call: singleCallOf(system, node),
  };
}

/** Two actions, two targets or anything else that leaves the function make it more than one call. */
function singleCallOf(system: System, node: SystemNode): SingleCall | undefined {
  const calls = callsOf(system, node);
  return calls?.length === 1 ? calls[0] : undefined;
}

/** What a function calls, each action once; undefined: something else leaves it, or an action is not known. */
export function callsOf(system: System, node: SystemNode): readonly SingleCall[] | undefined {
  const calls: SingleCall[] = [];
  for (const connection of system.outgoing(node.id)) {
    if (connection.origin === 'reference') continue;
    const target = system.node(connection.to);
    const role = target?.service.roles.sdkTarget;
    if (connection.kind !== 'uses' || target === undefined || role === undefined) return undefined;
    const listed = connection.props['actions'];
    const names = readCalls(system, node, role) ?? usedActions(role, isTexts(listed) ? listed : []);
    const used = new Set(names.map((name) => actionKey(role, name)));
    for (const action of used) {
      // An action that nothing is known of is a call that nothing can be said of.
      if (action === undefined) return undefined;
      calls.push({ connection, target, role, action });
    }
  }
  return calls;
}

/** What the code calls of a service, where it was read and the drawing has one node of that service. */
function readCalls(
  system: System,
  node: SystemNode,
  { service, actions }: RoleOf<'sdkTarget'>,
): readonly string[] | undefined {
  const called = handlerOf(node)?.calls?.filter((name) => name.startsWith(`${service}:`)) ?? [];
  const names = called.map((name) => name.slice(service.length + 1));
  if (service === '' || names.length === 0 || names.some((name) => lookup(actions, name) === undefined))
    return undefined;
  const alike = system.outgoing(node.id).filter(({ kind, to }) => {
    const other = system.node(to)?.service.roles.sdkTarget;
    return kind === 'uses' && other?.service === service;
  });
  return alike.length === 1 ? names : undefined;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The action that a listed name means; IAM actions such as `dynamodb:PutItem` are found by their permission. */
function actionKey(role: RoleOf<'sdkTarget'>, name: string): string | undefined {
  if (lookup(role.actions, name) !== undefined) return name;
  const byIam = Object.entries(role.actions).filter(([, { iam }]) => iam.includes(name));
  return byIam.length === 1 ? byIam[0]?.[0] : undefined;
}

/** `putItem` -> `PutItem`, as the API names it. */
export const apiName = (action: string): string => action.charAt(0).toUpperCase() + action.slice(1);

/** A node's name in a sentence. */
export const nameOf = (node: SystemNode): string => (node.label.trim() === '' ? node.id : node.label);

/** A label as the name of a state: in a definition `${Name}` would be replaced. */
export const stateLabel = (node: SystemNode): string => nameOf(node).replaceAll('${', '{');

/** The label of what takes over from a function: the function's own where it leaves, else what it stands between. */
export function labelOfNew(system: System, lambda: SystemNode, leaves: boolean, from: NodeId, to: NodeId): string {
  const [source, target] = [system.node(from), system.node(to)];
  if (leaves || source === undefined || target === undefined) return nameOf(lambda);
  return `${nameOf(source)} → ${nameOf(target)}`;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  readonly applicable: boolean;
  /** What is sent is not known: apply leaves a marked gap. */
  readonly gap: boolean;
}

/** What a mapping language carries: a template picks and renames, JSONata computes too. */
export type Language = 'template' | 'enrichment' | 'jsonata';

/**
 * What can be said of a function that makes one call, if the mechanism has this mapping language. `passThrough`: the
 * target takes the input as it is. Undefined: nothing, since the function transforms.
 */
export function judge(
  { work, mapping }: Pick<FunctionView, 'work' | 'mapping'>,
  language: Language,
  passThrough: boolean,
): Judgement | undefined {
  if (work === 'transform' || work === 'none') return undefined;
  if (work !== 'transport') return { verdict: 'question', confidence: 'low', applicable: false, gap: false };
  switch (mapping) {
    case 'none':
      return passThrough
        ? { verdict: 'replace', confidence: 'high', applicable: true, gap: false }
        : { verdict: 'replace', confidence: 'medium', applicable: true, gap: true };
    case 'picks':
      return { verdict: 'replace', confidence: 'medium', applicable: true, gap: true };
    case 'unknown':
      return { verdict: 'replace', confidence: 'low', applicable: true, gap: true };
    case 'computes':
      return {
        template: { verdict: 'keep', confidence: 'medium', applicable: false, gap: false } as const,
        enrichment: { verdict: 'partly', confidence: 'medium', applicable: true, gap: false } as const,
        jsonata: { verdict: 'partly', confidence: 'low', applicable: true, gap: true } as const,
      }[language];
  }
}

/** The words where a rule only asks, for both kinds of doubt; `{mechanism}` is what would take the place. */
export function questionTexts(work: Work, then: Localized): NonNullable<Match['texts']> {
  const what: Localized =
    work === 'mixed'
      ? {
          en: 'A part of "{lambda}" passes data on to "{target}" ({action}); another part transforms.',
          ja: '「{lambda}」には、「{target}」への転送 ({action}) と変換の両方が含まれています。',
        }
      : {
          en: 'The design shows one call of "{lambda}": {action} of "{target}". Whether it computes anything is not known.',
          ja: '「{lambda}」の呼び出しは「{target}」の {action} だけです。計算や業務ルールの有無は不明です。',
        };
  return {
    title:
      work === 'mixed'
        ? { en: 'Can "{lambda}" leave the transport to services?', ja: '「{lambda}」の転送をサービスに任せられますか?' }
        : { en: 'Does "{lambda}" only pass data on?', ja: '「{lambda}」の処理はデータの転送だけですか?' },
    what: joined(what, then),
    why: {
      en: 'Transport needs no code of your own. Set the field "Work" of the function, and the advice follows.',
      ja: 'データの転送だけであれば、コードは不要です。関数の「処理の内容」を設定すると、提案が表示されます。',
    },
    tradeOff: {
      en: 'A function that transforms stays: code is the right place for business rules.',
      ja: '変換を行う関数は残します。業務ルールの実装には、コードが適しています。',
    },
  };
}

/** The words where the mapping computes more than a template can. */
export const keepTexts: NonNullable<Match['texts']> = {
  title: {
    en: '"{lambda}" computes what a template cannot',
    ja: '「{lambda}」は、テンプレートでは表せない計算を行っています',
  } satisfies RuleTexts['title'],
  what: {
    en: '"{lambda}" calls {action} of "{target}" with values that it computes. A template picks and renames values; this function is best kept.',
    ja: '「{lambda}」は、計算した値で「{target}」の {action} を呼び出しています。テンプレートでできるのは値の選択と名前の変更だけです。この関数は残すことをお勧めします。',
  },
  why: {
    en: 'As a template the computation would be longer and harder to test, or not possible at all.',
    ja: 'この計算をテンプレートで書くと、長くなってテストが難しくなるか、実現できません。',
  },
  tradeOff: {
    en: 'You go on maintaining code and runtime.',
    ja: 'コードとランタイムの保守は続きます。',
  },
};

/** Two sentences as one text. */
export function joined(first: Localized, second: Localized): Localized {
  const plain = (text: Localized['en']): string => (typeof text === 'string' ? text : text.other);
  return { en: `${plain(first.en)} ${plain(second.en)}`, ja: `${first.ja}${second.ja}` };
}

/** What the design itself shows for a finding. */
export function evidenceOf({ node, work, mapping }: FunctionView, call: SingleCall): readonly Evidence[] {
  const shown: Evidence[] = [
    {
      text: {
        en: 'The only call of "{lambda}" is {action} of "{target}".',
        ja: '「{lambda}」の呼び出しは、「{target}」の {action} だけです。',
      },
      node: call.target.id,
    },
  ];
  if (work === 'transport')
    shown.push({
      text: { en: 'Work: transport only.', ja: '処理の内容: 転送のみ。' },
      node: node.id,
    });
  const handler = handlerOf(node);
  if (handler !== undefined) return [...shown.slice(0, 1), ...handler.evidence];
  const words = mappingWords[mapping];
  if (work === 'transport' && words !== undefined) shown.push({ text: words, node: node.id });
  return shown;
}

const mappingWords: Readonly<Record<Mapping, Localized | undefined>> = {
  unknown: undefined,
  none: { en: 'Mapping: none, passed on unchanged.', ja: 'マッピング: なし (そのまま転送)。' },
  picks: { en: 'Mapping: picks and renames values.', ja: 'マッピング: 値の選択と名前の変更。' },
  computes: { en: 'Mapping: computes values.', ja: 'マッピング: 値の計算。' },
};

/** Who else needs the function when one of its callers no longer does. */
export const otherCallers = (view: FunctionView, gone: ReadonlySet<string>): readonly SystemConnection[] =>
  view.callers.filter(({ id }) => !gone.has(id));

/** Method and path of a route, said also where they are the usual ones: other kinds of routes have other usual ones. */
export const routeOf = ({ props: { method, path } }: SystemConnection): Readonly<Record<string, Json>> => ({
  ...(typeof method === 'string' ? { method } : {}),
  ...(typeof path === 'string' ? { path } : {}),
});

/** Whether calls lead from one node to another: Task states, and what code calls if that counts too. */
export function leadsTo(system: System, from: NodeId, to: NodeId, calls: 'tasks' | 'tasks-and-code'): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const { kind, origin, to: next } of system.outgoing(id))
      if (origin === 'task' || (calls === 'tasks-and-code' && kind === 'uses')) seen.add(next);
  }
  return false;
}

/** Nodes of a match, each once. */
export const marked = (...nodes: readonly (SystemNode | undefined)[]): readonly NodeId[] => [
  ...new Set(nodes.flatMap((node) => node?.id ?? [])),
];
