export { analyseHandler } from './analyse.js';
export type { Entry, HandlerAnalysis, HandlerInput } from './analyse.js';
export { analyseHandlers } from './batch.js';
export type { HandlerFact } from './facts.js';
export type { HandlerFiles } from './files.js';
export { reasonTexts } from './judge/reasons.js';
