import { ChevronDown, CornerDownRight, Plus } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { useState } from 'react';
import { addReferencedNode } from '../../../editor/commands/add-referenced-node.js';
import { serviceOf } from '../../../catalog/index.js';
import type { NodeField } from '../../../model/fields.js';
import { nodeId } from '../../../model/design.js';
import { revealInCanvas, studio, useStudio, useTranslate } from '../../studio/studio.js';
import { Button, IconButton } from '../../ui/button.js';
import { ServiceIcon } from '../../ui/service-icon.js';
import type { SystemNode } from '../../../system/system.js';
import type { ControlProps } from './control.js';
import { mixedText } from './texts.js';

/** The list takes no empty value. */
const none = '-';
const noneText = { en: 'None', ja: 'なし' };

const fits = (field: NodeField, node: SystemNode): boolean => field.services.includes(node.service.type);

/** A node of the design: chosen, gone to, or added where none fits yet. */
export function NodeControl(props: ControlProps<NodeField>) {
  const { id, field, given, mixed = false, invalid, describedBy, owner, onChange } = props;
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const value = typeof given === 'string' && !mixed ? given : '';
  const chosen = useStudio(({ system }) => (value === '' ? undefined : system.node(nodeId(value))));
  const hasOptions = useStudio(({ system }) => [...system.nodes.values()].some((node) => fits(field, node)));
  return (
    <>
      <div className="node-field">
        <Radix.Root
          value={value === '' ? none : value}
          open={isOpen}
          onOpenChange={setIsOpen}
          onValueChange={(next) => {
            onChange(next === none ? undefined : next);
          }}
        >
          <Radix.Trigger
            className="select-button"
            id={id}
            aria-labelledby={`${id}-label ${id}`}
            aria-describedby={describedBy}
            aria-invalid={invalid}
          >
            <span className="select-value">
              {chosen === undefined ? null : <ServiceIcon icon={chosen.service.icon} size={16} />}
              <span className="ellipsis">
                {mixed ? t(mixedText) : (chosen?.label ?? (value === '' ? t(noneText) : value))}
              </span>
            </span>
            <ChevronDown size={14} />
          </Radix.Trigger>
          {isOpen ? <Options field={field} value={value} /> : null}
        </Radix.Root>
        {chosen === undefined ? null : (
          <IconButton
            label={t({ en: 'Go to "{name}"', ja: '「{name}」に移動' }, { name: chosen.label })}
            onClick={() => {
              revealInCanvas({ nodes: new Set([chosen.id]) });
            }}
          >
            <CornerDownRight size={14} />
          </IconButton>
        )}
      </div>
      {hasOptions || owner === undefined ? null : (
        <div className="node-field-add">
          {field.services.map((type) => (
            <Button
              key={type}
              variant="link"
              onClick={() => {
                const { editor, language } = studio.getState();
                editor.run(addReferencedNode, { ...owner, service: type, language });
              }}
            >
              <Plus size={14} />
              {t({ en: 'Add {service}', ja: '「{service}」を追加' }, { service: serviceOf(type)?.label ?? type })}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

/** The nodes to choose from; only while the list is open, since a design has many. */
function Options({ field, value }: { readonly field: NodeField; readonly value: string }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const options = [...system.nodes.values()].filter((node) => fits(field, node));
  // A node that is not there any more stays visible until another is chosen.
  const isMissing = value !== '' && options.every((option) => option.id !== value);
  return (
    <Radix.Portal>
      <Radix.Content className="popover menu select-list" position="popper" sideOffset={4}>
        <Radix.Viewport>
          <Radix.Item className="menu-item" value={none}>
            <Radix.ItemText>{t(noneText)}</Radix.ItemText>
          </Radix.Item>
          {isMissing ? (
            <Radix.Item className="menu-item" value={value}>
              <Radix.ItemText>{value}</Radix.ItemText>
            </Radix.Item>
          ) : null}
          {options.map((option) => (
            <Radix.Item className="menu-item" key={option.id} value={option.id}>
              <ServiceIcon icon={option.service.icon} size={16} />
              <Radix.ItemText>{option.label}</Radix.ItemText>
            </Radix.Item>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}
