import type { Templates } from '../../codegen/difference/template-difference.js';
import type { TemplateRequest, TemplateResult } from '../../host/host.js';
import { detailOf } from '../../main/host/failure.js';
import { createSynthesiser, type Synthesiser } from '../../main/host/synth.js';
import { translate, type Language } from '../../model/localized.js';
import { parseDesign } from '../../model/parse.js';
import { isError, problemTexts, type Problem } from '../../model/problems.js';
import { resolveSystem } from '../../system/resolve.js';
import { compareTemplates } from './compare-templates.js';
import { synthesiseSystem, type Synthesised } from './synthesis.js';

/** Compares versions of designs for the app: their templates are synthesised in a child process that stays. */
export interface Comparer {
  readonly compare: (request: TemplateRequest) => Promise<TemplateResult>;
  dispose(): void;
}

/** The last export, the design as it was a moment ago, and a few more. */
const mostKnown = 6;

export function createComparer(): Comparer {
  const synthesiser = createSynthesiser();
  const known = new Map<string, Templates>();
  const templatesOf = async (text: string, language: Language): Promise<Synthesised> => {
    const key = `${language}${text}`;
    const before = known.get(key);
    if (before !== undefined) return { templates: before };
    const made = await synthesise(synthesiser, text, language);
    if ('templates' in made) known.set(key, made.templates);
    for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
    return made;
  };
  return {
    compare: async ({ before, after, language }) => {
      const old = await templatesOf(before, language);
      if ('problems' in old) return failed('before', old.problems, language);
      const now = await templatesOf(after, language);
      if ('problems' in now) return failed('after', now.problems, language);
      try {
        return { status: 'compared', difference: await compareTemplates(old.templates, now.templates) };
      } catch (error) {
        return { status: 'failed', which: 'after', detail: detailOf(error) };
      }
    },
    dispose: () => {
      synthesiser.dispose();
    },
  };
}

async function synthesise(synthesiser: Synthesiser, text: string, language: Language): Promise<Synthesised> {
  const { design, problems } = parseDesign(text);
  return design === undefined ? { problems } : synthesiseSystem(synthesiser, resolveSystem(design), language);
}

function failed(which: 'before' | 'after', problems: readonly Problem[], language: Language): TemplateResult {
  const found = problems.find(isError);
  const detail = found === undefined ? '' : translate(problemTexts[found.code].message, language, found.facts);
  return { status: 'failed', which, detail };
}
