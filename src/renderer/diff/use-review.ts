import { useEffect, useMemo, useState } from 'react';
import { designDifference, type DesignDifference } from '../../codegen/difference/design-changes.js';
import type { TemplateDifference } from '../../codegen/difference/template-difference.js';
import type { FolderHandle, Host, ReviewResult } from '../../host/host.js';
import type { Design } from '../../model/design.js';
import type { Language } from '../../model/localized.js';
import { parseDesign } from '../../model/parse.js';
import { serialiseDesign } from '../../model/serialise.js';
import { report } from '../studio/files.js';
import { withPositions } from '../studio/positions.js';
import { useStudio, type StudioState } from '../studio/studio.js';

/** What is known of the templates. `first`: there is nothing to compare with; `absent`: no AWS CDK at hand. */
export type TemplateState =
  | { readonly status: 'first' | 'absent' | 'running' }
  | { readonly status: 'compared'; readonly difference: TemplateDifference }
  | { readonly status: 'failed'; readonly which: 'before' | 'after'; readonly detail: string };

export interface Review {
  /** Undefined: the folder is being looked at. */
  readonly result: ReviewResult | undefined;
  /** Undefined: the design of the last export is not known. */
  readonly design: DesignDifference | undefined;
  readonly templates: TemplateState;
}

type Project = NonNullable<StudioState['analysis']>['project'];

/** What an export of the design on screen into a folder would change. */
export function useReview(folder: FolderHandle | undefined, project: Project | undefined): Review {
  const host = useStudio((state) => state.host);
  const design = useStudio((state) => state.design);
  const language = useStudio((state) => state.language);
  const [result, setResult] = useState<ReviewResult>();
  const [last, setLast] = useState<{ readonly text: string; readonly design: Design }>();
  const [templates, setTemplates] = useState<TemplateState>({ status: 'first' });

  useEffect(() => {
    if (folder === undefined || project === undefined || host === undefined) return undefined;
    let isAsked = true;
    setResult(undefined);
    setLast(undefined);
    report(
      lookInto(host, folder, project).then(async (found) => {
        const known = found.status === 'reviewed' ? await lastDesignOf(found.lastDesign) : undefined;
        if (!isAsked) return;
        setLast(known);
        const isAbsent = host.compareTemplates === undefined;
        setTemplates({ status: isAbsent ? 'absent' : known === undefined ? 'first' : 'running' });
        setResult(found);
      }),
    );
    return () => {
      isAsked = false;
    };
  }, [host, folder, project]);

  useEffect(() => {
    if (last === undefined || host === undefined) return undefined;
    let isAsked = true;
    report(
      compare(host, last.text, design, language).then((found) => {
        if (isAsked) setTemplates(found);
      }),
    );
    return () => {
      isAsked = false;
    };
  }, [host, last, design, language]);

  const difference = useMemo(
    () => (last === undefined ? undefined : designDifference(last.design, design)),
    [last, design],
  );
  return { result, design: difference, templates };
}

/** A guest has no folders: everything is new. */
async function lookInto(host: Host, folder: FolderHandle, { files, writtenOnce }: Project): Promise<ReviewResult> {
  if (host.reviewExport !== undefined)
    return host.reviewExport({ folder, files: Object.fromEntries(files), writtenOnce: [...writtenOnce] });
  return {
    status: 'reviewed',
    folderName: '',
    exportedBefore: false,
    files: [...files.keys()].map((path) => ({ path, state: 'added' })),
  };
}

async function lastDesignOf(text: string | undefined) {
  const design = text === undefined ? undefined : parseDesign(text).design;
  return text === undefined || design === undefined ? undefined : { text, design: await withPositions(design) };
}

async function compare(host: Host, before: string, design: Design, language: Language): Promise<TemplateState> {
  if (host.compareTemplates === undefined) return { status: 'absent' };
  try {
    return await host.compareTemplates({ before, after: serialiseDesign(design), language });
  } catch (error) {
    return { status: 'failed', which: 'after', detail: error instanceof Error ? error.message : String(error) };
  }
}
