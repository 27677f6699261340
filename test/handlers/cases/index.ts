import { readFileSync } from 'node:fs';
import { analyseHandler } from '../../../src/handlers/index.js';
import type { Trigger } from '../../../src/handlers/judge/mechanisms.js';
import type { Label, Scored } from '../score.js';

const languages = [
  ['JavaScript', 'javascript', 'mjs'],
  ['TypeScript', 'typescript', 'ts'],
  ['Python', 'python', 'py'],
] as const;

/** The labelled handlers beside this file, each read. A case is a head (id, trigger, label, mechanism) and its code. */
export function handlerCases(): readonly Scored[] {
  return languages.flatMap(([language, file, ending]) =>
    readFileSync(new URL(`${file}.txt`, import.meta.url), 'utf8')
      .split(/^### /m)
      .slice(1)
      .map((text): Scored => {
        const [head = '', ...lines] = text.split('\n');
        const [id = '', trigger = '', label = '', mechanism = '-'] = head.split(' | ');
        const code = lines.join('\n');
        const path = `app.${ending}`;
        const analysis = analyseHandler({
          files: { text: (name) => (name === path ? code : undefined) },
          entry: { path, handler: 'app.handler' },
          trigger: trigger as Trigger,
        });
        return {
          id,
          language,
          trigger,
          label: label as Label,
          mechanism: mechanism === '-' ? undefined : mechanism,
          reason: '',
          analysis,
        };
      }),
  );
}
