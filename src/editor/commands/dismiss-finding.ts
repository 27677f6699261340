import type { Decision } from '../../model/design.js';
import { defineCommand } from '../define.js';

/** Sets a suggestion aside, with the reason; saved with the design. */
export const dismissFinding = defineCommand<Decision>({
  id: 'dismiss-finding',
  label: { en: 'Dismiss suggestion', ja: '提案を却下' },
  enabled: () => true,
  run: ({ design, selection }, { rule, fingerprint, reason }) => ({
    state: {
      design: {
        ...design,
        decisions: [
          ...design.decisions.filter((decision) => decision.fingerprint !== fingerprint || decision.rule !== rule),
          { rule, fingerprint, reason },
        ],
      },
      selection,
    },
    undo: 'step',
  }),
});
