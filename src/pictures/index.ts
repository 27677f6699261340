export type { PictureIcons, PictureMarks, PictureScene, PictureScope, PictureTheme } from './define.js';
export { designTextIn } from './embedded.js';
export { laidOut } from './laid-out.js';
export { pictureScene } from './scene.js';
export { pictureSvg } from './svg.js';
