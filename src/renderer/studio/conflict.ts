import { emptyDesign, type Design } from '../../model/design.js';
import { parseDesign } from '../../model/parse.js';
import { nodeFields } from '../../system/node-fields.js';
import { ask } from './ask.js';
import type { ConflictChoice, MergeAnswer } from './dialogs.js';
import { documentOf, showDocument, updateFile } from './documents.js';
import { withPositions } from './positions.js';
import { replaceDesign } from './replace-design.js';
import { documentName, studio, toast, type DocumentState } from './studio.js';

/** A file was changed by somebody else: what becomes of both versions. */

const merged = { en: 'Merge with the version on disk', ja: 'ディスク上のバージョンとのマージ' };
const taken = { en: 'Take over the version on disk', ja: 'ディスク上のバージョンの取り込み' };
const reloaded = { en: 'Opened the version on disk.', ja: 'ディスク上のバージョンを開きました。' };

/** `write`: the document now holds what is to be written over the version on disk. */
export type ConflictAnswer = 'write' | 'save-as' | 'leave';

/** Asks the person, and brings the document to what was chosen. */
export async function resolveConflict(id: string, text: string, revision: string): Promise<ConflictAnswer> {
  showDocument(id);
  const document = documentOf(studio.getState(), id);
  if (document === undefined) return 'leave';
  const { design } = parseDesign(text);
  const theirs = design === undefined ? undefined : await withPositions(design);
  const base = baseOf(document);
  const choice = await ask<ConflictChoice>(
    (answer) => ({ kind: 'conflict', name: documentName(document), base, mine: document.design, theirs, answer }),
    'cancel',
  );
  switch (choice) {
    case 'overwrite':
      return 'write';
    case 'theirs':
      if (theirs !== undefined) {
        takeOver(document, theirs, text, revision);
        toast(reloaded);
      }
      return 'leave';
    case 'merge':
      return theirs === undefined ? 'leave' : merge(document, { base, theirs, text, revision });
    case 'save-as':
      return 'save-as';
    case 'cancel':
      return 'leave';
  }
}

interface OtherVersion {
  readonly base: Design;
  readonly theirs: Design;
  readonly text: string;
  readonly revision: string;
}

/** Merges by node; the person decides only what both changed. */
async function merge(document: DocumentState, { base, theirs, text, revision }: OtherVersion): Promise<ConflictAnswer> {
  const mine = document.design;
  // Only who has two versions needs it.
  const { mergeDesigns } = await import('../../model/merge.js');
  const result = mergeDesigns(base, mine, theirs, { nodeFields });
  const answer =
    result.conflicts.length === 0
      ? result.design
      : await ask<MergeAnswer>(
          (choose) => ({ kind: 'merge', name: documentName(document), base, mine, theirs, answer: choose }),
          'cancel',
        );
  if (answer === 'cancel') return 'leave';
  if (answer === 'save-as') return 'save-as';
  document.editor.run(replaceDesign, { design: answer, name: merged });
  updateFile(document.file.document, (file) => ({ ...file, revision, savedText: text, savedDesign: theirs }));
  return 'write';
}

/** Shows the version on disk, as a step that can be undone. */
export function takeOver({ editor, file }: DocumentState, design: Design, text: string, revision: string): void {
  const { problems } = parseDesign(text);
  editor.run(replaceDesign, { design, name: taken });
  const savedDesign = editor.getState().design;
  updateFile(file.document, (before) => ({ ...before, revision, savedText: text, savedDesign, problems }));
}

/** What both versions came from; where nobody knows, nothing: then only what is equal in both is agreed on. */
const baseOf = ({ file }: DocumentState): Design =>
  (file.savedText === undefined ? undefined : parseDesign(file.savedText).design) ?? emptyDesign('');
