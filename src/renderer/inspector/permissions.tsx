import { Check, Copy, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Permission } from '../../catalog/define.js';
import type { NodeId } from '../../model/design.js';
import { permissionsOf } from '../../system/permissions.js';
import type { SystemConnection } from '../../system/system.js';
import { report } from '../studio/files.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { permissionsOfConnection } from './fitting-fields.js';
import { policyJson } from './policy-json.js';

/** What a node may do, as its connections ask for; to read only. */
export function Permissions({ node }: { readonly node: NodeId }) {
  const t = useTranslate();
  const permissions = useStudio(
    useShallow(({ system }) => distinct(permissionsOf(system).filter((permission) => permission.grantee === node))),
  );
  return <PermissionSection permissions={permissions} hint={t({ en: 'from connections', ja: '接続から設定' })} />;
}

/** What a connection lets one end do to the other. */
export function ConnectionPermissions({ connection }: { readonly connection: SystemConnection }) {
  const system = useStudio((state) => state.system);
  return <PermissionSection permissions={permissionsOfConnection(system, connection)} withGrantee />;
}

interface SectionProps {
  readonly permissions: readonly Permission[];
  readonly hint?: string;
  /** Names who gets them: the ends of a connection differ. */
  readonly withGrantee?: boolean;
}

const copiedMilliseconds = 1500;

function PermissionSection({ permissions, hint, withGrantee = false }: SectionProps) {
  const t = useTranslate();
  const [copied, setCopied] = useState(false);
  if (permissions.length === 0) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(policyJson(permissions));
    setCopied(true);
    setTimeout(() => {
      setCopied(false);
    }, copiedMilliseconds);
  };
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">
        {t({ en: 'Permissions', ja: 'アクセス許可' })}
        <span className="inspector-section-aside">
          {hint === undefined ? null : <span className="hint">{hint}</span>}
          <IconButton
            label={
              copied ? t({ en: 'Copied', ja: 'コピー済み' }) : t({ en: 'Copy as a policy', ja: 'ポリシーとしてコピー' })
            }
            onClick={() => {
              report(copy());
            }}
          >
            {copied ? <Check size={14} /> : <Copy size={14} />}
          </IconButton>
        </span>
      </h3>
      <ul className="inspector-section">
        {permissions.map((permission, index) => (
          <PermissionItem key={index} permission={permission} withGrantee={withGrantee} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly permission: Permission;
  readonly withGrantee: boolean;
}

function PermissionItem({ permission, withGrantee }: ItemProps) {
  const t = useTranslate();
  const { grantee, actions, resources, arns = [], anyResource, byConstruct } = permission;
  const resourceNames = useStudio(({ system }) =>
    [
      ...resources.map(({ node, suffix = '' }) => `${system.node(node)?.label ?? node}${suffix}`),
      ...arns.map(shortArn),
    ].join(', '),
  );
  const granteeName = useStudio(({ system }) => system.node(grantee)?.label ?? grantee);
  const names = anyResource === undefined ? resourceNames : t({ en: 'any resource', ja: 'すべてのリソース' });
  return (
    <li className="permission">
      <ShieldCheck size={14} />
      <div>
        {withGrantee ? <strong>{granteeName}: </strong> : null}
        <code>{actions.join(', ')}</code>{' '}
        <span>{t({ en: 'on {resources}', ja: '対象: {resources}' }, { resources: names })}</span>
        {anyResource === undefined ? null : <p className="hint">{t(anyResource)}</p>}
        {byConstruct === true ? (
          <p className="hint">
            {t({ en: 'Given by the CDK construct itself.', ja: 'CDK コンストラクトが自動で付与します。' })}
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** What of an ARN tells which resource it is: `table/Orders`. */
const shortArn = (arn: string): string => arn.split(':').slice(5).join(':') || arn;

/** Several Tasks that call the same need it once. */
function distinct(permissions: readonly Permission[]): readonly Permission[] {
  const seen = new Set<string>();
  return permissions.filter(({ actions, resources, arns = [], anyResource }) => {
    const key = JSON.stringify([actions, resources, arns, anyResource?.en ?? '']);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
