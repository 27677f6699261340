import { ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import { lookup } from '../../../../model/design.js';
import type { Localized } from '../../../../model/localized.js';
import { isObject, loneSubstitution, type State } from '../../../../asl/definition.js';
import { resolveStatements } from '../../../../sdk/optimized/resources.js';
import { useStudio, useTranslate } from '../../../studio/studio.js';
import { useForm } from '../form-context.js';
import type { TaskInfo } from '../task-info.js';

interface Row {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Beyond the call itself: what waiting for a job needs. */
  readonly isForWaiting: boolean;
}

interface TaskPermissionsProps {
  readonly state: State;
  readonly info: TaskInfo;
}

/** What the role of the state machine is allowed for a Task; to read only. */
export function TaskPermissions({ state, info }: TaskPermissionsProps) {
  const t = useTranslate();
  const rows = useMemo(() => rowsOf(state, info), [state, info]);
  const nameOf = useResourceName();
  const gap: Localized | undefined = info.optimized?.patterns[info.resource.pattern]?.gap;
  if (rows.length === 0) return null;
  return (
    <section className="inspector-section" data-section="permissions">
      <h3 className="inspector-section-title">
        {t({ en: 'Permissions', ja: 'アクセス許可' })}
        <span className="hint">{t({ en: 'automatic', ja: '自動' })}</span>
      </h3>
      <ul className="task-permissions">
        {rows.map(({ actions, resources, isForWaiting }, index) => (
          <li className="permission" key={index}>
            <ShieldCheck size={14} />
            <div>
              <code>{actions.join(', ')}</code> <span>{resources.map(nameOf).join(', ')}</span>
              {isForWaiting ? <span className="chip"> .sync</span> : null}
            </div>
          </li>
        ))}
      </ul>
      {gap === undefined ? null : <p className="hint">{t(gap)}</p>}
    </section>
  );
}

function rowsOf(state: State, { resource, optimized, api }: TaskInfo): readonly Row[] {
  if (resource.kind === 'lambda-arn') return [row(['lambda:InvokeFunction'], [resourceOf(state)])];
  if (optimized !== undefined) {
    const args = lookup(state.fields, state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters');
    const given = isObject(args) ? args : {};
    const own = new Set((optimized.patterns.REQUEST_RESPONSE?.statements ?? []).flatMap(({ actions }) => actions));
    return resolveStatements(optimized.patterns[resource.pattern]?.statements ?? [], given).map((statement) =>
      row(
        statement.actions,
        statement.resources,
        resource.pattern === 'RUN_JOB' && statement.actions.every((action) => !own.has(action)),
      ),
    );
  }
  return api?.iamActions === undefined || api.iamActions.length === 0 ? [] : [row(api.iamActions, [])];
}

const row = (actions: readonly string[], resources: readonly string[], isForWaiting = false): Row => ({
  actions,
  resources,
  isForWaiting,
});

const resourceOf = ({ fields }: State): string => {
  const resource = lookup(fields, 'Resource');
  return typeof resource === 'string' ? resource : '*';
};

/** What a resource of a statement is called: the drawn node that a substitution stands for, else what tells an ARN apart. */
function useResourceName(): (resource: string) => string {
  const { view } = useForm();
  const nodes = useStudio(({ system }) => system.nodes);
  return (resource) => {
    const name = loneSubstitution(resource);
    const stands = name === undefined ? undefined : lookup(view.definition.substitutions, name);
    const node = stands !== undefined && 'node' in stands ? nodes.get(stands.node) : undefined;
    return node?.label ?? shortResource(resource);
  };
}

/** An ARN by what tells it apart: `task-definition/*`, `${ConvertArn}`. */
function shortResource(resource: string): string {
  const parts = resource.split(':');
  return resource.startsWith('arn:') && parts.length > 5 ? parts.slice(5).join(':') : resource;
}
