import { useEffect, useState } from 'react';
import type { Block, Cell } from '../../review/define.js';
import { report } from '../studio/files.js';
import { useStudio, useTranslate } from '../studio/studio.js';
import { SourceLink } from '../ui/source-link.js';
import { previewSvg, type Review } from './make.js';

/** The review document as one reads it. */
export function ReviewPreview({ review }: { readonly review: Review }) {
  const t = useTranslate();
  const { document } = review;
  return (
    <div
      className="review-preview"
      lang={document.language}
      tabIndex={0}
      role="region"
      aria-label={t({ en: 'Preview', ja: 'プレビュー' })}
    >
      <h3 className="review-title">{document.title}</h3>
      <p className="secondary">{document.summary}</p>
      {document.sections.map(({ id, title, blocks }) => (
        <section key={id}>
          <h4>{title}</h4>
          {blocks.map((block, index) => (
            <BlockView key={index} block={block} review={review} />
          ))}
        </section>
      ))}
    </div>
  );
}

function BlockView({ block, review }: { readonly block: Block; readonly review: Review }) {
  switch (block.kind) {
    case 'picture':
      return <Drawing review={review} />;
    case 'heading':
      return <h5>{block.text}</h5>;
    case 'text':
      return <p className={block.tone === 'hint' ? 'hint' : undefined}>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>
              <CellView cell={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((words, column) => (
                <th key={column} scope="col" data-number={block.numbers?.includes(column) ?? false}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} data-number={block.numbers?.includes(column) ?? false}>
                    <CellView cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function CellView({ cell }: { readonly cell: Cell }) {
  if (typeof cell === 'string') return cell;
  return 'code' in cell ? <code>{cell.code}</code> : <SourceLink url={cell.url} title={cell.text} />;
}

function Drawing({ review }: { readonly review: Review }) {
  const t = useTranslate();
  const theme = useStudio(({ theme: chosen, darkSystem }) =>
    chosen === 'system' ? (darkSystem ? 'dark' : 'light') : chosen,
  );
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isShown = true;
    report(
      previewSvg(review, theme).then((svg) => {
        if (!isShown) return;
        made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        setUrl(made);
      }),
    );
    return () => {
      isShown = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [review, theme]);
  return url === undefined ? null : <img src={url} alt={t({ en: 'Drawing of the system', ja: 'システムの図' })} />;
}
