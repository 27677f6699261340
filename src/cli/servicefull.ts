#!/usr/bin/env node
import { languageOf, printable, type Io } from './io.js';
import { runCli } from './run.js';

// A reader that had enough (`| head`) is no error.
process.stdout.on('error', () => process.exit(0));

const io: Io = {
  out: (text) => process.stdout.write(printable(text)),
  // On a terminal even a file's content must not steer it.
  raw: (text) => process.stdout.write(process.stdout.isTTY ? printable(text) : text),
  err: (text) => process.stderr.write(printable(text)),
  cwd: process.cwd(),
  language: languageOf(process.env),
  untilStopped: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};

process.exitCode = await runCli(process.argv.slice(2), io);
