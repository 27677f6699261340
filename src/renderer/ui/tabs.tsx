import { useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  /** In words, where the label may be an icon alone. */
  readonly name?: string;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  /** Prefix of the ids of tabs and panels: `<name>-tab-<id>`, `<name>-panel`. */
  readonly name: string;
  readonly className?: string;
  readonly onSelect: (id: Id) => void;
}

/** A strip of tabs; arrows move, as screen readers expect. */
export function Tabs<Id extends string>({ label, tabs, selected, name, className, onSelect }: TabsProps<Id>) {
  const root = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const next =
      event.key === 'ArrowRight'
        ? tabs[(at + 1) % tabs.length]
        : event.key === 'ArrowLeft'
          ? tabs[(at - 1 + tabs.length) % tabs.length]
          : undefined;
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    root.current?.querySelectorAll('button')[tabs.indexOf(next)]?.focus();
  };
  return (
    <div className={className ?? 'tabs'} role="tablist" aria-label={label} ref={root} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-label={tab.name}
          title={tab.name}
          aria-controls={`${name}-panel`}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => {
            onSelect(tab.id);
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
