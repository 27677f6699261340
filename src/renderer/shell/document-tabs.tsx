import { ChevronsLeftRight, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { documentOf, moveDocument, showDocument } from '../studio/documents.js';
import { closeDesign, report } from '../studio/files.js';
import { documentName, isUnsaved, useStudio, useTranslate } from '../studio/studio.js';
import './document-tabs.css';
import { MenuButton } from '../ui/menu-button.js';

/** What a tab carries while it is dragged; nothing that another program would take. */
const dragType = 'application/x-servicefull-design-tab';

/** A tab for each open design; only where there is one to go to. */
export function DocumentTabs() {
  const t = useTranslate();
  const documents = useStudio((state) => state.documents);
  const shown = useStudio((state) => (state.screen === 'editor' ? state.file.document : ''));
  const list = useRef<HTMLDivElement>(null);
  const [isOverflowing, setIsOverflowing] = useState(false);
  const ids = documents.map(({ file }) => file.document);
  const count = ids.length;

  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => {
      setIsOverflowing(element.scrollWidth > element.clientWidth + 1);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [count]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown, count]);

  const move = (event: KeyboardEvent): void => {
    const at = ids.indexOf(shown);
    const next = {
      ArrowRight: ids[(at + 1) % count],
      ArrowLeft: ids[(at - 1 + count) % count],
      Home: ids[0],
      End: ids.at(-1),
    }[event.key];
    if (event.key === 'Delete' && shown !== '') {
      event.preventDefault();
      report(closeDesign(shown));
    } else if (next !== undefined) {
      event.preventDefault();
      showDocument(next);
      list.current?.querySelector<HTMLElement>(`[data-document="${CSS.escape(next)}"]`)?.focus();
    }
  };
  return (
    <nav className="document-tabs" data-panel="document-tabs" aria-label={t({ en: 'Designs', ja: '設計' })}>
      <div
        className="document-tab-list"
        role="tablist"
        aria-label={t({ en: 'Open designs', ja: '開いている設計' })}
        ref={list}
        onKeyDown={move}
      >
        {ids.map((id, index) => (
          <DocumentTab
            key={id}
            id={id}
            place={index}
            isShown={id === shown}
            isReachable={id === shown || (shown === '' && index === 0)}
          />
        ))}
      </div>
      {isOverflowing ? <AllTabs ids={ids} shown={shown} /> : null}
    </nav>
  );
}

const useName = (id: string): string =>
  useStudio((state) => {
    const document = documentOf(state, id);
    return document === undefined ? '' : documentName(document);
  });

const useIsUnsaved = (id: string): boolean =>
  useStudio((state) => {
    const document = documentOf(state, id);
    return document !== undefined && isUnsaved(document);
  });

interface DocumentTabProps {
  readonly id: string;
  readonly place: number;
  readonly isShown: boolean;
  readonly isReachable: boolean;
}

function DocumentTab({ id, place, isShown, isReachable }: DocumentTabProps) {
  const t = useTranslate();
  const name = useName(id);
  const unsaved = useIsUnsaved(id);
  const folder = useStudio((state) => documentOf(state, id)?.file.folderName);
  const [isTarget, setIsTarget] = useState(false);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(dragType)) return;
    event.preventDefault();
    setIsTarget(true);
  };
  return (
    <div
      className="document-tab"
      role="presentation"
      data-shown={isShown}
      data-target={isTarget}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={over}
      onDragLeave={() => {
        setIsTarget(false);
      }}
      onDrop={(event) => {
        setIsTarget(false);
        const dragged = event.dataTransfer.getData(dragType);
        if (dragged === '') return;
        event.preventDefault();
        moveDocument(dragged, place);
      }}
      onMouseDown={(event) => {
        // The middle button would begin to scroll.
        if (event.button === 1) event.preventDefault();
      }}
      onAuxClick={(event) => {
        if (event.button === 1) report(closeDesign(id));
      }}
    >
      <button
        type="button"
        role="tab"
        className="document-tab-name"
        data-document={id}
        aria-selected={isShown}
        tabIndex={isReachable ? 0 : -1}
        title={folder === undefined ? name : `${name} – ${folder}`}
        onClick={() => {
          showDocument(id);
        }}
      >
        <span className="ellipsis">{name}</span>
        {unsaved ? <span className="unsaved-dot" role="img" aria-label={t({ en: 'Unsaved', ja: '未保存' })} /> : null}
      </button>
      {/* For the pointer: a row of tabs holds tabs alone, and keys close with Delete or by the command. */}
      <button
        type="button"
        className="document-tab-close"
        tabIndex={-1}
        aria-hidden="true"
        title={t({ en: 'Close', ja: '閉じる' })}
        onClick={() => {
          report(closeDesign(id));
        }}
      >
        <X size={14} />
      </button>
    </div>
  );
}

/** Every tab by name, where the row has not room for all. */
function AllTabs({ ids, shown }: { readonly ids: readonly string[]; readonly shown: string }) {
  const t = useTranslate();
  const label = t({ en: 'All open designs', ja: '開いているすべての設計' });
  return (
    <MenuButton label={label} icon={<ChevronsLeftRight size={16} />} modal={false} className="document-menu">
      <DropdownMenu.RadioGroup value={shown}>
        {ids.map((id) => (
          <MenuItem key={id} id={id} />
        ))}
      </DropdownMenu.RadioGroup>
    </MenuButton>
  );
}

function MenuItem({ id }: { readonly id: string }) {
  const t = useTranslate();
  const name = useName(id);
  const unsaved = useIsUnsaved(id);
  return (
    <DropdownMenu.RadioItem
      value={id}
      className="menu-item"
      onSelect={() => {
        showDocument(id);
      }}
    >
      <span className="ellipsis">{name}</span>
      {unsaved ? <span className="unsaved-dot" role="img" aria-label={t({ en: 'Unsaved', ja: '未保存' })} /> : null}
      <DropdownMenu.ItemIndicator className="menu-check">✓</DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}
