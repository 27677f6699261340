import { defineCommand } from '../define.js';

/** Brings a dismissed suggestion back. */
export const restoreFinding = defineCommand<{ readonly rule: string; readonly fingerprint: string }>({
  id: 'restore-finding',
  label: { en: 'Restore suggestion', ja: '提案を復元' },
  enabled: () => true,
  run: ({ design, selection }, { rule, fingerprint }) => {
    const kept = design.decisions.filter((decision) => decision.rule !== rule || decision.fingerprint !== fingerprint);
    return {
      state: { design: kept.length === design.decisions.length ? design : { ...design, decisions: kept }, selection },
      undo: 'step',
    };
  },
});
