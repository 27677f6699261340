import { serialiseDesign } from '../../model/serialise.js';
import {
  laidOut,
  mermaidDocument,
  pictureDrawio,
  pictureMermaid,
  picturePage,
  pictureScene,
  pictureSvg,
  type PictureScene,
} from '../../pictures/index.js';
import type { System } from '../../system/system.js';
import { marksOf } from '../canvas/marks.js';
import type { StudioState } from '../studio/studio.js';
import type { PictureChoices } from './choices.js';
import { pictureIcons } from './icons.js';
import { pngOf } from './raster.js';

/** A drawing of the design on screen, as a person wants it. */
export interface Drawing {
  readonly system: System;
  readonly scene: PictureScene;
  readonly choices: PictureChoices;
}

type Shown = Pick<StudioState, 'system' | 'selection' | 'findings' | 'problems' | 'language' | 'theme' | 'darkSystem'>;

/** Whether anything is selected that a picture could be made of. */
export const hasPictureSelection = ({ selection }: Pick<StudioState, 'selection'>): boolean =>
  selection.nodes.size + selection.contexts.size + selection.notes.size > 0;

const themeOf = ({ theme, darkSystem }: Shown) => (theme === 'system' ? (darkSystem ? 'dark' : 'light') : theme);

/** The scene of what is on screen. */
export async function drawingOf(shown: Shown, choices: PictureChoices): Promise<Drawing> {
  const system = await laidOut(shown.system);
  const isPart = choices.scope === 'selection' && hasPictureSelection(shown);
  const scene = pictureScene(system, {
    language: choices.language ?? shown.language,
    theme: choices.theme ?? themeOf(shown),
    scope: isPart ? shown.selection : undefined,
    marks: choices.withMarks ? marksOf(shown.findings, shown.problems) : undefined,
  });
  // Who sends a part away means that part only.
  return { system, scene, choices: isPart ? { ...choices, withDesign: false } : { ...choices, scope: 'all' } };
}

const designOf = ({ system, choices }: Drawing): string | undefined =>
  choices.withDesign ? serialiseDesign(system.design) : undefined;

export async function svgOf(drawing: Drawing, isForPixels = false): Promise<string> {
  return pictureSvg(drawing.scene, {
    icons: await pictureIcons(),
    background: drawing.choices.background,
    design: isForPixels ? undefined : designOf(drawing),
  });
}

export async function pngOfDrawing(drawing: Drawing): Promise<Blob> {
  return pngOf(await svgOf(drawing, true), drawing.scene.box, drawing.choices.scale);
}

/** For the clipboard: the system alone. */
export const mermaidOf = ({ scene }: Drawing): string => pictureMermaid(scene);

/** Endings of files by format. */
export const endings = { svg: 'svg', png: 'png', pdf: 'pdf', drawio: 'drawio', mermaid: 'md', html: 'html' } as const;

/** The file of a drawing; a PDF is made by the browser's own print. */
export async function fileOf(drawing: Drawing, format: Exclude<PictureChoices['format'], 'pdf'>): Promise<Blob> {
  const { system, scene, choices } = drawing;
  switch (format) {
    case 'png':
      return pngOfDrawing(drawing);
    case 'svg':
      return new Blob([await svgOf(drawing)]);
    case 'drawio': {
      const options = { icons: await pictureIcons(), background: choices.background, design: designOf(drawing) };
      return new Blob([pictureDrawio(scene, options)]);
    }
    case 'mermaid':
      return new Blob([mermaidDocument(system, scene)]);
    case 'html':
      return new Blob([await picturePage(system, scene, { icons: await pictureIcons(), design: designOf(drawing) })]);
  }
}
