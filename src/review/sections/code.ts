import type { Finding } from '../../advisor/define.js';
import { lookup } from '../../model/design.js';
import type { SystemNode } from '../../system/system.js';
import type { Cell, MakeSection, ReviewInput } from '../define.js';
import { dash, findingWords, nameOf, shortened, valueWords } from '../words.js';

interface Owned {
  readonly row: readonly Cell[];
  readonly lines: number;
}

/** The code that a team owns: handlers with the reason for each function, definitions, templates. */
export const codeSection: MakeSection = (input) => {
  const { system, say } = input;
  const nodes = [...system.nodes.values()].filter(({ node }) => node.origin === 'created');
  const functions = nodes.filter(({ service }) => service.type === 'lambda-function');
  const owned = [
    ...functions.map((node) => handlerOf(input, node)),
    ...nodes.flatMap((node) => (node.node.definition === undefined ? [] : [definitionOf(input, node)])),
    ...templatesOf(input),
  ];
  const total = owned.reduce((sum, { lines }) => sum + lines, 0);
  return {
    id: 'code',
    title: say({ en: 'Code that is owned', ja: '所有するコード' }),
    blocks: [
      {
        kind: 'text',
        text: say(
          {
            en: 'Functions: {functions}. Lines in handlers as they are generated, definitions and templates: {lines}.',
            ja: '関数 {functions} 個。生成時のハンドラー、定義、テンプレートの合計 {lines} 行。',
          },
          { functions: functions.length, lines: total },
        ),
      },
      ...(owned.length === 0
        ? []
        : [
            {
              kind: 'table',
              head: [
                say({ en: 'What', ja: '対象' }),
                say({ en: 'Kind', ja: '種類' }),
                say({ en: 'File', ja: 'ファイル' }),
                say({ en: 'Lines', ja: '行数' }),
                say({ en: 'Why', ja: '理由' }),
              ],
              numbers: [3],
              rows: owned.map(({ row }) => row),
            } as const,
          ]),
    ],
  };
};

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

function handlerOf(input: ReviewInput, node: SystemNode): Owned {
  const { project, say } = input;
  const path = project.filesOf.get(node.id)?.find((one) => one.startsWith('handlers/'));
  const text = path === undefined ? undefined : project.files.get(path);
  const lines = text === undefined ? 0 : linesOf(text);
  return {
    lines,
    row: [
      nameOf(node),
      say({ en: 'handler', ja: 'ハンドラー' }),
      path === undefined ? dash : { code: path },
      text === undefined ? dash : String(lines),
      reasonFor(input, node),
    ],
  };
}

/** Why there is a function: what a person wrote, else what the advisor knows of it. */
function reasonFor(input: ReviewInput, node: SystemNode): string {
  const { say, findings } = input;
  const { comment } = node.node;
  if (comment !== undefined && comment.trim() !== '') return shortened(comment);
  const about = findings.filter((finding) => finding.function === node.id || finding.nodes.includes(node.id));
  const decided = about.find(({ dismissed }) => dismissed !== undefined && dismissed.reason.trim() !== '');
  if (decided?.dismissed !== undefined) return shortened(decided.dismissed.reason);
  const keep = about.find(({ verdict }) => verdict === 'keep');
  if (keep !== undefined) return findingWords(input, keep, 'why');
  const open = about.find(isReplacement);
  if (open !== undefined)
    return say({ en: 'Open: {title}', ja: '未対応: {title}' }, { title: findingWords(input, open, 'title') });
  const { description, work } = node.props;
  if (typeof description === 'string' && description.trim() !== '') return shortened(description);
  const field = lookup(node.service.fields, 'work');
  return field === undefined || work === 'unknown'
    ? say({ en: 'not stated', ja: '記載なし' })
    : valueWords(input, field, work);
}

const isReplacement = ({ verdict, dismissed }: Finding): boolean =>
  dismissed === undefined && (verdict === 'replace' || verdict === 'partly');

function definitionOf({ project, say }: ReviewInput, node: SystemNode): Owned {
  const lines = linesOf(node.node.definition?.text ?? '');
  const path = project.filesOf.get(node.id)?.find((one) => one.startsWith('state-machines/'));
  return {
    lines,
    row: [
      nameOf(node),
      say({ en: 'definition', ja: '定義' }),
      path === undefined ? dash : { code: path },
      String(lines),
      node.node.comment === undefined ? dash : shortened(node.node.comment),
    ],
  };
}

/** Code that connections hold: mapping templates, patterns, inputs, as a person wrote them. */
function templatesOf(input: ReviewInput): readonly Owned[] {
  const { system, say } = input;
  return Object.entries(system.design.connections).flatMap(([id, { props, comment }]) => {
    const connection = system.connections.get(id);
    if (connection?.definition === undefined) return [];
    const [from, to] = [system.node(connection.from), system.node(connection.to)];
    return Object.entries(connection.definition.fields).flatMap(([name, field]): readonly Owned[] => {
      const value = lookup(props, name);
      if (field.kind !== 'code' || typeof value !== 'string' || value.trim() === '') return [];
      const lines = linesOf(value);
      const ends = `${from === undefined ? '' : nameOf(from)} → ${to === undefined ? '' : nameOf(to)}`;
      return [
        {
          lines,
          row: [ends, say(field.label), dash, String(lines), comment === undefined ? dash : shortened(comment)],
        },
      ];
    });
  });
}
