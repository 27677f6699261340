/** Signs that steer a terminal or turn the order of what follows: a text of a design could hide behind them. */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text with a sign in their place. */
export const visible = (text: string): string => text.replace(invisible, '\ufffd');
