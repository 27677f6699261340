import { Printer, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { rank } from '../../model/fold.js';
import { translate, type Localized } from '../../model/localized.js';
import { gestures } from '../help/gestures.js';
import { allCommands, sections } from '../studio/commands/index.js';
import { closeDialog, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Keys, useWorkingKeys } from '../ui/keys.js';

interface Shortcut {
  readonly label: Localized;
  readonly keys: readonly string[];
}

const sectionIds = Object.keys(sections).filter((key): key is keyof typeof sections => Object.hasOwn(sections, key));

/** Commands with their keys, and the gestures that are none, by section. */
const shortcutsOf = (section: keyof typeof sections): readonly Shortcut[] => [
  ...allCommands.flatMap((command) =>
    command.section === section && command.keys !== undefined ? [{ label: command.label, keys: command.keys }] : [],
  ),
  ...gestures.filter((gesture) => gesture.section === section),
];

/** Every key of the app: commands and what hands do on the canvas. Found by name or by key, printed on one page. */
export function ShortcutsDialog() {
  const t = useTranslate();
  const [query, setQuery] = useState('');
  const groups = useMemo(
    () =>
      sectionIds
        .map((section) => ({
          section,
          shortcuts: shortcutsOf(section).filter(
            ({ label, keys }) =>
              query.trim() === '' ||
              rank(query, [translate(label, 'en'), translate(label, 'ja'), keys.join(' ').replaceAll('+', ' ')]) !==
                undefined,
          ),
        }))
        .filter(({ shortcuts }) => shortcuts.length > 0),
    [query],
  );
  const label = t({ en: 'Find a shortcut', ja: 'ショートカットを検索' });
  return (
    <Dialog title={t({ en: 'Keyboard shortcuts', ja: 'キーボードショートカット' })} width={760} onClose={closeDialog}>
      <div className="shortcuts-bar">
        <label className="input palette-search">
          <Search size={16} />
          <span className="visually-hidden">{label}</span>
          <input
            type="text"
            role="searchbox"
            autoFocus
            value={query}
            placeholder={label}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
        </label>
        <Button
          variant="quiet"
          onClick={() => {
            window.print();
          }}
        >
          <Printer size={14} />
          {t({ en: 'Print', ja: '印刷' })}
        </Button>
      </div>
      <div className="shortcuts">
        {groups.map(({ section, shortcuts }) => (
          <section key={section}>
            <h3 className="secondary">{t(sections[section])}</h3>
            <dl>
              {shortcuts.map((shortcut, index) => (
                <div key={index}>
                  <dt>{t(shortcut.label)}</dt>
                  <dd>
                    <AllKeys keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 ? (
          <p className="hint">{t({ en: 'Nothing found.', ja: '見つかりませんでした。' })}</p>
        ) : null}
      </div>
    </Dialog>
  );
}

function AllKeys({ keys }: { readonly keys: readonly string[] }) {
  return useWorkingKeys(keys).map((combination) => <Keys key={combination} combination={combination} />);
}
