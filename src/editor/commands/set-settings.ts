import type { Settings } from '../../model/design.js';
import { defineCommand } from '../define.js';

/** Values to set; undefined takes an optional one away. */
export type SettingsChanges = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/** Changes the settings of the design. Typing in one field is one step. */
export const setSettings = defineCommand<SettingsChanges>({
  id: 'set-settings',
  label: { en: 'Change the design settings', ja: '設計の設定を変更' },
  enabled: () => true,
  run: ({ design, selection }, changes) => ({
    state: { design: { ...design, settings: changedSettings(design.settings, changes) }, selection },
    undo: 'merge',
    gesture: `settings:${Object.keys(changes).join(',')}`,
  }),
});

function changedSettings(settings: Settings, changes: SettingsChanges): Settings {
  const { name, handlerLanguage, runtime, tags, ...optional } = { ...settings, ...changes };
  return {
    // What was taken away leaves no key behind.
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Settings>),
    name: name ?? settings.name,
    handlerLanguage: handlerLanguage ?? settings.handlerLanguage,
    runtime: runtime ?? settings.runtime,
    tags: tags ?? settings.tags,
  };
}
