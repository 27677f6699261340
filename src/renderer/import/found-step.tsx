import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { SourceFiles } from '../../host/source-files.js';
import { report } from '../studio/files.js';
import { closeDialog, documentName, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Tabs } from '../ui/tabs.js';
import { insertFound, openFound, updateWithFound } from './finish-import.js';
import { FoundRows } from './found-rows-view.js';
import { countOf, foundGroups, foundLists, type FoundList } from './found-rows.js';
import type { Found, FoundPlace } from './import-protocol.js';
import { chooseImport } from './run-import.js';
import { SourceExcerpt } from './source-excerpt.js';

const listWords = {
  changes: { en: 'Changes', ja: '変更' },
  nodes: { en: 'Nodes', ja: 'ノード' },
  connections: { en: 'Connections', ja: '接続' },
  contexts: { en: 'Contexts', ja: 'コンテキスト' },
  folded: { en: 'Supporting resources', ja: '補助リソース' },
  troubles: { en: 'Unclear', ja: '確認が必要' },
} as const;

const emptyWords = {
  changes: { en: 'Nothing has changed since the last import.', ja: '前回のインポートから変更はありません。' },
  nodes: { en: 'No nodes.', ja: 'ノードはありません。' },
  connections: { en: 'No connections.', ja: '接続はありません。' },
  contexts: {
    en: 'One template gives no contexts. Nested stacks and folders do.',
    ja: 'テンプレートが 1 つの場合、コンテキストは作成されません。ネストされたスタックやフォルダから作成されます。',
  },
  folded: { en: 'No supporting resources.', ja: '補助リソースはありません。' },
  troubles: { en: 'Everything was read and resolved.', ja: 'すべて読み込み、参照を解決しました。' },
} as const;

interface FoundStepProps {
  readonly name: string;
  readonly sources: SourceFiles;
  readonly found: Found;
}

/** What was understood, before anything is done with it. */
export function FoundStep({ name, sources, found }: FoundStepProps) {
  const t = useTranslate();
  const language = useStudio((state) => state.language);
  const nodes = countOf(found, 'nodes');
  const [list, setList] = useState<FoundList>(
    found.update !== undefined ? 'changes' : nodes === 0 ? 'troubles' : 'nodes',
  );
  const [filter, setFilter] = useState('');
  const [place, setPlace] = useState<FoundPlace>();
  const groups = useMemo(() => foundGroups(found, list, filter, language), [found, list, filter, language]);
  const lists = foundLists.filter((one) => one !== 'changes' || found.update !== undefined);
  const text = place === undefined ? undefined : sources.files.find(({ path }) => path === place.file)?.text;
  return (
    <Dialog
      title={t({ en: 'Import "{name}"', ja: '「{name}」のインポート' }, { name })}
      description={describe(found, nodes, t)}
      width={place === undefined ? 860 : 1240}
      onClose={closeDialog}
      footer={<Actions found={found} name={name} isEmpty={nodes === 0} />}
    >
      <div className="import-bar">
        <Tabs<FoundList>
          label={t({ en: 'What was found', ja: '検出した項目' })}
          name="import"
          selected={list}
          onSelect={setList}
          tabs={lists.map((one) => ({
            id: one,
            label: (
              <>
                {t(listWords[one])}
                <span className="count">{countOf(found, one)}</span>
              </>
            ),
          }))}
        />
        <label className="input import-filter">
          <Search size={14} />
          <span className="visually-hidden">{t({ en: 'Filter what was found', ja: '検出した項目を絞り込み' })}</span>
          <input
            type="text"
            role="searchbox"
            value={filter}
            placeholder={t({ en: 'Filter', ja: '絞り込み' })}
            maxLength={200}
            onChange={(event) => {
              setFilter(event.target.value);
            }}
          />
        </label>
      </div>
      <div className="import-found" data-has-source={place !== undefined}>
        <div
          className="import-list"
          id="import-panel"
          role="tabpanel"
          aria-labelledby={`import-tab-${list}`}
          tabIndex={0}
          key={list}
        >
          {groups.length === 0 ? (
            <p className="hint panel-empty">
              {filter.trim() === ''
                ? t(emptyWords[list])
                : t({ en: 'Nothing matches the filter.', ja: 'フィルターに一致する項目はありません。' })}
            </p>
          ) : (
            <FoundRows groups={groups} selected={place} onPlace={setPlace} />
          )}
        </div>
        {place === undefined ? null : (
          <SourceExcerpt
            place={place}
            text={text}
            onClose={() => {
              setPlace(undefined);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

/** The whole in one sentence. */
function describe(found: Found, nodes: number, t: ReturnType<typeof useTranslate>): string {
  if (nodes === 0)
    return t({
      en: 'No resources were found.',
      ja: 'リソースが見つかりませんでした。',
    });
  return t(
    {
      en: 'Templates: {templates}. Nodes: {nodes}, connections: {connections}. Supporting resources folded into them: {folded}.',
      ja: 'テンプレート {templates} 個から、ノード {nodes} 個、接続 {connections} 本を作成します。補助リソース {folded} 個はこれらに統合します。',
    },
    {
      templates: found.templates,
      nodes,
      connections: found.connections.length,
      folded: found.folded.length,
    },
  );
}

interface ActionsProps {
  readonly found: Found;
  readonly name: string;
  readonly isEmpty: boolean;
}

function Actions({ found, name, isEmpty }: ActionsProps) {
  const t = useTranslate();
  const openName = useStudio((state) => (state.screen === 'editor' ? documentName(state) : undefined));
  const { update } = found;
  return (
    <>
      <Button onClick={chooseImport}>{t({ en: 'Choose something else…', ja: '別の項目を選択…' })}</Button>
      <span className="spacer" />
      <Button onClick={closeDialog}>{t({ en: 'Cancel', ja: 'キャンセル' })}</Button>
      {openName === undefined || update !== undefined ? null : (
        <Button
          disabled={isEmpty}
          onClick={() => {
            closeDialog();
            report(insertFound(found, name));
          }}
        >
          {t({ en: 'Insert into "{name}"', ja: '「{name}」に挿入' }, { name: openName })}
        </Button>
      )}
      <Button
        variant={update === undefined ? 'primary' : 'plain'}
        disabled={isEmpty}
        autoFocus={update === undefined}
        onClick={() => {
          closeDialog();
          report(openFound(found));
        }}
      >
        {openName === undefined
          ? t({ en: 'Import', ja: 'インポート' })
          : t({ en: 'Import as a new design', ja: '新しい設計としてインポート' })}
      </Button>
      {update === undefined ? null : (
        <Button
          variant="primary"
          autoFocus
          disabled={isEmpty}
          onClick={() => {
            closeDialog();
            report(updateWithFound(update, name));
          }}
        >
          {t({ en: 'Update "{name}"', ja: '「{name}」を更新' }, { name: openName ?? '' })}
        </Button>
      )}
    </>
  );
}
