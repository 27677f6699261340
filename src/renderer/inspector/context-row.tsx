import { useMemo } from 'react';
import { moveIntoContext } from '../../editor/commands/move-into-context.js';
import { moveOutOfContext } from '../../editor/commands/move-out-of-context.js';
import { entries } from '../../model/design.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { Select } from '../ui/select.js';
import { mixedText } from './fields/texts.js';

interface ContextRowProps {
  readonly nodes?: readonly string[];
  readonly notes?: readonly string[];
  /** The context of all of them; undefined: of none. */
  readonly context: string | undefined;
  readonly mixed?: boolean;
}

const several = '*';

/** The context that nodes and notes belong to. Nothing where the design has none. */
export function ContextRow({ nodes = [], notes = [], context, mixed = false }: ContextRowProps) {
  const t = useTranslate();
  const contexts = useStudio((state) => state.design.contexts);
  const options = useMemo(() => entries(contexts).map(([value, { label }]) => ({ value, label })), [contexts]);
  if (options.length === 0) return null;
  const label = t({ en: 'Bounded context', ja: '境界づけられたコンテキスト' });
  return (
    <div className="field">
      <span className="secondary">{label}</span>
      <Select
        label={label}
        value={mixed ? several : (context ?? '')}
        options={[
          ...(mixed ? [{ value: several, label: t(mixedText) }] : []),
          { value: '', label: t({ en: 'None', ja: 'なし' }) },
          ...options,
        ]}
        onChange={(next) => {
          const { editor } = studio.getState();
          if (next === '') editor.run(moveOutOfContext, { nodes, notes });
          else if (next !== several) editor.run(moveIntoContext, { nodes, notes, context: next });
        }}
      />
    </div>
  );
}
