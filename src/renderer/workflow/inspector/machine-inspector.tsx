import { useCallback, useMemo } from 'react';
import type { DefinitionTree } from '../../../asl/definition.js';
import { walkStates } from '../../../asl/definition.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import { setNodeProps, type PropChanges } from '../../../editor/commands/set-node-props.js';
import { field } from '../../../model/fields.js';
import { FieldsForm } from '../../inspector/fields/form.js';
import { Permissions } from '../../inspector/permissions.js';
import { studio, useStudio, useTranslate } from '../../studio/studio.js';
import { Select } from '../../ui/select.js';
import { ServiceIcon } from '../../ui/service-icon.js';
import { SourceLink } from '../../ui/source-link.js';
import { editWorkflow } from '../workflow.js';
import { FieldRow } from './field-row.js';
import { OwnerProvider, useForm, useFormField } from './form-context.js';
import { MachineLanguageRow } from './machine-language-row.js';
import { Problems, RowFrame } from './row-frame.js';
import { commentField, machineTimeout } from './state-fields.js';

/** The form of the state machine itself: its definition as a whole, and the resource. */
export function MachineInspector() {
  const t = useTranslate();
  const { view, problems } = useForm();
  const { tree } = view;
  const node = useStudio(({ system }) => system.node(view.node));
  const owner = useMemo(() => ({ path: root, fields: tree.fields, queryLanguage: tree.queryLanguage }), [tree]);
  const count = useMemo(() => [...walkStates(tree)].length, [tree]);
  const change = useCallback(
    (props: PropChanges): void => {
      studio.getState().editor.run(setNodeProps, { node: view.node, props });
    },
    [view.node],
  );
  const nodeOwner = useMemo(() => ({ node: view.node }), [view.node]);
  const own = problems.filter(({ path }) => path.length === 0);
  if (node === undefined) return null;
  return (
    <OwnerProvider value={owner}>
      <header className="inspector-header">
        <ServiceIcon icon={node.service.icon} size={36} />
        <div className="inspector-names">
          <h2 className="inspector-title">
            <span className="ellipsis" title={node.label}>
              {node.label}
            </span>
          </h2>
          <p className="secondary ellipsis">
            {t({ en: { one: '{count} state', other: '{count} states' }, ja: 'ステート {count} 個' }, { count })} ·{' '}
            {tree.queryLanguage}
          </p>
        </div>
      </header>
      <div className="inspector-body">
        {own.length === 0 ? null : (
          <div className="state-problems">
            <Problems problems={own} />
          </div>
        )}
        <div className="form">
          <FieldRow path={paths.Comment} field={commentField} />
          <StartRow tree={tree} />
          <FieldRow path={paths.TimeoutSeconds} field={machineTimeout} />
          <MachineLanguageRow />
        </div>
        <section className="inspector-section">
          <h3 className="inspector-section-title">{t({ en: 'Resource', ja: 'リソース' })}</h3>
          <FieldsForm
            fields={node.service.fields}
            given={node.node.props}
            resolved={node.props}
            owner={nodeOwner}
            onChange={change}
          />
        </section>
        <Permissions node={view.node} />
        <SourceLink url={node.service.source} title={t({ en: 'AWS documentation', ja: 'AWS ドキュメント' })} />
      </div>
    </OwnerProvider>
  );
}

const root: readonly string[] = [];
const paths = { Comment: ['Comment'], TimeoutSeconds: ['TimeoutSeconds'], StartAt: ['StartAt'] } as const;
const startField = field.text({ label: { en: 'Start', ja: '開始ステート' } });

function StartRow({ tree }: { readonly tree: DefinitionTree }) {
  const { problems } = useFormField(paths.StartAt);
  const names = [...tree.states.keys()];
  const value = tree.startAt ?? '';
  return (
    <RowFrame field={startField} name="StartAt" problems={problems} isChanged={false}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          describedBy={describedBy}
          value={value}
          options={[...(names.includes(value) ? [] : [value]), ...names].map((name) => ({ value: name, label: name }))}
          onChange={(name) => {
            const state = tree.states.get(name);
            if (state !== undefined) editWorkflow({ ...definitionEdits.setStart, run: setStart }, state.path);
          }}
        />
      )}
    </RowFrame>
  );
}

/** The start of the definition; the form of the machine stays open, so that nothing is selected. */
function setStart(tree: DefinitionTree, state: readonly string[]): ReturnType<typeof definitionEdits.setStart.run> {
  const outcome = definitionEdits.setStart.run(tree, { state });
  return 'problem' in outcome ? outcome : { ...outcome, select: [] };
}
