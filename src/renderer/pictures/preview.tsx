import { useEffect, useState } from 'react';
import { report } from '../studio/files.js';
import { useTranslate } from '../studio/studio.js';
import { svgOf, type Drawing } from './make.js';
import './pictures.css';

/** What the picture will look like. */
export function Preview({ drawing }: { readonly drawing: Drawing | undefined }) {
  const t = useTranslate();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isShown = true;
    const show = async (): Promise<void> => {
      if (drawing === undefined) return;
      const svg = await svgOf(drawing, true);
      if (!isShown) return;
      made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setUrl(made);
    };
    report(show());
    return () => {
      isShown = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [drawing]);
  return (
    <div className="picture-preview" data-transparent={drawing?.choices.background === 'transparent'}>
      {url === undefined ? null : <img src={url} alt={t({ en: 'Preview', ja: 'プレビュー' })} draggable={false} />}
    </div>
  );
}
