import { useEffect, useRef } from 'react';

interface NameListProps {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly current: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (name: string) => void;
}

/** Names to choose from, below the field that has the focus and says which one is current. */
export function NameList({ id, label, names, current, onPoint, onChoose }: NameListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div ref={list} id={id} className="name-list" role="listbox" aria-label={label}>
      {names.map((name, index) => (
        <div
          key={name}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === current}
          className="name-item mono ellipsis"
          title={name}
          onPointerMove={() => {
            onPoint(index);
          }}
          onPointerDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(name);
          }}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
