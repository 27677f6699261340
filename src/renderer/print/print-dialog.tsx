import { useEffect, useState } from 'react';
import { bestOrientation, sheetOf, type PrintOptions } from './content.js';
import { printSheet } from './sheet.js';
import { Preview } from '../pictures/preview.js';
import { pictureChoices } from '../pictures/choices.js';
import { drawingOf, svgOf, type Drawing } from '../pictures/make.js';
import { report } from '../studio/files.js';
import { closeDialog, studio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Segmented } from '../ui/segmented.js';

/** Ink on white paper, whatever the theme of the app. */
const onPaper = { ...pictureChoices.getInitialState(), theme: 'light', background: 'transparent' } as const;

/** The drawing on a sheet of paper. */
export function PrintDialog() {
  const t = useTranslate();
  const [drawing, setDrawing] = useState<Drawing>();
  const [options, setOptions] = useState<PrintOptions>({
    orientation: 'landscape',
    withLegend: true,
    withNodes: false,
  });
  useEffect(() => {
    const load = async (): Promise<void> => {
      const made = await drawingOf(studio.getState(), onPaper);
      setDrawing(made);
      setOptions((before) => ({ ...before, orientation: bestOrientation(made.scene.box) }));
    };
    report(load());
  }, []);
  const print = async (made: Drawing): Promise<void> => {
    const svg = await svgOf(made, true);
    closeDialog();
    printSheet(sheetOf(made.system, made.scene, svg, options));
  };
  return (
    <Dialog
      title={t({ en: 'Print', ja: '印刷' })}
      width={640}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t({ en: 'Cancel', ja: 'キャンセル' })}</Button>
          <Button
            variant="primary"
            autoFocus
            onClick={() => {
              if (drawing !== undefined) report(print(drawing));
            }}
          >
            {t({ en: 'Print…', ja: '印刷…' })}
          </Button>
        </>
      }
    >
      <div className="picture-dialog" data-layout="rows">
        <Preview drawing={drawing} />
        <div className="picture-form" data-layout="columns">
          <div className="field">
            <span className="secondary">{t({ en: 'Orientation', ja: '用紙の向き' })}</span>
            <Segmented
              label={t({ en: 'Orientation', ja: '用紙の向き' })}
              value={options.orientation}
              options={[
                { value: 'portrait', label: t({ en: 'Portrait', ja: '縦' }) },
                { value: 'landscape', label: t({ en: 'Landscape', ja: '横' }) },
              ]}
              onChange={(orientation) => {
                setOptions({ ...options, orientation });
              }}
            />
          </div>
          <div className="picture-checks">
            <label className="checkbox">
              <input
                type="checkbox"
                checked={options.withLegend}
                onChange={(event) => {
                  setOptions({ ...options, withLegend: event.target.checked });
                }}
              />
              {t({ en: 'Legend', ja: '凡例' })}
            </label>
            <label className="checkbox">
              <input
                type="checkbox"
                checked={options.withNodes}
                onChange={(event) => {
                  setOptions({ ...options, withNodes: event.target.checked });
                }}
              />
              {t({ en: 'List of nodes on further pages', ja: 'ノードの一覧 (次のページ以降)' })}
            </label>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
