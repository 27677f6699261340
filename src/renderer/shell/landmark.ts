/** The title bar: its menus are put into it, so that they lie within a landmark of the page. */
export const titleBar = (): HTMLElement | null => document.querySelector('.title-bar');
