import { serviceOf } from '../../catalog/index.js';
import { lookup, nodeId } from '../../model/design.js';
import { translate } from '../../model/localized.js';
import { defineCommand } from '../define.js';
import { replaceServiceOf } from '../replacement.js';
import { onlyNodes } from './selection.js';

export interface ReplaceServiceArgs {
  readonly node: string;
  /** Service type of the catalog. */
  readonly service: string;
}

/** Makes another service of a node, with the connections that remain possible; `replacementsFor` says what is lost. */
export const replaceService = defineCommand<ReplaceServiceArgs>({
  id: 'replace-service',
  label: { en: 'Replace by another service', ja: '別のサービスに置き換え' },
  enabled: () => true,
  run: (state, { node: id, service: type }) => {
    const node = lookup(state.design.nodes, id);
    const service = serviceOf(type);
    if (node === undefined || service === undefined) return { state, undo: 'none' };
    const label = { en: translate(service.label, 'en'), ja: translate(service.label, 'ja') };
    return {
      state: { design: replaceServiceOf(state.design, nodeId(id), service), selection: onlyNodes([id]) },
      undo: 'step',
      name: { en: `Replace "${node.label}" by ${label.en}`, ja: `「${node.label}」を「${label.ja}」に置き換え` },
    };
  },
});
