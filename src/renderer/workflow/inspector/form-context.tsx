import { createContext, use, useCallback, useMemo } from 'react';
import { isWithin, type JsonObject, type QueryLanguage } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import { flowKey } from '../../../asl/flow-key.js';
import { valueAt } from '../../../asl/json-value.js';
import type { AslProblem } from '../../../asl/problems.js';
import { invariant } from '../../../model/invariant.js';
import type { Json } from '../../../model/design.js';
import type { SdkCatalog } from '../../../sdk/catalog.js';
import type { WorkflowType } from '../../../sdk/optimized/define.js';
import { editWorkflow, type WorkflowView } from '../workflow.js';
import { setFields } from './set-fields.js';

/** What every part of the form may ask. */
export interface WorkflowForm {
  readonly view: WorkflowView;
  readonly problems: readonly AslProblem[];
  /** How the machine is run. */
  readonly workflow: WorkflowType;
  /** Undefined until it has been loaded. */
  readonly catalog: SdkCatalog | undefined;
}

const FormContext = createContext<WorkflowForm | undefined>(undefined);
export const FormProvider = FormContext.Provider;

export function useForm(): WorkflowForm {
  const form = use(FormContext);
  invariant(form !== undefined, 'a form of a workflow has its provider');
  return form;
}

/** The state or the machine whose fields the rows set. */
export interface Owner {
  readonly path: Path;
  readonly fields: JsonObject;
  readonly queryLanguage: QueryLanguage;
}

const OwnerContext = createContext<Owner | undefined>(undefined);
export const OwnerProvider = OwnerContext.Provider;

export function useOwner(): Owner {
  const owner = use(OwnerContext);
  invariant(owner !== undefined, 'the fields of a form have an owner');
  return owner;
}

/** Changes of fields of the owner, by their paths from it. */
export type Changes = readonly (readonly [Path, Json | undefined])[];

/** Sets fields of the owner; steps with one gesture are one to undo. */
export function useChange(): (changes: Changes, gesture?: string) => void {
  const { path } = useOwner();
  return useCallback(
    (changes, gesture) => {
      editWorkflow(
        setFields,
        changes.map(([field, value]) => ({ owner: path, field, value })),
        gesture,
      );
    },
    [path],
  );
}

export interface FormField {
  readonly value: Json | undefined;
  readonly problems: readonly AslProblem[];
  /** Typing: one step until the field is left. */
  readonly set: (value: Json | undefined) => void;
}

/** A field of the owner with what the validator says of it and of what is in it. */
export function useFormField(field: Path): FormField {
  const owner = useOwner();
  const { problems } = useForm();
  const change = useChange();
  const at = useMemo(() => [...owner.path, ...field], [owner.path, field]);
  const own = useMemo(() => problems.filter((problem) => isWithin(problem.path, at)), [problems, at]);
  const set = useCallback(
    (value: Json | undefined) => {
      change([[field, value]], `field:${flowKey(at)}`);
    },
    [change, field, at],
  );
  return { value: valueAt(owner.fields, field), problems: own, set };
}
