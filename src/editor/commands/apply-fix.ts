import { translate } from '../../model/localized.js';
import { defineCommand } from '../define.js';
import type { Fix } from '../fixes/define.js';
import { placeNew } from '../place-new.js';

/** Mends a problem as one step; what the fix adds is put beside what it relates to. */
export const applyFix = defineCommand<{ readonly fix: Fix }>({
  id: 'apply-fix',
  label: { en: 'Fix the problem', ja: '問題を修正' },
  enabled: () => true,
  run: ({ design, selection }, { fix }) => ({
    state: { design: placeNew(design, fix.apply(design)), selection },
    undo: 'step',
    name: { en: translate(fix.label, 'en', fix.facts), ja: translate(fix.label, 'ja', fix.facts) },
  }),
});
