import type { Scored } from '../score.js';

export const handlerCases = (): readonly Scored[] => [];
