import type { Handler } from 'aws-lambda';

// '; process.exit(); '
//
// */ ${process.exit()}
// // still a comment
//
// Environment variables:
// - A_B
// - DEPENDENCIES_URL
//
// May call:
// - sqs:SendMessage on Queue `${x}`
//
// This file is yours: an export writes it once and never touches it again.
export const handler: Handler<unknown, unknown> = async () => {
  throw new Error('class is not written yet');
};
