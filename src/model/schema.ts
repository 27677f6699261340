import { z } from 'zod';
import { idPattern, isReservedKey } from './names.js';

/**
 * The shape of a design file, version 1. Objects are loose: a key that is not known is kept, and reported by parse.ts.
 * The wire form: empty sections may be left out, defaults are filled in by parse.ts.
 */

/** Message of an issue that parse.ts turns into the problem `invalid-id`. */
export const invalidId = 'invalid-id';

const id = z.string().refine((value) => idPattern.test(value) && !isReservedKey(value), { message: invalidId });
const finite = z.number().refine(Number.isFinite);
const jsonValue: z.ZodType = z.lazy(() =>
  z.union([z.string(), finite, z.boolean(), z.null(), z.array(jsonValue), z.record(z.string(), jsonValue)]),
);
const jsonRecord = z.record(z.string(), jsonValue);
const textRecord = z.record(z.string(), z.string());
const comment = z.string().optional();

const substitution = z.union([
  z.strictObject({ node: z.string(), attribute: z.string() }),
  z.strictObject({ literal: z.string() }),
]);

const point = z.looseObject({ x: finite, y: finite });
const box = z.looseObject({ x: finite, y: finite, width: finite, height: finite });
const flag = z.boolean().optional();
const nodeLayout = z.looseObject({ x: finite, y: finite, width: finite.optional(), pinned: flag, collapsed: flag });

export const settingsSchema = z.looseObject({
  name: z.string(),
  region: z.string().optional(),
  handlerLanguage: z.enum(['typescript']).optional(),
  runtime: z.string().optional(),
  profile: z.string().optional(),
  tags: textRecord.optional(),
});
export const contextSchema = z.looseObject({
  label: z.string(),
  team: z.string().optional(),
  hue: z.int().min(0).max(6).optional(),
  comment,
});
export const definitionSchema = z.looseObject({
  format: z.enum(['json', 'yaml']),
  text: z.string(),
  draft: z.string().optional(),
  substitutions: z.record(z.string(), substitution).optional(),
});
export const nodeSchema = z.looseObject({
  service: z.string(),
  label: z.string(),
  context: z.string().optional(),
  origin: z.enum(['created', 'existing']).optional(),
  existing: z.looseObject({ by: z.enum(['name', 'arn', 'ssm-parameter', 'export']), value: z.string() }).optional(),
  props: jsonRecord.optional(),
  overrides: jsonRecord.optional(),
  definition: definitionSchema.optional(),
  idFixed: z.boolean().optional(),
  stack: z.string().optional(),
  comment,
});
export const connectionSchema = z.looseObject({
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  props: jsonRecord.optional(),
  resource: z.string().optional(),
  comment,
});
export const noteSchema = z.looseObject({ text: z.string(), context: z.string().optional() });
export const layoutSchema = z.looseObject({
  nodes: z.record(z.string(), nodeLayout).optional(),
  contexts: z.record(z.string(), box.extend({ pinned: flag, collapsed: flag })).optional(),
  notes: z.record(z.string(), box.extend({ pinned: flag })).optional(),
  states: z.record(z.string(), z.record(z.string(), nodeLayout)).optional(),
  bends: z.record(z.string(), z.array(point)).optional(),
});
export const decisionSchema = z.looseObject({ rule: z.string(), fingerprint: z.string(), reason: z.string() });

export const documentSchema = z.looseObject({
  format: z.literal('servicefull-design'),
  version: z.int(),
  settings: settingsSchema,
  contexts: z.record(id, contextSchema).optional(),
  nodes: z.record(id, nodeSchema).optional(),
  connections: z.record(id, connectionSchema).optional(),
  notes: z.record(id, noteSchema).optional(),
  layout: layoutSchema.optional(),
  decisions: z.array(decisionSchema).optional(),
  parameters: jsonRecord.optional(),
  conditions: jsonRecord.optional(),
  samples: jsonRecord.optional(),
  origins: jsonRecord.optional(),
});

export type DesignDocument = z.infer<typeof documentSchema>;

/** Keys that each object of the document knows, for the report of others. */
export const knownKeys = {
  document: Object.keys(documentSchema.shape),
  settings: Object.keys(settingsSchema.shape),
  context: Object.keys(contextSchema.shape),
  node: Object.keys(nodeSchema.shape),
  connection: Object.keys(connectionSchema.shape),
  note: Object.keys(noteSchema.shape),
  layout: Object.keys(layoutSchema.shape),
} as const;
