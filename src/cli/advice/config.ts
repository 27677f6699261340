import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import * as z from 'zod/mini';
import type { AdviceOptions } from '../../advisor/options.js';
import { rules } from '../../advisor/index.js';
import { readContent } from '../../main/host/files.js';
import { lookup } from '../../model/design.js';
import { adviceSchema } from '../../model/schema.js';
import { WrongUse } from '../command.js';
import type { Io } from '../io.js';

export const configName = 'servicefull.config.yaml';

const configSchema = z.strictObject({ rules: z.optional(adviceSchema) });

const texts = {
  unreadable: { en: 'Cannot read "{file}": {detail}', ja: '「{file}」を読み込めません: {detail}' },
  unknown: {
    en: '"{file}" names what no rule has: {detail}',
    ja: '「{file}」に、ルールに存在しない名前があります: {detail}',
  },
} as const;

/** What `servicefull.config.yaml` of the folder says of the rules; nothing where there is none. Throws WrongUse. */
export async function readConfig(io: Io): Promise<AdviceOptions> {
  const content = await readContent(join(io.cwd, configName));
  if (content.status === 'not-found') return {};
  const wrong = (detail: string): WrongUse => new WrongUse(texts.unreadable, { file: configName, detail });
  if (content.status !== 'read') throw wrong(content.status);
  const read = configSchema.safeParse(valueOf(new TextDecoder().decode(content.bytes), wrong) ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    throw wrong(issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`);
  }
  const options = (read.data.rules ?? {}) as AdviceOptions;
  // A rule that is silenced by a wrong name would go on speaking: better said at once.
  for (const [id, { thresholds = {} }] of Object.entries(options)) {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) throw new WrongUse(texts.unknown, { file: configName, detail: id });
    for (const name of Object.keys(thresholds))
      if (lookup(rule.thresholds ?? {}, name) === undefined)
        throw new WrongUse(texts.unknown, { file: configName, detail: `${id}.${name}` });
  }
  return options;
}

function valueOf(text: string, wrong: (detail: string) => WrongUse): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    throw wrong(error instanceof Error ? (error.message.split('\n')[0] ?? '') : '');
  }
}
