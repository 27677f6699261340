import type { Localized } from '../../../model/localized.js';
import type { StudioState } from '../studio.js';

export const sections = {
  file: { en: 'File', ja: 'ファイル' },
  edit: { en: 'Edit', ja: '編集' },
  workflow: { en: 'Workflow', ja: 'ワークフロー' },
  view: { en: 'View', ja: '表示' },
  help: { en: 'Help', ja: 'ヘルプ' },
} as const satisfies Record<string, Localized>;

/** Something to do, whichever way it is asked for: button, menu, key, command palette, test. */
export interface StudioCommand {
  readonly id: string;
  readonly section: keyof typeof sections;
  readonly label: Localized;
  /** As in CommandDefinition of the editor; the first one is shown. */
  readonly keys?: readonly string[];
  /** The system hears its keys itself and tells the app what they mean: copy, cut, paste. */
  readonly hasSystemKeys?: boolean;
  readonly enabled: (state: StudioState) => boolean;
  readonly run: () => void;
}

export const always = (): boolean => true;
/** On the canvas of the system, where nodes and connections are. */
export const inSystem = (state: StudioState): boolean => inEditor(state) && state.workflow === undefined;
export const inEditor = ({ screen }: StudioState): boolean => screen === 'editor';
