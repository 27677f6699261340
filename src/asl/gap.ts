/** How a marked gap begins: what was to be sent is not known, and the state fails until it is written. */
export const missingMapping = "$error('Mapping missing";
