import { dialog, type BrowserWindow } from 'electron';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { checkName } from '../host/folder-chooser.js';
import type { Dialogs } from '../host/node-host.js';

const designFiles: Localized = { en: 'Designs', ja: '設計ファイル' };
const exportFolder: Localized = { en: 'Export here', ja: 'ここにエクスポート' };

/** The system's dialogs for a window. */
export function createDialogs(windowOf: () => BrowserWindow, language: Language): Dialogs {
  const filters = [{ name: translate(designFiles, language), extensions: ['yaml', 'yml'] }];
  return {
    chooseFile: async () => {
      const { filePaths } = await dialog.showOpenDialog(windowOf(), { properties: ['openFile'], filters });
      return filePaths[0];
    },
    chooseSaveTarget: async (suggestedName) => {
      const { canceled, filePath } = await dialog.showSaveDialog(windowOf(), {
        defaultPath: checkName(suggestedName),
        filters,
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
  };
}
