import { useEffect, useState } from 'react';
import { sameInEveryLanguage } from '../../model/localized.js';
import { parseDesign } from '../../model/parse.js';
import { Comparison } from '../compare/comparison.js';
import { chooseFile } from '../studio/choosers.js';
import type { ComparedVersion } from '../studio/dialogs.js';
import { openDocuments } from '../studio/documents.js';
import { report } from '../studio/files.js';
import { withPositions } from '../studio/positions.js';
import { closeDialog, documentName, studio, toast, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Select } from '../ui/select.js';

/** The design on screen beside another version: as it was saved, as it is on disk, another open one, or any file. */
export function CompareDialog({ before }: { readonly before: ComparedVersion | undefined }) {
  const t = useTranslate();
  const design = useStudio((state) => state.design);
  const name = useStudio(documentName);
  const versions = useVersions();
  const [chosen, setChosen] = useState('');
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  const shown = before ?? version;
  const chooseOther = async (): Promise<void> => {
    const other = await readChosen();
    if (other !== undefined) studio.setState({ dialog: { kind: 'compare', before: other } });
  };
  return (
    <Dialog
      title={t({ en: 'Compare versions', ja: 'バージョンの比較' })}
      width={1240}
      onClose={closeDialog}
      footer={
        <Button variant="primary" onClick={closeDialog}>
          {t({ en: 'Close', ja: '閉じる' })}
        </Button>
      }
    >
      <div className="compare-source">
        {versions.length + (before === undefined ? 0 : 1) === 0 ? null : (
          <Select
            label={t({ en: 'Compare with', ja: '比較の対象' })}
            value={before === undefined ? (version?.id ?? '') : 'file'}
            options={[
              ...versions.map((version) => ({ value: version.id, label: t(version.name) })),
              ...(before === undefined ? [] : [{ value: 'file', label: t(before.name) }]),
            ]}
            onChange={(id) => {
              setChosen(id);
              if (before !== undefined && id !== 'file')
                studio.setState({ dialog: { kind: 'compare', before: undefined } });
            }}
          />
        )}
        <Button
          onClick={() => {
            report(chooseOther());
          }}
        >
          {t({ en: 'Choose a file…', ja: 'ファイルを選択…' })}
        </Button>
      </div>
      {shown === undefined ? (
        <p className="hint panel-empty">
          {t({
            en: 'Choose the file to compare this design with.',
            ja: 'この設計と比較するファイルを選択してください。',
          })}
        </p>
      ) : (
        <Comparison before={shown.design} after={design} beforeName={t(shown.name)} afterName={name} />
      )}
    </Dialog>
  );
}

interface Version extends ComparedVersion {
  readonly id: string;
}

/** Versions that are at hand without asking. */
function useVersions(): readonly Version[] {
  const [versions, setVersions] = useState<readonly Version[]>([]);
  useEffect(() => {
    report(versionsOf().then(setVersions));
  }, []);
  return versions;
}

async function versionsOf(): Promise<readonly Version[]> {
  const state = studio.getState();
  const { file, host } = state;
  const saved = file.savedText === undefined ? undefined : parseDesign(file.savedText).design;
  const disk = file.handle === undefined ? undefined : await host?.read(file.handle).catch(() => undefined);
  const onDisk =
    disk?.status === 'read' && disk.file.text !== file.savedText ? parseDesign(disk.file.text).design : undefined;
  const others = openDocuments(state).filter((document) => document.file.document !== file.document);
  return [
    ...(onDisk === undefined
      ? []
      : [
          {
            id: 'disk',
            name: { en: 'Version on disk', ja: 'ディスク上のバージョン' },
            design: await withPositions(onDisk),
          },
        ]),
    ...(saved === undefined
      ? []
      : [
          {
            id: 'saved',
            name: { en: 'Last saved', ja: '最後に保存したバージョン' },
            design: await withPositions(saved),
          },
        ]),
    ...others.map((document) => ({
      id: document.file.document,
      name: sameInEveryLanguage(documentName(document)),
      design: document.design,
    })),
  ];
}

/** A file that the person chooses, read as a design; what cannot be read is told. */
async function readChosen(): Promise<ComparedVersion | undefined> {
  const handle = await chooseFile();
  if (handle === undefined) return undefined;
  const result = await studio.getState().host?.read(handle);
  const name = result?.status === 'read' ? result.file.name : (result?.name ?? '');
  const design = result?.status === 'read' ? parseDesign(result.file.text, { file: name }).design : undefined;
  if (design === undefined) {
    toast(
      { en: '"{name}" cannot be read as a design.', ja: '「{name}」を設計として読み込めません。' },
      { facts: { name }, tone: 'danger' },
    );
    return undefined;
  }
  return { name: sameInEveryLanguage(name), design: await withPositions(design) };
}
