import type { Permission } from '../../catalog/define.js';
import type { NodeId } from '../../model/design.js';
import { permissionsOf } from '../../system/permissions.js';
import type { Cell, MakeSection, ReviewInput } from '../define.js';
import { dash, nameAt } from '../words.js';

/** Who may do what, as it is drawn: one row for each node and set of resources. */
export const permissionsSection: MakeSection = (input) => {
  const { system, say } = input;
  const byGrantee = new Map<NodeId, Map<string, { actions: Set<string>; permission: Permission }>>();
  for (const permission of permissionsOf(system)) {
    const groups =
      byGrantee.get(permission.grantee) ?? new Map<string, { actions: Set<string>; permission: Permission }>();
    byGrantee.set(permission.grantee, groups);
    const key = `${resourceWords(input, permission)}\n${remarkWords(input, permission)}`;
    const group = groups.get(key) ?? { actions: new Set<string>(), permission };
    groups.set(key, group);
    for (const action of permission.actions) group.actions.add(action);
  }
  const rows = [...byGrantee].flatMap(([grantee, groups]) =>
    [...groups.values()].map(({ actions, permission }): readonly Cell[] => [
      nameAt(input, grantee),
      { code: [...actions].join(', ') },
      resourceWords(input, permission),
      remarkWords(input, permission),
    ]),
  );
  return {
    id: 'permissions',
    title: say({ en: 'Permissions', ja: 'アクセス許可' }),
    blocks: [
      rows.length === 0
        ? {
            kind: 'text',
            text: say({ en: 'No node needs permissions.', ja: 'アクセス許可が必要なノードはありません。' }),
          }
        : {
            kind: 'table',
            head: [
              say({ en: 'Node', ja: 'ノード' }),
              say({ en: 'Actions', ja: 'アクション' }),
              say({ en: 'Resources', ja: 'リソース' }),
              say({ en: 'Remark', ja: '備考' }),
            ],
            rows,
          },
    ],
  };
};

function resourceWords(input: ReviewInput, { resources, arns = [], anyResource }: Permission): string {
  if (anyResource !== undefined) return input.say({ en: 'any resource', ja: 'すべてのリソース' });
  return [...resources.map(({ node, suffix = '' }) => `${nameAt(input, node)}${suffix}`), ...arns].join(', ');
}

function remarkWords({ say }: ReviewInput, { anyResource, byConstruct, passedTo }: Permission): string {
  const remarks = [
    ...(anyResource === undefined ? [] : [say(anyResource)]),
    ...(byConstruct === true
      ? [say({ en: 'given by the CDK construct itself', ja: 'CDK コンストラクトが自動で付与' })]
      : []),
    ...(passedTo === undefined
      ? []
      : [say({ en: 'passed to {service}', ja: '{service} に渡す' }, { service: passedTo })]),
  ];
  return remarks.length === 0 ? dash : remarks.join('; ');
}
