import type { SupportName } from '../../ts-ast/ast.js';

const files: Readonly<Record<SupportName, string>> = { addSection: 'add-section', alarmOn: 'alarm-on' };

/** Where a stack imports a function of `lib/support` from. */
export const supportPath = (name: SupportName): string => `./support/${files[name]}`;
