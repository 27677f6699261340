import { ChevronRight, CircleHelp, Languages, Monitor, Moon, Package, Redo2, Search, Sun, Undo2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { lookup } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import { appCommands } from '../studio/commands/index.js';
import { documentName, isUnsaved, studio, useStudio, useTranslate, type Theme } from '../studio/studio.js';
import { showStart } from '../studio/documents.js';
import { closeWorkflow } from '../studio/open-workflow.js';
import { Button, IconButton, Tip } from '../ui/button.js';
import { MenuButton } from '../ui/menu-button.js';
import { Keys } from '../ui/keys.js';
import { FileMenu } from './file-menu.js';
import { titleBar } from './landmark.js';
import './title-bar.css';

const themes: readonly { readonly theme: Theme; readonly label: Localized; readonly icon: typeof Sun }[] = [
  { theme: 'light', label: { en: 'Light', ja: 'ライト' }, icon: Sun },
  { theme: 'dark', label: { en: 'Dark', ja: 'ダーク' }, icon: Moon },
  { theme: 'system', label: { en: 'System', ja: 'システム' }, icon: Monitor },
];

/** Name, history, place, search, language, theme, Export. */
export function TitleBar() {
  const inEditor = useStudio((state) => state.screen === 'editor');
  const t = useTranslate();
  return (
    <header className="title-bar" data-panel="title-bar">
      <div className="title-bar-side">
        <Tip label={t({ en: 'Start screen', ja: 'スタート画面' })}>
          <button
            type="button"
            className="logo"
            aria-label={t({ en: 'Start screen', ja: 'スタート画面' })}
            onClick={showStart}
          >
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
              <rect width="20" height="20" rx="5" fill="#2b5fde" />
              <path
                d="M6 15v-4.5A3.5 3.5 0 0 1 9.5 7H14"
                fill="none"
                stroke="#fff"
                strokeWidth="2"
                strokeLinecap="round"
              />
              <path
                d="m11.5 4 3 3-3 3"
                fill="none"
                stroke="#fff"
                strokeWidth="2"
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
          </button>
        </Tip>
        {inEditor ? <Document /> : <strong className="product-name">Servicefull Studio</strong>}
      </div>
      <CommandField />
      <div className="title-bar-side title-bar-end">
        <LanguageSwitch />
        <ThemeSwitch />
        <IconButton label={t(appCommands.shortcuts.label)} keys="?" onClick={appCommands.shortcuts.run}>
          <CircleHelp size={16} />
        </IconButton>
        {inEditor ? (
          <Tip label={t(appCommands.export.label)} keys={appCommands.export.keys[0]}>
            <Button variant="primary" onClick={appCommands.export.run}>
              <Package size={14} />
              {t({ en: 'Export', ja: 'エクスポート' })}
            </Button>
          </Tip>
        ) : null}
      </div>
    </header>
  );
}

function Document() {
  const name = useStudio(documentName);
  const unsaved = useStudio(isUnsaved);
  const t = useTranslate();
  return (
    <>
      <h1 className="visually-hidden">{name}</h1>
      <FileMenu>
        <span className="file-name ellipsis">{name}</span>
        {unsaved ? <span className="unsaved-dot" role="img" aria-label={t({ en: 'Unsaved', ja: '未保存' })} /> : null}
      </FileMenu>
      <span className="title-bar-line" />
      <History />
      <span className="title-bar-line" />
      <Breadcrumb />
    </>
  );
}

/** Where one is: the system, or a state machine in it with the context that it belongs to. */
function Breadcrumb() {
  const t = useTranslate();
  const node = useStudio(({ workflow, design }) => workflow && lookup(design.nodes, workflow.node));
  const context = useStudio(({ design }) =>
    node?.context === undefined ? undefined : lookup(design.contexts, node.context)?.label,
  );
  const system = t({ en: 'System', ja: 'システム' });
  return (
    <nav aria-label={t({ en: 'Breadcrumb', ja: 'パンくずリスト' })} className="breadcrumb">
      {node === undefined ? (
        <span aria-current="page">{system}</span>
      ) : (
        <>
          <button type="button" className="breadcrumb-link" onClick={closeWorkflow}>
            {system}
          </button>
          <ChevronRight size={12} aria-hidden="true" />
          {context === undefined ? null : (
            <>
              <span className="breadcrumb-context ellipsis">{context}</span>
              <ChevronRight size={12} aria-hidden="true" />
            </>
          )}
          <span aria-current="page" className="ellipsis">
            {node.label}
          </span>
        </>
      )}
    </nav>
  );
}

function History() {
  const history = useStudio((state) => state.history);
  const t = useTranslate();
  const words = (command: Localized, step: Localized | undefined): string =>
    step === undefined ? t(command) : t({ en: '{command}: {step}', ja: '{command}: {step}' }, { command, step });
  return (
    <>
      <IconButton
        label={words(appCommands.undo.label, history.undo)}
        keys={appCommands.undo.keys[0]}
        aria-disabled={history.undo === undefined}
        onClick={appCommands.undo.run}
      >
        <Undo2 size={16} />
      </IconButton>
      <IconButton
        label={words(appCommands.redo.label, history.redo)}
        keys={appCommands.redo.keys[0]}
        aria-disabled={history.redo === undefined}
        onClick={appCommands.redo.run}
      >
        <Redo2 size={16} />
      </IconButton>
    </>
  );
}

function CommandField() {
  const t = useTranslate();
  return (
    <button type="button" className="command-field" onClick={appCommands.commands.run}>
      <Search size={16} />
      <span className="ellipsis">{t(appCommands.commands.label)}</span>
      <Keys combination="Mod+K" />
    </button>
  );
}

function LanguageSwitch() {
  const language = useStudio((state) => state.language);
  const other = language === 'en' ? 'ja' : 'en';
  return (
    <Tip label={other === 'ja' ? '日本語で表示' : 'Switch to English'}>
      <Button
        variant="quiet"
        aria-label={language === 'en' ? 'EN: 日本語で表示' : 'JA: Switch to English'}
        onClick={() => {
          studio.setState({ language: other });
        }}
      >
        <Languages size={16} />
        {language === 'en' ? 'EN' : 'JA'}
      </Button>
    </Tip>
  );
}

function ThemeSwitch() {
  const theme = useStudio((state) => state.theme);
  const t = useTranslate();
  const Icon = themes.find((entry) => entry.theme === theme)?.icon ?? Monitor;
  const label = t({ en: 'Theme', ja: 'テーマ' });
  return (
    <MenuButton label={label} icon={<Icon size={16} />} modal={false} container={titleBar()}>
      <DropdownMenu.RadioGroup value={theme}>
        {themes.map(({ theme: value, label: words, icon: ItemIcon }) => (
          <DropdownMenu.RadioItem
            key={value}
            value={value}
            className="menu-item"
            onSelect={() => {
              studio.setState({ theme: value });
            }}
          >
            <ItemIcon size={14} />
            {t(words)}
            <DropdownMenu.ItemIndicator className="menu-check">✓</DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </MenuButton>
  );
}
