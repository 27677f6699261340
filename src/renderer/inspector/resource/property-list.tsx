import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Properties } from '../../../cfn/resource-type.js';
import type { Json } from '../../../model/design.js';
import { studio } from '../../studio/studio.js';
import { AddProperty } from './add-property.js';
import { propertyRows, withEntry, type JsonMap } from './model.js';
import { PropertyRow } from './property-row.js';

interface PropertyListProps {
  readonly properties: Properties;
  readonly given: JsonMap;
  readonly onChange: (value: JsonMap) => void;
}

const none: ReadonlySet<string> = new Set();

/** The properties of a resource or of a structure in it: required and written ones; the others are added by name. */
export function PropertyList({ properties, given, onChange }: PropertyListProps) {
  const [added, setAdded] = useState(none);
  const list = useRef<HTMLDivElement>(null);
  const current = useRef({ given, onChange });
  useEffect(() => {
    current.current = { given, onChange };
  });
  const { rows, others } = useMemo(() => propertyRows(properties, given, added), [properties, given, added]);
  const set = useCallback((name: string, value: Json | undefined): void => {
    const next = withEntry(current.current.given, name, value);
    // Another change may come before the next picture.
    current.current.given = next;
    current.current.onChange(next);
  }, []);
  const remove = useCallback(
    (name: string): void => {
      setAdded((before) => new Set([...before].filter((one) => one !== name)));
      set(name, undefined);
      studio.getState().editor.endGesture();
    },
    [set],
  );
  const add = (name: string): void => {
    setAdded((before) => new Set([...before, name]));
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-property="${CSS.escape(name)}"]`);
      row?.scrollIntoView({ block: 'nearest' });
      const control = row?.querySelector<HTMLElement>('input, select, .cm-content');
      (control ?? row?.querySelector('button'))?.focus();
    });
  };
  return (
    <div className="properties" ref={list}>
      {rows.map(({ name, property }) => (
        <PropertyRow
          key={name}
          name={name}
          property={property}
          value={Object.hasOwn(given, name) ? given[name] : undefined}
          onSet={set}
          onRemove={remove}
        />
      ))}
      {others.length === 0 ? null : <AddProperty names={others} onAdd={add} />}
    </div>
  );
}
