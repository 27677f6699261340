import { pictureTexts } from '../../pictures/index.js';
import type { MakeSection } from '../define.js';

/** The drawing. */
export const pictureSection: MakeSection = ({ say }) => ({
  id: 'picture',
  title: say({ en: 'Architecture', ja: 'アーキテクチャ' }),
  blocks: [{ kind: 'picture' }, { kind: 'text', text: say(pictureTexts.icons), tone: 'hint' }],
});
