import { newDesign, openFile, report, save, saveAs } from '../files.js';
import { studio } from '../studio.js';
import { always, inEditor, type StudioCommand } from './define.js';

/** Files: new, open, save, export. */
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
} as const satisfies Readonly<Record<string, StudioCommand>>;
