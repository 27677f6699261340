import type { Host, MenuSection } from '../../host/host.js';
import { translate, type Language } from '../../model/localized.js';
import { allCommands, sections } from './commands/index.js';
import { report } from './files.js';
import { studio, type StudioState } from './studio.js';

/** The commands of the app as the system's menu shows them, in one language. */
export function menuOf(state: StudioState, language: Language): readonly MenuSection[] {
  const ids = Object.keys(sections) as (keyof typeof sections)[];
  return ids.map((id) => ({
    id,
    label: translate(sections[id], language),
    items: allCommands
      // The menu of the system has items of its own for those.
      .filter(({ section, hasSystemKeys }) => section === id && hasSystemKeys !== true)
      .map(({ id: command, label, keys, enabled }) => ({
        id: command,
        label: translate(label, language),
        ...(keys?.[0] === undefined ? {} : { keys: keys[0] }),
        enabled: enabled(state),
      })),
  }));
}

/** Long enough for a burst of edits, short enough for whoever opens the menu next. */
const delayMilliseconds = 200;

/** Keeps menu and frame of a desktop window in step with the app, and runs what is chosen there. Elsewhere: nothing. */
export function startDesktop(host: Host): void {
  if (host.setMenu !== undefined) keepMenu(host.setMenu.bind(host));
  if (host.setAppearance !== undefined) keepAppearance(host.setAppearance.bind(host));
  if (host.nextCommand !== undefined) report(obeyMenu(host.nextCommand.bind(host)));
}

function keepMenu(setMenu: NonNullable<Host['setMenu']>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';
  const show = (): void => {
    timer = undefined;
    const state = studio.getState();
    const menu = menuOf(state, state.language);
    const text = JSON.stringify(menu);
    if (text === shown) return;
    shown = text;
    report(setMenu(menu));
  };
  studio.subscribe(() => {
    timer ??= setTimeout(show, delayMilliseconds);
  });
  show();
}

function keepAppearance(setAppearance: NonNullable<Host['setAppearance']>): void {
  // The title bar is the window's: it leaves room for the system's buttons, and the window moves by it.
  document.documentElement.dataset['frame'] = 'own';
  const show = (): void => {
    // After the style sheet has followed the theme.
    requestAnimationFrame(() => {
      const style = getComputedStyle(document.documentElement);
      const colour = (name: string): string => style.getPropertyValue(name).trim();
      const { theme } = studio.getState();
      report(setAppearance({ theme, background: colour('--surface'), foreground: colour('--text') }));
    });
  };
  studio.subscribe((state, before) => {
    if (state.theme !== before.theme || state.darkSystem !== before.darkSystem) show();
  });
  show();
}

async function obeyMenu(nextCommand: NonNullable<Host['nextCommand']>): Promise<never> {
  for (;;) {
    const id = await nextCommand();
    const state = studio.getState();
    const command = allCommands.find((one) => one.id === id);
    // One that fails is reported; the menu goes on.
    if (command !== undefined && state.dialog === undefined && command.enabled(state))
      report(Promise.resolve().then(command.run));
  }
}
