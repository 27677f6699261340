import type { Localized } from '../../model/localized.js';
import type { Severity } from '../../model/problems.js';

export interface AslProblemText {
  readonly severity: Severity;
  /** What is wrong. */
  readonly message: Localized;
  /** What to do about it. */
  readonly action: Localized;
}

/** Words in English and Japanese. */
type Words = readonly [en: string, ja: string];

const text = <S extends Severity>(severity: S, message: Words, action: Words) => ({
  severity,
  message: { en: message[0], ja: message[1] },
  action: { en: action[0], ja: action[1] },
});

export const defineProblems = <const T extends Record<string, AslProblemText>>(texts: T): T => texts;
/** The service refuses the definition, or the state can never do what it says. */
export const error = (message: Words, action: Words) => text('error', message, action);
/** The service takes the definition; what it does is hardly what was meant. */
export const warning = (message: Words, action: Words) => text('warning', message, action);
