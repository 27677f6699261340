import { studio } from '../studio.js';
import { inEditor, type StudioCommand } from './define.js';

/** Drawings and documents for others: as a file, on the clipboard, on paper. */
export const pictureCommands = {
  exportPicture: {
    id: 'export-picture',
    section: 'file',
    label: { en: 'Export picture…', ja: '図をエクスポート…' },
    keys: ['Mod+Shift+E'],
    enabled: inEditor,
    run: () => {
      studio.setState({ dialog: { kind: 'picture' } });
    },
  },
  exportDocument: {
    id: 'export-document',
    section: 'file',
    label: { en: 'Export review document…', ja: 'レビュー文書をエクスポート…' },
    enabled: inEditor,
    run: () => {
      studio.setState({ dialog: { kind: 'document' } });
    },
  },
  print: {
    id: 'print',
    section: 'file',
    label: { en: 'Print…', ja: '印刷…' },
    keys: ['Mod+P'],
    enabled: inEditor,
    run: () => {
      studio.setState({ dialog: { kind: 'print' } });
    },
  },
} as const satisfies Readonly<Record<string, StudioCommand>>;
