import { mapped } from './mapped.js';

/** Routes, stages and authorizers are read by what connects it; it has no property of a field of its own. */
export const httpApi = mapped('http-api', { 'AWS::Serverless::HttpApi': [] });
