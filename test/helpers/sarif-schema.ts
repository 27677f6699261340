import { z } from 'zod';

/**
 * What https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json says of the parts of a
 * log that we write. Strict: a key that the schema does not know is an error there, too.
 */
const index = z.number().int().min(0);
const line = z.number().int().min(1);
const level = z.enum(['none', 'note', 'warning', 'error']);
const message = z.strictObject({ text: z.string().min(1) });
const bag = z.object({ tags: z.array(z.string()).optional() }).loose();
const uri = z.string().regex(/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/);
const absolute = uri.regex(/^https?:\/\//);

const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri }),
  region: z.strictObject({ startLine: line, startColumn: line.optional(), endLine: line.optional() }),
});

const location = z.strictObject({
  id: index.optional(),
  physicalLocation,
  logicalLocations: z.array(z.strictObject({ name: z.string(), kind: z.string() })).optional(),
  message: message.optional(),
});

const result = z
  .strictObject({
    ruleId: z.string(),
    ruleIndex: index,
    level,
    kind: z.enum(['notApplicable', 'pass', 'fail', 'review', 'open', 'informational']),
    message,
    locations: z.array(location).min(1),
    relatedLocations: z.array(location).optional(),
    partialFingerprints: z.record(z.string(), z.string()),
    properties: bag,
  })
  // 3.27.10: a result of another kind than `fail` has no level.
  .refine(({ kind, level: of }) => (kind === 'fail') === (of !== 'none'));

const rule = z.strictObject({
  id: z.string(),
  name: z.string().regex(/^[A-Za-z]+$/),
  shortDescription: message,
  fullDescription: message,
  helpUri: absolute,
  defaultConfiguration: z.strictObject({ level }),
  properties: bag,
});

export const sarifSchema = z.strictObject({
  $schema: absolute,
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({ driver: z.strictObject({ name: z.string(), rules: z.array(rule) }) }),
        language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(result),
      }),
    )
    .length(1),
});
