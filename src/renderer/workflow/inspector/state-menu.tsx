import { Columns3, Copy, Ellipsis, Layers, Play, Trash2, Ungroup } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { machineAt, type State } from '../../../asl/definition.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import { useTranslate } from '../../studio/studio.js';
import { MenuButton } from '../../ui/menu-button.js';
import { editWorkflow } from '../workflow.js';
import { useForm } from './form-context.js';

/** What can be done with a state as a whole. */
export function StateMenu({ state }: { readonly state: State }) {
  const t = useTranslate();
  const { view } = useForm();
  const states = [state.path];
  const isStart = machineAt(view.tree, state.path.slice(0, -2))?.startAt === state.name;
  const isContainer = state.type === 'Parallel' || state.type === 'Map';
  const items = [
    {
      edit: definitionEdits.duplicateStates,
      icon: Copy,
      run: () => editWorkflow(definitionEdits.duplicateStates, { states }),
    },
    {
      edit: definitionEdits.wrapInParallel,
      icon: Columns3,
      run: () => editWorkflow(definitionEdits.wrapInParallel, { states }),
    },
    { edit: definitionEdits.wrapInMap, icon: Layers, run: () => editWorkflow(definitionEdits.wrapInMap, { states }) },
    ...(isContainer
      ? [
          {
            edit: definitionEdits.unwrap,
            icon: Ungroup,
            run: () => editWorkflow(definitionEdits.unwrap, { state: state.path }),
          },
        ]
      : []),
    ...(isStart
      ? []
      : [
          {
            edit: definitionEdits.setStart,
            icon: Play,
            run: () => editWorkflow(definitionEdits.setStart, { state: state.path }),
          },
        ]),
    {
      edit: definitionEdits.deleteStates,
      icon: Trash2,
      run: () => editWorkflow(definitionEdits.deleteStates, { states }),
    },
  ];
  return (
    <MenuButton label={t({ en: 'More actions', ja: 'その他の操作' })} icon={<Ellipsis size={16} />}>
      {items.map(({ edit, icon: Icon, run }) => (
        <DropdownMenu.Item
          key={edit.id}
          className="menu-item"
          onSelect={() => {
            run();
          }}
        >
          <Icon size={14} />
          {t(edit.label)}
        </DropdownMenu.Item>
      ))}
    </MenuButton>
  );
}
