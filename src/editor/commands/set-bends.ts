import type { Point } from '../../model/design.js';
import { lookup } from '../../model/design.js';
import { systemOf } from '../../system/resolve.js';
import { defineCommand } from '../define.js';

export interface SetBendsArgs {
  /** Id of a drawn connection, or of one that follows from a Task state or a field. */
  readonly connection: string;
  readonly bends: readonly Point[];
  /** Bends with one gesture are one step: a drag. */
  readonly gesture?: string;
}

/** Leads a line through points; without any it finds its own way. */
export const setBends = defineCommand<SetBendsArgs>({
  id: 'set-bends',
  label: { en: 'Reroute the connection', ja: '接続の経路を変更' },
  enabled: () => true,
  run: ({ design, selection }, { connection, bends, gesture }) => {
    const { [connection]: before, ...others } = design.layout.bends;
    const isKnown =
      lookup(design.connections, connection) !== undefined || systemOf(design).connections.has(connection);
    if (!isKnown || JSON.stringify(before ?? []) === JSON.stringify(bends))
      return { state: { design, selection }, undo: 'none' };
    const changed =
      bends.length === 0 ? others : { ...design.layout.bends, [connection]: bends.map(({ x, y }) => ({ x, y })) };
    return {
      state: { design: { ...design, layout: { ...design.layout, bends: changed } }, selection },
      ...(gesture === undefined ? { undo: 'step' } : { undo: 'merge', gesture }),
    };
  },
});
