import '../../catalog/further.js';
import '../yaml/whole-yaml.js';

/** Everything around the drawing that is on screen from the first, as one file: it is loaded right after the picture. */
export { Overlays } from '../canvas/overlays.js';
export { Inspector } from '../inspector/inspector.js';
export { Palette } from '../palette/palette.js';
export { Tour } from '../tour/tour.js';
export { BottomInside } from './bottom-inside.js';
export { StatusBar } from './status-bar.js';
export { TitleBar } from './title-bar.js';
export { Toasts } from './toasts.js';
