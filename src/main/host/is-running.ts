import { uptime } from 'node:os';
import { systemCode } from './failure.js';

/** Whether the process that left something at a time (milliseconds) still runs. Its number alone does not tell. */
export function isRunning(pid: number, at: number): boolean {
  // After a restart of the machine another program may have its number.
  if (at < Date.now() - uptime() * 1000) return false;
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
