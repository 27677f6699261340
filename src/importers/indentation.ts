import { parseEvents, YAMLException, type Event } from 'js-yaml';

/**
 * Lists, maps and quoted text over several lines whose lines begin too far left: CloudFormation takes them, YAML does not.
 * The white space at the beginning of such a line means nothing, so more of it says the same.
 */

const pad = ' '.repeat(200);
/** Each line costs a look at the whole text: so many characters are looked at altogether. */
const maxWork = 20_000_000;

export interface ParsedYaml {
  readonly events: Event[];
  /** What was parsed: the text, or one in which lines were moved to the right. */
  readonly text: string;
  /** The column that a place in `text` has in what was given; both count from 1. */
  column(line: number, column: number): number;
}

/** Parses YAML; throws what the parser says where moving lines does not help. */
export function parseYaml(given: string, maxDepth: number): ParsedYaml {
  const moved = new Map<number, number>();
  const column = (line: number, at: number): number => Math.max(1, at + (moved.get(line) ?? 0));
  let text = given;
  for (let work = given.length; ; work += given.length) {
    try {
      return { events: parseEvents(text, { maxDepth }), text, column };
    } catch (error) {
      const line = lineToMove(error);
      if (line === undefined || moved.has(line) || work > maxWork) throw original(error, given, moved);
      const start = startOfLine(text, line);
      const white = /^[ \t]*/.exec(text.slice(start, start + 10_000))?.[0].length ?? 0;
      moved.set(line, white - pad.length);
      text = text.slice(0, start) + pad + text.slice(start + white);
    }
  }
}

/** The line that begins too far left; undefined: something else is wrong. */
function lineToMove(error: unknown): number | undefined {
  if (!(error instanceof YAMLException) || error.mark === undefined) return undefined;
  return error.reason === 'deficient indentation' ? error.mark.line + 1 : undefined;
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return start;
    start = end + 1;
  }
  return start;
}

/** The error at the place that it has in what was given. */
function original(error: unknown, given: string, moved: ReadonlyMap<number, number>): unknown {
  if (!(error instanceof YAMLException) || error.mark === undefined) return error;
  const { line, column, position } = error.mark;
  const shifted = column + (moved.get(line + 1) ?? 0);
  return new YAMLException(error.reason, { buffer: given, position, line, column: Math.max(0, shifted) });
}
