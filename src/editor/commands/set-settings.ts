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
  const region = Object.hasOwn(changes, 'region') ? changes.region : settings.region;
  const profile = Object.hasOwn(changes, 'profile') ? changes.profile : settings.profile;
  const { region: _region, profile: _profile, ...rest } = settings;
  return {
    ...rest,
    name: changes.name ?? settings.name,
    handlerLanguage: changes.handlerLanguage ?? settings.handlerLanguage,
    runtime: changes.runtime ?? settings.runtime,
    tags: changes.tags ?? settings.tags,
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
  };
}
