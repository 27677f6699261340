import { Wrench } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import { applyFix } from '../../editor/commands/apply-fix.js';
import { fixesFor, soundFixes } from '../../editor/fixes/index.js';
import type { Problem } from '../../model/problems.js';
import { studio, useStudio, useTranslate } from '../studio/studio.js';

interface FixMenuProps {
  readonly problem: Problem;
  readonly tabIndex: number;
}

/** What mends a problem, as a menu; nothing where no fix is known. Each one is tried before it is offered. */
export function FixMenu({ problem, tabIndex }: FixMenuProps) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const hasFix = useMemo(() => fixesFor(system, problem).length > 0, [system, problem]);
  if (!hasFix) return null;
  return (
    // Not modal: the list behind it stays to be read.
    <DropdownMenu.Root open={open} onOpenChange={setOpen} modal={false}>
      <DropdownMenu.Trigger asChild>
        <button ref={trigger} type="button" className="button problem-fix" data-variant="quiet" tabIndex={tabIndex}>
          <Wrench size={14} />
          {t({ en: 'Fix', ja: '修正' })}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={trigger.current?.closest('[data-panel]') ?? null}>
        <DropdownMenu.Content className="popover menu fix-menu" align="end" sideOffset={4} collisionPadding={8}>
          {open ? <Items problem={problem} /> : null}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Items({ problem }: { readonly problem: Problem }) {
  const t = useTranslate();
  const system = useStudio((state) => state.system);
  const fixes = useMemo(() => soundFixes(system, problem), [system, problem]);
  if (fixes.length === 0)
    return (
      <DropdownMenu.Item className="menu-item" disabled>
        {t({ en: 'No fix fits here now', ja: '適用できる修正なし' })}
      </DropdownMenu.Item>
    );
  return fixes.map((fix, index) => (
    <DropdownMenu.Item
      key={index}
      className="menu-item"
      onSelect={() => {
        studio.getState().editor.run(applyFix, { fix });
      }}
    >
      {t(fix.label, fix.facts)}
    </DropdownMenu.Item>
  ));
}
