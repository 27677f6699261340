import * as z from 'zod/mini';
import { stageName } from './design.js';
import { idPattern, isReservedKey } from './names.js';

/**
 * The shape of a design file, version 1. Objects are loose: a key that is not known is kept, and reported by parse.ts.
 * The wire form: empty sections may be left out, defaults are filled in by parse.ts.
 */

/** Message of an issue that parse.ts turns into the problem `invalid-id`. */
export const invalidId = 'invalid-id';

const id = z
  .string()
  .check(z.refine((value) => idPattern.test(value) && !isReservedKey(value), { message: invalidId }));
const finite = z.number().check(z.refine(Number.isFinite));
const jsonValue: z.ZodMiniType = z.lazy(() =>
  z.union([z.string(), finite, z.boolean(), z.null(), z.array(jsonValue), z.record(z.string(), jsonValue)]),
);
const jsonRecord = z.record(z.string(), jsonValue);
const textRecord = z.record(z.string(), z.string());
const comment = z.optional(z.string());

const substitution = z.union([
  z.strictObject({ node: z.string(), attribute: z.string() }),
  z.strictObject({ literal: z.string() }),
]);

const point = z.looseObject({ x: finite, y: finite });
const box = z.looseObject({ x: finite, y: finite, width: finite, height: finite });
const flag = z.optional(z.boolean());
const nodeLayout = z.looseObject({ x: finite, y: finite, width: z.optional(finite), pinned: flag, collapsed: flag });

const ruleOptions = z.looseObject({
  severity: z.optional(z.enum(['error', 'warning', 'suggestion'])),
  off: flag,
  thresholds: z.optional(z.record(z.string(), finite)),
});

/** `rules` of a file for CI: the same as `advice` of a design. */
export const adviceSchema = z.record(z.string(), ruleOptions);

export const settingsSchema = z.looseObject({
  name: z.string(),
  region: z.optional(z.string()),
  handlerLanguage: z.optional(z.enum(['typescript', 'python'])),
  runtime: z.optional(z.string()),
  profile: z.optional(z.string()),
  operations: z.optional(z.enum(['workshop', 'production'])),
  // They become part of the names of stacks.
  stages: z.optional(z.array(z.string().check(z.regex(stageName))).check(z.maxLength(8))),
  githubActions: z.optional(z.boolean()),
  tags: z.optional(textRecord),
  advice: z.optional(adviceSchema),
});
export const contextSchema = z.looseObject({
  label: z.string(),
  team: z.optional(z.string()),
  hue: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
  comment,
});
export const definitionSchema = z.looseObject({
  format: z.enum(['json', 'yaml']),
  text: z.string(),
  draft: z.optional(z.string()),
  substitutions: z.optional(z.record(z.string(), substitution)),
});
const adopted = z.optional(
  z.looseObject({
    template: z.string(),
    resources: z.optional(
      z.record(
        z.string(),
        z.looseObject({ type: z.string(), properties: z.optional(jsonRecord), attributes: z.optional(jsonRecord) }),
      ),
    ),
    parts: z.optional(
      z.array(
        z.looseObject({
          resource: z.string(),
          path: z.array(z.union([z.string(), z.number()])),
          value: jsonValue,
        }),
      ),
    ),
    evidence: z.optional(
      z.looseObject({
        from: z.string(),
        file: z.optional(z.string()),
        line: z.optional(z.number()),
        confidence: z.enum(['certain', 'likely', 'possible']),
      }),
    ),
  }),
);
export const nodeSchema = z.looseObject({
  service: z.string(),
  label: z.string(),
  context: z.optional(z.string()),
  origin: z.optional(z.enum(['created', 'existing'])),
  existing: z.optional(z.looseObject({ by: z.enum(['name', 'arn', 'ssm-parameter', 'export']), value: z.string() })),
  props: z.optional(jsonRecord),
  overrides: z.optional(jsonRecord),
  definition: z.optional(definitionSchema),
  adopted,
  code: z.optional(z.looseObject({ path: z.string(), handler: z.optional(z.string()) })),
  idFixed: z.optional(z.boolean()),
  stack: z.optional(z.string()),
  comment,
});
export const connectionSchema = z.looseObject({
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  props: z.optional(jsonRecord),
  resource: z.optional(z.string()),
  adopted,
  comment,
});
export const noteSchema = z.looseObject({ text: z.string(), context: z.optional(z.string()) });
export const layoutSchema = z.looseObject({
  nodes: z.optional(z.record(z.string(), nodeLayout)),
  contexts: z.optional(z.record(z.string(), z.extend(box, { pinned: flag, collapsed: flag }))),
  notes: z.optional(z.record(z.string(), z.extend(box, { pinned: flag }))),
  states: z.optional(z.record(z.string(), z.record(z.string(), nodeLayout))),
  bends: z.optional(z.record(z.string(), z.array(point))),
});
export const decisionSchema = z.looseObject({ rule: z.string(), fingerprint: z.string(), reason: z.string() });

export const documentSchema = z.looseObject({
  format: z.literal('servicefull-design'),
  version: z.int(),
  settings: settingsSchema,
  contexts: z.optional(z.record(id, contextSchema)),
  nodes: z.optional(z.record(id, nodeSchema)),
  connections: z.optional(z.record(id, connectionSchema)),
  notes: z.optional(z.record(id, noteSchema)),
  layout: z.optional(layoutSchema),
  decisions: z.optional(z.array(decisionSchema)),
  parameters: z.optional(jsonRecord),
  conditions: z.optional(jsonRecord),
  samples: z.optional(jsonRecord),
  origins: z.optional(jsonRecord),
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
