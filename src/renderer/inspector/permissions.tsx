import { ShieldCheck } from 'lucide-react';
import type { Permission } from '../../catalog/define.js';
import type { NodeId } from '../../model/design.js';
import { useStudio, useTranslate } from '../studio/studio.js';

/** What a node may do, as its connections ask for; to read only. */
export function Permissions({ node }: { readonly node: NodeId }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const permissions = system.permissions.filter((permission) => permission.grantee === node);
  if (permissions.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">
        {t({ en: 'Permissions', ja: 'アクセス許可' })}
        <span className="hint">{t({ en: 'from connections', ja: '接続から設定' })}</span>
      </h3>
      <PermissionList permissions={permissions} />
    </section>
  );
}

export function PermissionList({ permissions }: { readonly permissions: readonly Permission[] }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const resources = ({ resources: listed, anyResource }: Permission): string =>
    anyResource === undefined
      ? listed.map(({ node, suffix = '' }) => `${system.node(node)?.label ?? node}${suffix}`).join(', ')
      : t({ en: 'any resource', ja: 'すべてのリソース' });
  return (
    <ul className="inspector-section">
      {permissions.map((permission, index) => (
        <li className="permission" key={index} title={permission.anyResource}>
          <ShieldCheck size={14} />
          <div>
            <code>{permission.actions.join(', ')}</code>{' '}
            <span>{t({ en: 'on {resources}', ja: '対象: {resources}' }, { resources: resources(permission) })}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
