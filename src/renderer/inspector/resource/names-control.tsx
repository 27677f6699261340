import { Popover } from 'radix-ui';
import { useId, useMemo, useState } from 'react';
import { setNodeProps } from '../../../editor/commands/set-node-props.js';
import { findResourceType, learnResourceTypes, learnTypeNames } from '../../../cfn/known-types.js';
import { checkField, type TextField } from '../../../model/fields.js';
import { nodeId } from '../../../model/design.js';
import { studio, useStudio, useTranslate } from '../../studio/studio.js';
import { useChecked } from '../fields/draft.js';
import type { ControlProps } from '../fields/control.js';
import { problemText } from '../fields/problem-text.js';
import { TextControl } from '../fields/text-control.js';
import { findNames } from './find-names.js';
import { NameList } from './name-list.js';
import { useNameChoice } from './use-name-choice.js';
import { useResourceType } from './use-resource-type.js';
import './resource.css';

const mostShown = 60;

/** A text with the names that it may hold: resource types, or the attributes of the type that the node has. */
export function NamesControl(props: ControlProps<TextField>) {
  return props.field.names === 'resource-type' ? <TypeControl {...props} /> : <AttributeControl {...props} />;
}

/** A resource type: what is typed is looked for among all types. Another type brings the name of its ARN with it. */
function TypeControl(props: ControlProps<TextField>) {
  const { id, field, given, invalid, describedBy, owner, onChange, onProblem } = props;
  const t = useTranslate();
  const list = useId();
  const [names, setNames] = useState<readonly string[]>([]);
  const [isOpen, setOpen] = useState(false);
  const current = typeof given === 'string' ? given : '';
  const take = (text: string): void => {
    const node = owner?.node;
    if (text === current) return;
    if (node === undefined) onChange(text === '' ? undefined : text);
    else
      void learnResourceTypes([text])
        .catch(() => undefined)
        .then(() => {
          studio.getState().editor.run(setNodeProps, { node, props: { cfnType: text, ...arnOf(node, text) } });
          studio.getState().editor.endGesture();
        });
  };
  const draft = useChecked(current, (text) => {
    const problem = text === '' ? undefined : checkField(field, text);
    // While one types it is the beginning of a name; a whole one is taken over.
    if (problem === undefined && (text === '' || names.includes(text))) take(text);
    return undefined;
  });
  const found = useMemo(() => (isOpen ? findNames(names, draft.text, mostShown) : []), [isOpen, names, draft.text]);
  const choose = (name: string): void => {
    setOpen(false);
    draft.type(name);
  };
  const choice = useNameChoice(found, choose);
  const load = (): void => {
    learnTypeNames().then(setNames, () => undefined);
  };
  const leave = (): void => {
    setOpen(false);
    const problem = draft.text === '' ? undefined : checkField(field, draft.text);
    onProblem(problem === undefined ? undefined : problemText(problem, t));
    if (problem === undefined) take(draft.text);
  };
  const isShown = isOpen && found.length > 0 && !(found.length === 1 && found[0] === draft.text);
  const found0 = findResourceType(current);
  return (
    <Popover.Root open={isShown}>
      <Popover.Anchor asChild>
        <span className="input">
          <input
            {...draft.props}
            id={id}
            className="mono"
            role="combobox"
            aria-expanded={isShown}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={isShown ? `${list}-${String(choice.current)}` : undefined}
            aria-invalid={invalid || (current !== '' && found0.status === 'unknown')}
            aria-describedby={describedBy}
            placeholder={typeof field.placeholder === 'string' ? field.placeholder : ''}
            spellCheck={false}
            autoComplete="off"
            onFocus={load}
            onChange={(event) => {
              draft.props.onChange(event);
              onProblem(undefined);
              choice.point(0);
              setOpen(true);
            }}
            onBlur={() => {
              if (checkField(field, draft.text) === undefined) draft.props.onBlur();
              leave();
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (isShown && choice.key(event)) return;
              if (event.key === 'ArrowDown') setOpen(true);
              else if (event.key === 'Enter') leave();
              else if (event.key === 'Escape' && isShown) {
                event.stopPropagation();
                setOpen(false);
              }
            }}
          />
        </span>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className="popover name-popover"
          aria-label={t(field.label)}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
          }}
        >
          <NameList
            id={list}
            label={t(field.label)}
            names={found}
            current={choice.current}
            onPoint={choice.point}
            onChoose={choose}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The attribute that is the ARN of a type, unless the one that is set is an attribute of it as well. */
function arnOf(node: string, type: string): { readonly arnAttribute?: string | undefined } {
  const found = findResourceType(type);
  const written = studio.getState().system.node(nodeId(node))?.node.props['arnAttribute'];
  if (found.status !== 'known' || (typeof written === 'string' && found.type.attributes.has(written))) return {};
  return { arnAttribute: found.type.arn === 'Arn' ? undefined : found.type.arn };
}

function AttributeControl(props: ControlProps<TextField>) {
  const { field, owner } = props;
  const name = useStudio(({ system }) =>
    owner?.node === undefined ? undefined : system.node(nodeId(owner.node))?.props['cfnType'],
  );
  const found = useResourceType(typeof name === 'string' ? name : '');
  const withNames = useMemo(
    () => (found?.status === 'known' ? { ...field, suggestions: ['Ref', ...found.type.attributes.keys()] } : field),
    [field, found],
  );
  return <TextControl {...props} field={withNames} />;
}
