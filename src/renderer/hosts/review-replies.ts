import * as z from 'zod/mini';
import type { Host, HostMethod } from '../../host/host.js';

export type ReviewMethod = Extract<HostMethod, 'reviewExport' | 'compareTemplates' | 'readSources'>;

const text = z.string();
const grant = z.object({
  effect: z.enum(['Allow', 'Deny']),
  action: text,
  resource: text,
  principal: z.exactOptional(text),
  condition: z.exactOptional(text),
});

/** Answers to what is asked before an export and for an import: loaded with the first question. */
export const reviewReplies = {
  reviewExport: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('reviewed'),
      folderName: text,
      exportedBefore: z.boolean(),
      lastDesign: z.exactOptional(text),
      files: z.array(
        z.object({
          path: text,
          state: z.enum(['added', 'changed', 'unchanged', 'own', 'changed-by-hand', 'orphaned']),
          current: z.exactOptional(text),
          last: z.exactOptional(text),
          revision: z.exactOptional(text),
          untouched: z.exactOptional(z.boolean()),
        }),
      ),
    }),
    z.object({ status: z.literal('folder-not-empty'), folderName: text }),
    z.object({ status: z.literal('not-readable'), detail: text }),
  ]),
  readSources: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('read'),
      sources: z.object({
        name: text,
        isFolder: z.boolean(),
        folder: z.exactOptional(text),
        files: z.array(
          z.object({
            path: text,
            text: z.exactOptional(text),
            unread: z.exactOptional(z.enum(['too-large', 'too-much', 'not-text', 'not-readable'])),
            isNamed: z.exactOptional(z.boolean()),
          }),
        ),
        isCut: z.boolean(),
      }),
    }),
    z.object({ status: z.enum(['not-found', 'not-readable']), name: text, detail: text }),
  ]),
  compareTemplates: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('compared'),
      difference: z.object({
        resources: z.array(
          z.object({
            stack: text,
            logicalId: text,
            type: text,
            impact: z.enum(['create', 'update', 'replace', 'may-replace', 'move', 'delete', 'retain']),
            holdsData: z.boolean(),
            retained: z.boolean(),
            because: z.exactOptional(text),
            properties: z.array(
              z.object({
                path: text,
                before: z.exactOptional(text),
                after: z.exactOptional(text),
                replaces: z.enum(['always', 'maybe', 'never']),
              }),
            ),
            more: z.number(),
          }),
        ),
        permissions: z.array(
          z.object({
            stack: text,
            logicalId: text,
            type: text,
            isNew: z.boolean(),
            broader: z.boolean(),
            added: z.array(grant),
            removed: z.array(grant),
          }),
        ),
        goneStacks: z.array(text),
      }),
    }),
    z.object({ status: z.literal('failed'), which: z.enum(['before', 'after']), detail: text }),
  ]),
} satisfies { readonly [M in ReviewMethod]: z.ZodMiniType<Awaited<ReturnType<NonNullable<Host[M]>>>> };
