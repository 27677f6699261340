import { defineCommand } from '../../editor/define.js';
import type { Design } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';

export interface ReplaceDesignArgs {
  readonly design: Design;
  /** What led to it, as the name of the undo step. */
  readonly name: Localized;
}

/** Takes over a whole design, such as the version on disk, as one step that can be undone. */
export const replaceDesign = defineCommand<ReplaceDesignArgs>({
  id: 'replace-design',
  label: { en: 'Take over another version', ja: '別のバージョンの取り込み' },
  enabled: () => true,
  run: ({ selection }, { design, name }) => ({ state: { design, selection }, undo: 'step', name }),
});
