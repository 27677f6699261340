export { analyseHandler } from './analyse.js';
export type { Entry, HandlerAnalysis, HandlerFact, HandlerInput } from './analyse.js';
export { analyseHandlers } from './batch.js';
export type { HandlerFiles } from './files.js';
export { reasonTexts } from './judge/reasons.js';
