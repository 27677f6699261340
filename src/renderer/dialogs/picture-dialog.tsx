import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { unreachable } from '../../model/invariant.js';
import { largestScale } from '../../pictures/index.js';
import { pictureChoices } from '../pictures/choices.js';
import { drawingOf, hasPictureSelection, svgOf, type Drawing } from '../pictures/make.js';
import { PictureForm } from '../pictures/picture-form.js';
import { Preview } from '../pictures/preview.js';
import { copyPicture, savePicture } from '../pictures/save.js';
import { paperSheetOf } from '../print/content.js';
import { printSheet } from '../print/sheet.js';
import { report } from '../studio/files.js';
import { closeDialog, studio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

const copies = [
  { format: 'png', label: 'PNG' },
  { format: 'svg', label: 'SVG' },
  { format: 'mermaid', label: 'Mermaid' },
] as const;

/** A picture of the design: as a file, or for the clipboard. */
export function PictureDialog() {
  const t = useTranslate();
  const choices = useStore(pictureChoices);
  const hasSelection = hasPictureSelection(studio.getState());
  const [drawing, setDrawing] = useState<Drawing>();
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    let isShown = true;
    const draw = async (): Promise<void> => {
      const made = await drawingOf(studio.getState(), choices);
      if (isShown) setDrawing(made);
    };
    report(draw());
    return () => {
      isShown = false;
    };
  }, [choices]);
  const largest = drawing === undefined ? 4 : largestScale(drawing.scene.box);
  const isTooLarge = choices.scale > largest;

  const work = (job: () => Promise<unknown>): void => {
    setIsBusy(true);
    report(
      job().finally(() => {
        setIsBusy(false);
      }),
    );
  };
  const save = async (made: Drawing): Promise<void> => {
    const { format } = choices;
    switch (format) {
      case 'pdf': {
        const svg = await svgOf(made, true);
        closeDialog();
        printSheet(paperSheetOf(made.scene, svg, choices.withTitle, choices.background === 'theme'));
        return;
      }
      case 'png':
      case 'svg':
      case 'drawio':
      case 'mermaid':
      case 'html':
        if (await savePicture(made, format)) closeDialog();
        return;
      default:
        unreachable(format);
    }
  };
  return (
    <Dialog
      title={t({ en: 'Export picture', ja: '図のエクスポート' })}
      width={900}
      onClose={closeDialog}
      footer={
        <>
          <span className="picture-copy">
            {t({ en: 'Copy as', ja: 'コピー' })}
            {copies.map(({ format, label }) => (
              <Button
                key={format}
                aria-label={t({ en: 'Copy as {format}', ja: '{format} としてコピー' }, { format: label })}
                disabled={drawing === undefined || isBusy || (format === 'png' && isTooLarge)}
                onClick={() => {
                  if (drawing !== undefined) work(() => copyPicture(drawing, format));
                }}
              >
                {label}
              </Button>
            ))}
          </span>
          <Button onClick={closeDialog}>{t({ en: 'Cancel', ja: 'キャンセル' })}</Button>
          <Button
            variant="primary"
            autoFocus
            disabled={isBusy || (choices.format === 'png' && isTooLarge)}
            onClick={() => {
              if (drawing !== undefined) work(() => save(drawing));
            }}
          >
            {choices.format === 'pdf' ? t({ en: 'Print to PDF…', ja: 'PDF に印刷…' }) : t({ en: 'Save…', ja: '保存…' })}
          </Button>
        </>
      }
    >
      <div className="picture-dialog">
        <Preview drawing={drawing} />
        <PictureForm drawing={drawing} hasSelection={hasSelection} largest={largest} />
      </div>
    </Dialog>
  );
}
