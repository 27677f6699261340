import { app } from 'electron';
import { detailOf } from '../host/failure.js';
import { startApp } from './main.js';

// Not awaited: Electron becomes ready only after this module has run to its end.
startApp(process.argv, process.cwd()).catch((error: unknown) => {
  process.stderr.write(`${detailOf(error)}\n`);
  app.exit(1);
});
