import type { Design } from '../../model/design.js';
import { parseDesign } from '../../model/parse.js';
import { byCodeUnit } from '../../model/names.js';

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly design: Design;
}

const files = import.meta.glob<string>('../../../templates/designs/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const size = ({ design }: Template): number => Object.keys(design.nodes).length;

/** The starter designs that ship with the app, the biggest last. */
export const templates: readonly Template[] = Object.entries(files)
  .flatMap(([path, text]): Template[] => {
    const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
    const { design } = parseDesign(text, { file: id });
    return design === undefined ? [] : [{ id, name: design.settings.name, design }];
  })
  .sort((a, b) => size(a) - size(b) || byCodeUnit(a.id, b.id));
