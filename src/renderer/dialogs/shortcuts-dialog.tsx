import { allCommands, sections } from '../studio/commands/index.js';
import { closeDialog, useTranslate } from '../studio/studio.js';
import { Dialog } from '../ui/dialog.js';
import { Keys, useWorkingKeys } from '../ui/keys.js';

/** Every command that has keys, and its keys. */
export function ShortcutsDialog() {
  const t = useTranslate();
  return (
    <Dialog title={t({ en: 'Keyboard shortcuts', ja: 'キーボードショートカット' })} width={640} onClose={closeDialog}>
      <div className="shortcuts">
        {Object.entries(sections).map(([section, heading]) => (
          <section key={section}>
            <h3 className="secondary">{t(heading)}</h3>
            <dl>
              {allCommands
                .filter((command) => command.section === section && command.keys !== undefined)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{t(command.label)}</dt>
                    <dd>
                      <AllKeys keys={command.keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function AllKeys({ keys }: { readonly keys: readonly string[] | undefined }) {
  return useWorkingKeys(keys).map((combination) => <Keys key={combination} combination={combination} />);
}
