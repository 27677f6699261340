/** Whether a text is a single name, not a path, that a file or folder can have on every platform. */
export const isFileName = (name: string): boolean =>
  name !== '' && name.length <= 200 && name !== '.' && name !== '..' && !/[\u0000-\u001f\u007f\\/:]/.test(name);
