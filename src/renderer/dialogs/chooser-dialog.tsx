import { ArrowUp, FileText, Folder, FolderPlus } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { isFileName } from '../../host/file-name.js';
import { isSourceText } from '../../host/source-files.js';
import type { FolderEntry, FolderHandle, FolderListing } from '../../host/host.js';
import type { Dialog as DialogData } from '../studio/dialogs.js';
import type { FolderChoice } from '../studio/folder-choice.js';
import { report } from '../studio/files.js';
import { studio, useTranslate } from '../studio/studio.js';
import { Button, IconButton } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Select } from '../ui/select.js';

type Purpose = Extract<DialogData, { kind: 'choose' }>['purpose'];

interface ChooserDialogProps {
  readonly purpose: Purpose;
  readonly suggestedName: string;
  readonly answer: (choice: FolderChoice | undefined) => void;
}

const titles = {
  open: { en: 'Open a design', ja: '設計を開く' },
  save: { en: 'Save as', ja: '名前を付けて保存' },
  folder: { en: 'Choose a folder', ja: 'フォルダを選択' },
  import: { en: 'Import a file or a folder', ja: 'ファイルまたはフォルダのインポート' },
} as const;
const confirmations = {
  open: { en: 'Open', ja: '開く' },
  save: { en: 'Save', ja: '保存' },
  folder: { en: 'Choose this folder', ja: 'このフォルダを選択' },
  import: { en: 'Import', ja: 'インポート' },
} as const;

const refusedName = {
  en: 'A name has 190 characters at most, and none of \\ / :',
  ja: '名前は 190 文字までで、\\ / : は使用できません。',
} as const;

/** Whether what is typed cannot become a name, also not with an extension. */
const isNameRefused = (typed: string): boolean =>
  typed.trim() !== '' && (typed.trim().length > 190 || !isFileName(typed.trim()));

const isShown = (entry: FolderEntry, purpose: Purpose): boolean => {
  if (entry.kind === 'folder') return true;
  if (purpose === 'folder') return false;
  return purpose === 'import' ? isSourceText(entry.name) : /\.(?:ya?ml|drawio)$/i.test(entry.name);
};

/** A chooser over the folders that the host shows, where the system's own dialogs are not to be had. */
export function ChooserDialog({ purpose, suggestedName, answer }: ChooserDialogProps) {
  const t = useTranslate();
  const [listing, setListing] = useState<FolderListing>();
  const [name, setName] = useState(suggestedName);
  const [overwrites, setOverwrites] = useState(false);
  const open = async (folder: FolderHandle | undefined): Promise<void> => {
    setListing(await studio.getState().host?.listFolder?.(folder));
    // What was chosen lies in the folder before.
    if (purpose !== 'save') setName(suggestedName);
  };
  useEffect(() => {
    report(open(undefined));
  }, []);

  const confirm = async (): Promise<void> => {
    if (listing === undefined) return;
    if (purpose === 'folder') {
      answer({ kind: 'folder', handle: listing.handle, name: listing.name });
      return;
    }
    const extension = /\.[a-z]+$/i.exec(suggestedName)?.[0] ?? '.yaml';
    const typed = purpose === 'save' ? name.trim() : name;
    const isComplete = extension === '.yaml' ? /\.ya?ml$/i.test(typed) : typed.toLowerCase().endsWith(extension);
    const fileName = purpose === 'save' && !isComplete ? `${typed}${extension}` : typed;
    const chosen = await studio.getState().host?.fileIn?.(listing.handle, fileName);
    if (chosen === undefined) return;
    if (purpose === 'save' && chosen.exists && !overwrites) setOverwrites(true);
    else answer({ kind: 'file', handle: chosen.handle, name: fileName });
  };
  const parent = listing?.ancestors.at(-1);
  const isRefused = purpose === 'save' && isNameRefused(name);
  const canConfirm = listing !== undefined && (purpose === 'folder' || name.trim() !== '') && !isRefused;
  return (
    <Dialog
      title={t(titles[purpose])}
      width={560}
      onClose={() => {
        answer(undefined);
      }}
      footer={
        <>
          {purpose === 'open' || purpose === 'import' ? null : (
            <NewFolder
              listing={listing}
              onCreated={(folder) => {
                report(open(folder));
              }}
            />
          )}
          <span className="spacer" />
          <Button
            onClick={() => {
              answer(undefined);
            }}
          >
            {t({ en: 'Cancel', ja: 'キャンセル' })}
          </Button>
          {purpose === 'import' ? (
            <Button
              disabled={listing === undefined}
              onClick={() => {
                if (listing !== undefined) answer({ kind: 'folder', handle: listing.handle, name: listing.name });
              }}
            >
              {t({ en: 'Import this folder', ja: 'このフォルダをインポート' })}
            </Button>
          ) : null}
          <Button
            variant={overwrites ? 'danger' : 'primary'}
            disabled={!canConfirm}
            onClick={() => {
              report(confirm());
            }}
          >
            {overwrites ? t({ en: 'Overwrite', ja: '上書き保存' }) : t(confirmations[purpose])}
          </Button>
        </>
      }
    >
      <div className="chooser">
        <div className="chooser-path">
          <IconButton
            label={t({ en: 'Parent folder', ja: '上のフォルダ' })}
            disabled={parent === undefined}
            onClick={() => {
              if (parent !== undefined) report(open(parent.handle));
            }}
          >
            <ArrowUp size={16} />
          </IconButton>
          <nav className="ellipsis" aria-label={t({ en: 'Folder', ja: 'フォルダ' })}>
            {[...(listing?.ancestors ?? []).map(({ name: folder }) => folder), listing?.name ?? ''].join(' / ')}
          </nav>
          {listing !== undefined && listing.roots.length > 1 ? (
            <Select
              label={t({ en: 'Places', ja: '場所' })}
              value=""
              options={[
                { value: '', label: t({ en: 'Places', ja: '場所' }) },
                ...listing.roots.map((root) => ({ value: root.handle, label: root.name })),
              ]}
              onChange={(handle) => {
                if (handle !== '') report(open(handle));
              }}
            />
          ) : null}
        </div>
        <Entries
          listing={listing}
          purpose={purpose}
          selected={name}
          onFolder={(folder) => {
            report(open(folder));
          }}
          onFile={(file, isFinal) => {
            setName(file.name);
            setOverwrites(false);
            if (isFinal && purpose !== 'save') answer({ kind: 'file', handle: file.handle, name: file.name });
          }}
        />
        {purpose === 'save' ? (
          <label className="field">
            <span className="secondary">{t({ en: 'Name', ja: '名前' })}</span>
            <input
              className="input"
              value={name}
              autoFocus
              aria-invalid={isRefused}
              onChange={(event) => {
                setName(event.target.value);
                setOverwrites(false);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing && canConfirm) report(confirm());
              }}
            />
          </label>
        ) : null}
        {isRefused ? (
          <p className="field-error" role="alert">
            {t(refusedName)}
          </p>
        ) : null}
        {overwrites ? (
          <p className="field-error" role="alert">
            {t({ en: 'A file of this name exists.', ja: '同じ名前のファイルがあります。' })}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

interface EntriesProps {
  readonly listing: FolderListing | undefined;
  readonly purpose: Purpose;
  readonly selected: string;
  readonly onFolder: (folder: FolderHandle) => void;
  readonly onFile: (file: FolderEntry, isFinal: boolean) => void;
}

function Entries({ listing, purpose, selected, onFolder, onFile }: EntriesProps) {
  const t = useTranslate();
  const shown = (listing?.entries ?? []).filter((entry) => isShown(entry, purpose));
  const arrows = (event: KeyboardEvent<HTMLUListElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rows = [...event.currentTarget.querySelectorAll('button')];
    rows[rows.findIndex((row) => row === document.activeElement) + step]?.focus();
  };
  return (
    <ul className="chooser-entries" onKeyDown={arrows} aria-busy={listing === undefined}>
      {shown.map((entry) => (
        <li key={entry.handle}>
          <button
            type="button"
            className="file-row"
            aria-current={entry.kind === 'file' && entry.name === selected}
            onClick={() => {
              if (entry.kind === 'folder') onFolder(entry.handle);
              else onFile(entry, false);
            }}
            onDoubleClick={() => {
              if (entry.kind === 'file') onFile(entry, true);
            }}
          >
            {entry.kind === 'folder' ? <Folder size={16} /> : <FileText size={16} />}
            <span className="ellipsis">{entry.name}</span>
          </button>
        </li>
      ))}
      {listing !== undefined && shown.length === 0 ? (
        <li className="hint panel-empty">{t({ en: 'Nothing here.', ja: '項目がありません。' })}</li>
      ) : null}
    </ul>
  );
}

interface NewFolderProps {
  readonly listing: FolderListing | undefined;
  readonly onCreated: (folder: FolderHandle) => void;
}

function NewFolder({ listing, onCreated }: NewFolderProps) {
  const t = useTranslate();
  const [name, setName] = useState<string>();
  const create = async (): Promise<void> => {
    if (listing === undefined || name === undefined || name.trim() === '' || isNameRefused(name)) return;
    const folder = await studio.getState().host?.createFolder?.(listing.handle, name.trim());
    setName(undefined);
    if (folder !== undefined) onCreated(folder);
  };
  if (name === undefined)
    return (
      <Button
        variant="quiet"
        onClick={() => {
          setName('');
        }}
      >
        <FolderPlus size={14} />
        {t({ en: 'New folder', ja: '新しいフォルダ' })}
      </Button>
    );
  return (
    <span className="new-folder">
      <input
        className="input"
        aria-label={t({ en: 'Name of the new folder', ja: '新しいフォルダの名前' })}
        aria-invalid={isNameRefused(name)}
        title={isNameRefused(name) ? t(refusedName) : undefined}
        value={name}
        autoFocus
        onChange={(event) => {
          setName(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) report(create());
        }}
      />
      <Button
        disabled={name.trim() === '' || isNameRefused(name)}
        onClick={() => {
          report(create());
        }}
      >
        {t({ en: 'Create', ja: '作成' })}
      </Button>
    </span>
  );
}
