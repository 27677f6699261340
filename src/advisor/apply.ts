import type { Design } from '../model/design.js';
import type { System } from '../system/system.js';
import type { Finding } from './define.js';

/** The design with a finding acted on; the same design where there is nothing to apply. Pure. */
export function applyFinding(system: System, finding: Finding): Design {
  return finding.applicable ? finding.rule.apply(system, finding) : system.design;
}
