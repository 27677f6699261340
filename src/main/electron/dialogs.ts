import { dialog, type BrowserWindow } from 'electron';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { checkName } from '../host/folder-chooser.js';
import type { Dialogs } from '../host/node-host.js';

const designFiles: Localized = { en: 'Designs', ja: '設計ファイル' };
const pictures: Localized = { en: 'Pictures with a design in them', ja: '設計を含む図' };
const templates: Localized = { en: 'Templates and definitions', ja: 'テンプレートと定義' };
const importHere: Localized = { en: 'Import', ja: 'インポート' };
const exportFolder: Localized = { en: 'Export here', ja: 'ここにエクスポート' };

/** The system's dialogs for a window. */
export function createDialogs(windowOf: () => BrowserWindow, language: Language): Dialogs {
  const filters = [
    { name: translate(designFiles, language), extensions: ['yaml', 'yml'] },
    // They can hold the design that they were drawn from.
    { name: translate(pictures, language), extensions: ['drawio', 'svg', 'html'] },
  ];
  return {
    chooseFile: async () => {
      const { filePaths } = await dialog.showOpenDialog(windowOf(), { properties: ['openFile'], filters });
      return filePaths[0];
    },
    chooseSaveTarget: async (suggestedName) => {
      const extension = /\.([a-z]+)$/i.exec(suggestedName)?.[1];
      const isDesign = extension === undefined || /^ya?ml$/i.test(extension);
      const { canceled, filePath } = await dialog.showSaveDialog(windowOf(), {
        defaultPath: checkName(suggestedName),
        filters: isDesign ? filters.slice(0, 1) : [{ name: extension.toUpperCase(), extensions: [extension] }],
      });
      return canceled || filePath === '' ? undefined : filePath;
    },
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(windowOf(), {
        properties: ['openDirectory', 'createDirectory'],
        buttonLabel: translate(exportFolder, language),
      });
      return filePaths[0];
    },
    chooseSources: async (kind) => {
      const { filePaths } = await dialog.showOpenDialog(windowOf(), {
        properties: [kind === 'folder' ? 'openDirectory' : 'openFile'],
        buttonLabel: translate(importHere, language),
        ...(kind === 'folder'
          ? {}
          : {
              filters: [
                { name: translate(templates, language), extensions: ['yaml', 'yml', 'json', 'template', 'asl'] },
              ],
            }),
      });
      return filePaths[0];
    },
  };
}
