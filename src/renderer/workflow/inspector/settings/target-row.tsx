import { ChevronDown, CornerDownRight, Plus } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { useMemo, useState } from 'react';
import { taskOf } from '../../../../asl/tasks.js';
import { loneSubstitution, type State } from '../../../../asl/definition.js';
import { valueAt } from '../../../../asl/json-value.js';
import { services } from '../../../../catalog/index.js';
import type { ServiceDefinition } from '../../../../catalog/define.js';
import { drawTaskTarget } from '../../../../editor/commands/draw-task-target.js';
import { lookup } from '../../../../model/design.js';
import { field } from '../../../../model/fields.js';
import type { SystemNode } from '../../../../system/system.js';
import { callsNodes } from '../../../../system/task-targets.js';
import { revealInCanvas, studio, useStudio, useTranslate } from '../../../studio/studio.js';
import { Button, IconButton } from '../../../ui/button.js';
import { ServiceIcon } from '../../../ui/service-icon.js';
import { closeWorkflow, editWorkflow, openTree } from '../../workflow.js';
import { useForm, useFormField } from '../form-context.js';
import { RowFrame } from '../row-frame.js';
import { setFields } from '../set-fields.js';
import { changesForTarget, placeOfTarget, substitutionNameFor, type TargetPlace } from '../targets.js';

const label = { en: 'Change the resource', ja: 'リソースを変更' };

interface Candidate {
  readonly node: SystemNode;
  readonly place: TargetPlace;
}

const roleOf = (service: ServiceDefinition) => service.roles.sdkTarget;

/** The drawn resource that a Task uses, by a substitution in its arguments; one that is not drawn yet can be. */
export function TargetRow({ state }: { readonly state: State }) {
  const t = useTranslate();
  const { view } = useForm();
  const [isOpen, setIsOpen] = useState(false);
  const nodes = useStudio(({ system }) => system.nodes);
  const task = useMemo(() => taskOf(state), [state]);
  const fitting = useMemo(() => services.flatMap((service) => fittingService(state, service)), [state]);
  const candidates = useMemo(() => candidatesOf(state, nodes), [state, nodes]);
  const place = candidates[0]?.place ?? fitting[0]?.place;
  const { value, problems } = useFormField(place?.path ?? nothing);
  if (!callsNodes(task) || place === undefined) return null;
  const name = typeof value === 'string' ? loneSubstitution(value) : undefined;
  const stands = name === undefined ? undefined : lookup(view.definition.substitutions, name);
  const current = stands !== undefined && 'node' in stands ? nodes.get(stands.node) : undefined;
  const shown = typeof value === 'string' ? value : (value ?? written(state, place)) === undefined ? '' : '…';
  const choose = (id: string): void => {
    const chosen = candidates.find(({ node }) => node.id === id);
    if (chosen !== undefined) use(state, chosen);
  };
  return (
    <RowFrame
      field={field.text({ label: current?.service.label ?? fitting[0]?.service.label ?? resourceLabel })}
      name="target"
      problems={problems}
      isChanged={false}
      aside={<span className="hint">{t({ en: 'drawn resource', ja: '図のリソース' })}</span>}
    >
      {({ id, describedBy }) => (
        <>
          <div className="node-field">
            <Radix.Root value={current?.id ?? ''} open={isOpen} onOpenChange={setIsOpen} onValueChange={choose}>
              <Radix.Trigger
                className="select-button"
                id={id}
                aria-labelledby={`${id}-label ${id}`}
                aria-describedby={describedBy}
                disabled={candidates.length === 0}
              >
                <span className="select-value">
                  {current === undefined ? null : <ServiceIcon icon={current.service.icon} size={16} />}
                  <span className="ellipsis">
                    {current?.label ?? (shown === '' ? t({ en: 'None', ja: 'なし' }) : shown)}
                  </span>
                </span>
                <ChevronDown size={14} />
              </Radix.Trigger>
              {isOpen ? (
                <Radix.Portal>
                  <Radix.Content className="popover menu select-list" position="popper" sideOffset={4}>
                    <Radix.Viewport>
                      {candidates.map(({ node }) => (
                        <Radix.Item className="menu-item" key={node.id} value={node.id}>
                          <ServiceIcon icon={node.service.icon} size={16} />
                          <Radix.ItemText>{node.label}</Radix.ItemText>
                        </Radix.Item>
                      ))}
                    </Radix.Viewport>
                  </Radix.Content>
                </Radix.Portal>
              ) : null}
            </Radix.Root>
            {current === undefined ? null : (
              <IconButton
                label={t({ en: 'Go to "{name}"', ja: '「{name}」に移動' }, { name: current.label })}
                onClick={() => {
                  closeWorkflow();
                  revealInCanvas({ nodes: new Set([current.id]) });
                }}
              >
                <CornerDownRight size={14} />
              </IconButton>
            )}
          </div>
          {current !== undefined ? null : (
            <div className="node-field-add">
              <span className="hint">
                {t({
                  en: 'The resource of this Task is not drawn.',
                  ja: 'この Task のリソースは図にありません。',
                })}
              </span>
              {fitting.map(({ service, place: at }) => (
                <Button
                  key={service.type}
                  variant="link"
                  onClick={() => {
                    draw(state, service, at);
                  }}
                >
                  <Plus size={14} />
                  {t({ en: 'Draw it: {service}', ja: '「{service}」を図に追加' }, { service: service.label })}
                </Button>
              ))}
            </div>
          )}
        </>
      )}
    </RowFrame>
  );
}

/** Where a Task names a drawn resource, if it does by nothing but a substitution. */
export function useNamedTarget(state: State): readonly string[] | undefined {
  const { view } = useForm();
  const nodes = useStudio(({ system }) => system.nodes);
  return useMemo(() => {
    const found = candidatesOf(state, nodes).find(({ node, place }) => {
      const value = valueAt(state.fields, place.path);
      const name = typeof value === 'string' ? loneSubstitution(value) : undefined;
      const stands = name === undefined ? undefined : lookup(view.definition.substitutions, name);
      return stands !== undefined && 'node' in stands && stands.node === node.id;
    });
    return found?.place.path;
  }, [state, nodes, view.definition.substitutions]);
}

const nothing: readonly string[] = ['Resource'];
const resourceLabel = { en: 'Resource', ja: 'リソース' };

const written = (state: State, { path }: TargetPlace) => {
  const byPath = [...path.slice(0, -1), `${path.at(-1) ?? ''}.$`];
  return valueAt(state.fields, byPath);
};

function fittingService(state: State, service: ServiceDefinition) {
  const role = roleOf(service);
  const place = role === undefined || role.service === '' ? undefined : placeOfTarget(state, role);
  return place === undefined ? [] : [{ service, place }];
}

function candidatesOf(state: State, nodes: ReadonlyMap<string, SystemNode>): readonly Candidate[] {
  return [...nodes.values()].flatMap((node) => {
    const role = roleOf(node.service);
    const place = role === undefined ? undefined : placeOfTarget(state, role);
    return place === undefined ? [] : [{ node, place }];
  });
}

/** Lets the Task name a drawn node: its arguments and the substitution in one step. */
function use(state: State, { node, place }: Candidate): void {
  const open = openTree();
  if (open === undefined) return;
  const name = substitutionNameFor(open.definition, node.id, place.attribute);
  editWorkflow(
    { ...setFields, label },
    changesForTarget(state, place, name).map(([at, value]) => ({ owner: state.path, field: at, value })),
    undefined,
    { [name]: { node: node.id, attribute: place.attribute } },
  );
}

function draw(state: State, service: ServiceDefinition, place: TargetPlace): void {
  const open = openTree();
  if (open === undefined || open.definition.draft !== undefined) return;
  const { editor, language } = studio.getState();
  editor.run(drawTaskTarget, {
    machine: open.node,
    service: service.type,
    attribute: place.attribute,
    language,
    textFor: (node) => {
      const substitution = substitutionNameFor(open.definition, node, place.attribute);
      const outcome = setFields.run(
        open.tree,
        changesForTarget(state, place, substitution).map(([at, value]) => ({ owner: state.path, field: at, value })),
      );
      return 'problem' in outcome ? undefined : { text: outcome.text, substitution };
    },
  });
}
