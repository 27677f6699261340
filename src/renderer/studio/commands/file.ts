import { isUnsaved, studio, type StudioState } from '../studio.js';
import { openDocuments, stepDocument } from '../documents.js';
import { closeDesign, newDesign, openFile, report, save, saveAll, saveAs, startImport } from '../files.js';
import { always, inEditor, type StudioCommand } from './define.js';

const isAnyUnsaved = (state: StudioState): boolean => openDocuments(state).some(isUnsaved);
const hasSeveral = ({ documents, screen }: StudioState): boolean => screen === 'editor' && documents.length > 1;

/** Files: new, open, save, close, compare, export. */
export const fileCommands = {
  newDesign: {
    id: 'new',
    section: 'file',
    label: { en: 'New design', ja: '新しい設計' },
    keys: ['Mod+N', 'Mod+Alt+N'],
    enabled: always,
    run: () => {
      report(newDesign());
    },
  },
  open: {
    id: 'open',
    section: 'file',
    label: { en: 'Open…', ja: '開く…' },
    keys: ['Mod+O'],
    enabled: always,
    run: () => {
      report(openFile());
    },
  },
  template: {
    id: 'open-template',
    section: 'file',
    label: { en: 'Open a template…', ja: 'テンプレートを開く…' },
    enabled: always,
    run: () => {
      studio.setState({ dialog: { kind: 'templates' } });
    },
  },
  import: {
    id: 'import',
    section: 'file',
    label: { en: 'Import…', ja: 'インポート…' },
    keys: ['Mod+I'],
    enabled: always,
    run: () => {
      report(startImport());
    },
  },
  save: {
    id: 'save',
    section: 'file',
    label: { en: 'Save', ja: '保存' },
    keys: ['Mod+S'],
    enabled: inEditor,
    run: () => {
      report(save());
    },
  },
  saveAs: {
    id: 'save-as',
    section: 'file',
    label: { en: 'Save as…', ja: '名前を付けて保存…' },
    keys: ['Mod+Shift+S'],
    enabled: inEditor,
    run: () => {
      report(saveAs());
    },
  },
  saveAll: {
    id: 'save-all',
    section: 'file',
    label: { en: 'Save all', ja: 'すべて保存' },
    keys: ['Mod+Alt+S'],
    enabled: isAnyUnsaved,
    run: () => {
      report(saveAll());
    },
  },
  autosave: {
    id: 'autosave',
    section: 'file',
    label: { en: 'Turn autosave on or off', ja: '自動保存のオン/オフ' },
    // A guest has no files: each save is a download.
    enabled: ({ hostInfo }) => hostInfo?.kind !== 'guest',
    run: () => {
      studio.setState(({ autosave }) => ({ autosave: !autosave }));
    },
  },
  compare: {
    id: 'compare',
    section: 'file',
    label: { en: 'Compare with…', ja: '比較…' },
    keys: ['Mod+Alt+D'],
    enabled: inEditor,
    run: () => {
      studio.setState({ dialog: { kind: 'compare', before: undefined } });
    },
  },
  export: {
    id: 'export',
    section: 'file',
    label: { en: 'Export CDK project…', ja: 'CDK プロジェクトをエクスポート…' },
    keys: ['Mod+E'],
    enabled: inEditor,
    run: () => {
      studio.setState({ dialog: { kind: 'export' } });
    },
  },
  compareExport: {
    id: 'compare-export',
    section: 'file',
    label: { en: 'Compare with the last export…', ja: '前回のエクスポートと比較…' },
    enabled: inEditor,
    run: () => {
      studio.setState({ dialog: { kind: 'export' } });
    },
  },
  close: {
    id: 'close',
    section: 'file',
    label: { en: 'Close design', ja: '設計を閉じる' },
    keys: ['Alt+W'],
    enabled: inEditor,
    run: () => {
      report(closeDesign());
    },
  },
  nextDesign: {
    id: 'next-design',
    section: 'file',
    label: { en: 'Next design', ja: '次の設計' },
    keys: ['Alt+PageDown'],
    enabled: hasSeveral,
    run: () => {
      stepDocument(1);
    },
  },
  previousDesign: {
    id: 'previous-design',
    section: 'file',
    label: { en: 'Previous design', ja: '前の設計' },
    keys: ['Alt+PageUp'],
    enabled: hasSeveral,
    run: () => {
      stepDocument(-1);
    },
  },
} as const satisfies Readonly<Record<string, StudioCommand>>;
