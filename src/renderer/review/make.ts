import type { Language } from '../../model/localized.js';
import { laidOut, pictureMermaid, pictureScene, pictureSvg } from '../../pictures/index.js';
import type { PictureTheme } from '../../pictures/index.js';
import { reviewDocument, reviewHtml, reviewMarkdown, type ReviewDocument } from '../../review/index.js';
import type { System } from '../../system/system.js';
import { pictureIcons } from '../pictures/icons.js';
import type { StudioState } from '../studio/studio.js';

type Shown = Pick<StudioState, 'system' | 'findings' | 'analysis'>;

const noProject = { files: new Map<string, string>(), filesOf: new Map<string, readonly string[]>() };

/** A review document, with the system that is drawn in it. */
export interface Review {
  readonly system: System;
  readonly document: ReviewDocument;
}

/** The review document of the design on screen. */
export async function reviewOf({ system, findings, analysis }: Shown, language: Language): Promise<Review> {
  const project = analysis?.project ?? noProject;
  return { system: await laidOut(system), document: reviewDocument({ system, findings, project, language }) };
}

/** The drawing for the page on screen. */
export async function previewSvg({ system, document }: Review, theme: PictureTheme): Promise<string> {
  const scene = pictureScene(system, { language: document.language, theme });
  return pictureSvg(scene, { icons: await pictureIcons() });
}

export const reviewFormats = ['html', 'markdown'] as const;
export type ReviewFormat = (typeof reviewFormats)[number];

/** The file of a review document; each stands by itself, so that Markdown has its drawing as Mermaid. */
export async function reviewFile({ system, document }: Review, format: ReviewFormat): Promise<Blob> {
  const scene = pictureScene(system, { language: document.language, theme: 'light' });
  if (format === 'markdown') return new Blob([reviewMarkdown(document, { mermaid: pictureMermaid(scene) })]);
  const svg = pictureSvg(scene, { icons: await pictureIcons(), background: 'transparent', isInPage: true });
  return new Blob([reviewHtml(document, svg)]);
}
