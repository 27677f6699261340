import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { report } from '../studio/files.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { IconButton } from '../ui/button.js';
import { CodeEditor, type CodeKind } from '../ui/code-editor.js';
import './code.css';

const kindOf = (path: string): CodeKind => {
  if (/\.tsx?$/.test(path)) return 'typescript';
  if (path.endsWith('.json')) return 'json';
  return /\.ya?ml$/.test(path) ? 'yaml' : 'plain';
};

const copiedMilliseconds = 1500;

/** A file of the export, to read and to copy. */
export function FileView({ path }: { readonly path: string }) {
  const t = useTranslate();
  const text = useStudio((state) => state.analysis?.project.files.get(path) ?? '');
  const isOwn = useStudio((state) => state.analysis?.project.writtenOnce.has(path) ?? false);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => {
      setCopied(false);
    }, copiedMilliseconds);
  };
  return (
    <div className="file-view">
      <header className="file-header">
        <code className="ellipsis" title={path}>
          {path}
        </code>
        {isOwn ? (
          <span
            className="chip"
            title={t({
              en: 'Written once; your changes are kept.',
              ja: '最初のエクスポートでのみ書き込まれ、変更は保持されます。',
            })}
          >
            {t({ en: 'yours', ja: '編集用' })}
          </span>
        ) : null}
        <IconButton
          label={copied ? t({ en: 'Copied', ja: 'コピー済み' }) : t({ en: 'Copy', ja: 'コピー' })}
          onClick={() => {
            report(copy());
          }}
        >
          {copied ? <Check size={14} /> : <Copy size={14} />}
        </IconButton>
      </header>
      <CodeEditor label={path} text={text} kind={kindOf(path)} />
    </div>
  );
}
