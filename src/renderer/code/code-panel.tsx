import { FileCode2, FileJson2, FileText, GitCompareArrows } from 'lucide-react';
import { useMemo, useState } from 'react';
import { byCodeUnit } from '../../model/names.js';
import { isError } from '../../model/problems.js';
import { fileCommands } from '../studio/commands/file.js';
import { showBottomTab, useStudio, useTranslate, type StudioState } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { FileView } from './file-view.js';
import './code.css';

/** Folders of an exported project by how much they tell; files beside them come last. */
const folders = ['lib/', 'statemachines/', 'templates/', 'handlers/', 'bin/', 'test/'];

const placeOf = (path: string): number => {
  const at = folders.findIndex((folder) => path.startsWith(folder));
  return at === -1 ? folders.length : at;
};

/** The files of the selection, the most telling first; of the whole project where nothing is selected. */
function pathsOf(analysis: StudioState['analysis'], selection: StudioState['selection']): readonly string[] {
  if (analysis === undefined) return [];
  const { files, filesOf } = analysis.project;
  const selected = [...selection.nodes, ...selection.connections];
  const paths = new Set(selected.flatMap((id) => filesOf.get(id) ?? []));
  return selected.length === 0 || paths.size === 0
    ? [...files.keys()].sort((a, b) => placeOf(a) - placeOf(b) || byCodeUnit(a, b))
    : [...paths].filter((path) => files.has(path));
}

/** The CDK files and definitions that the design exports to, live. */
export function CodePanel() {
  const t = useTranslate();
  const analysis = useStudio((state) => state.analysis);
  const selection = useStudio((state) => state.selection);
  const paths = useMemo(() => pathsOf(analysis, selection), [analysis, selection]);
  const [chosen, setChosen] = useState<string>();
  const shown = chosen !== undefined && paths.includes(chosen) ? chosen : paths[0];
  if (analysis === undefined || shown === undefined) return <NoCode />;
  return (
    <div className="code-panel">
      <nav className="file-list" aria-label={t({ en: 'Files', ja: 'ファイル' })}>
        <Button className="compare-export" onClick={fileCommands.compareExport.run}>
          <GitCompareArrows size={14} />
          {t(fileCommands.compareExport.label)}
        </Button>
        {paths.map((path) => (
          <button
            key={path}
            type="button"
            className="file-row"
            aria-current={path === shown}
            title={path}
            onClick={() => {
              setChosen(path);
            }}
          >
            <FileIcon path={path} />
            <span className="ellipsis">{path.slice(path.lastIndexOf('/') + 1)}</span>
            <small className="ellipsis">{path.slice(0, Math.max(0, path.lastIndexOf('/')))}</small>
          </button>
        ))}
      </nav>
      <FileView path={shown} />
    </div>
  );
}

function NoCode() {
  const t = useTranslate();
  const analysis = useStudio((state) => state.analysis);
  const errors = analysis?.project.problems.filter(isError).length ?? 0;
  return (
    <div className="panel-empty no-code" role="status">
      <p className="hint">
        {analysis === undefined
          ? t({ en: 'Writing the code…', ja: 'コードを生成しています…' })
          : errors > 0
            ? t(
                {
                  en: {
                    one: 'There is no code before {count} error is corrected.',
                    other: 'There is no code before {count} errors are corrected.',
                  },
                  ja: 'コードを生成するには、エラー {count} 件を修正してください。',
                },
                { count: errors },
              )
            : t({ en: 'Nothing is drawn yet.', ja: 'まだ何も描かれていません。' })}
      </p>
      {errors > 0 ? (
        <Button
          variant="link"
          onClick={() => {
            showBottomTab('problems');
          }}
        >
          {t({ en: 'Show the problems', ja: '問題を表示' })}
        </Button>
      ) : null}
    </div>
  );
}

function FileIcon({ path }: { readonly path: string }) {
  if (path.endsWith('.json')) return <FileJson2 size={14} />;
  return path.endsWith('.ts') ? <FileCode2 size={14} /> : <FileText size={14} />;
}
