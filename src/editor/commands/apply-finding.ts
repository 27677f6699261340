import type { Design } from '../../model/design.js';
import type { Facts, Localized } from '../../model/localized.js';
import { translate } from '../../model/localized.js';
import { defineCommand, emptySelection } from '../define.js';
import { placeNew } from '../place-new.js';

export interface ApplyFindingArgs {
  /** The design with the finding acted on, made from the present one. */
  readonly after: Design;
  readonly title: Localized;
  readonly facts?: Facts;
}

/** Applies a suggestion as one step; what it adds is put beside what it relates to and selected. */
export const applyFinding = defineCommand<ApplyFindingArgs>({
  id: 'apply-finding',
  label: { en: 'Apply suggestion', ja: '提案を適用' },
  enabled: () => true,
  run: ({ design }, { after, title, facts }) => {
    const added = Object.keys(after.nodes).filter((id) => !Object.hasOwn(design.nodes, id));
    return {
      state: {
        design: placeNew(design, after),
        selection: { ...emptySelection, nodes: new Set(added) },
      },
      undo: 'step',
      name: {
        en: `Apply suggestion (${translate(title, 'en', facts)})`,
        ja: `提案を適用 (${translate(title, 'ja', facts)})`,
      },
    };
  },
});
