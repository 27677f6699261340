import type { Json } from './design.js';

/** A map of JSON, such as the properties of a resource. */
export type JsonMap = Readonly<Record<string, Json>>;

export const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);
