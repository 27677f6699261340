/** How far one can zoom out and in. */
export const minZoom = 0.1;
export const maxZoom = 2;
