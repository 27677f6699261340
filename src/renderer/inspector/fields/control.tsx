import type { Json } from '../../../model/design.js';
import type { Field } from '../../../model/fields.js';
import { unreachable } from '../../../model/invariant.js';
import { ResourceForm } from '../resource/form-later.js';
import { NamesControl } from '../resource/names-later.js';
import { BooleanControl } from './boolean-control.js';
import { ChoiceControl } from './choice-control.js';
import { CodeControl } from './code-control.js';
import { ListControl } from './list-control.js';
import { MapControl } from './map-control.js';
import { NodeControl } from './node-control.js';
import { NumberControl } from './number-control.js';
import { TextControl } from './text-control.js';

export interface ControlProps<F extends Field = Field> {
  readonly id: string;
  readonly field: F;
  /** As written in the design; undefined: the default holds. */
  readonly given: Json | undefined;
  readonly resolved: unknown;
  /** Several things have different values. */
  readonly mixed?: boolean;
  /** What the design holds is wrong. */
  readonly invalid: boolean;
  /** Ids of the words that describe it. */
  readonly describedBy: string | undefined;
  /** Whose field it is, and what the field is called there. */
  readonly owner?: FieldOwner | undefined;
  readonly onChange: (value: Json | undefined) => void;
  /** What is wrong with what was typed, where the design keeps the value before. */
  readonly onProblem: (words: string | undefined) => void;
}

/** A node or a connection with a field, by id. */
export interface FieldOwner {
  readonly node?: string;
  readonly connection?: string;
  readonly field: string;
}

/** The control of a field, by its kind. */
export function FieldControl({ field, ...rest }: ControlProps) {
  switch (field.kind) {
    case 'text':
      return field.names === undefined ? (
        <TextControl field={field} {...rest} />
      ) : (
        <NamesControl field={field} {...rest} />
      );
    case 'number':
      return <NumberControl field={field} {...rest} />;
    case 'boolean':
      return <BooleanControl field={field} {...rest} />;
    case 'choice':
      return <ChoiceControl field={field} {...rest} />;
    case 'node':
      return <NodeControl field={field} {...rest} />;
    case 'json':
      return <ResourceForm field={field} {...rest} />;
    case 'code':
      return <CodeControl field={field} {...rest} />;
    case 'list':
      return <ListControl field={field} {...rest} />;
    case 'map':
      return <MapControl field={field} {...rest} />;
    default:
      return unreachable(field);
  }
}
