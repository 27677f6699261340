import { matchEvent, type MatchResult } from '../../events/match.js';
import { parsePattern, type Pattern } from '../../events/pattern.js';
import { samplesOf, type Sample } from '../../events/samples.js';
import type { Design } from '../../model/design.js';

/** The pattern of a text; undefined where it is none, which is said elsewhere. */
export function patternOf(text: string): Pattern | undefined {
  try {
    const parsed = parsePattern(JSON.parse(text));
    return 'pattern' in parsed ? parsed.pattern : undefined;
  } catch {
    return undefined;
  }
}

/** The samples of a design with what a pattern says to each. */
export function trySamples(design: Design, pattern: Pattern): readonly (readonly [Sample, MatchResult])[] {
  return samplesOf(design).map((sample) => [sample, matchEvent(pattern, sample.event)] as const);
}
