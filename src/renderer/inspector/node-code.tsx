import type { NodeId } from '../../model/design.js';
import { DefinitionEditor } from '../code/definition-editor.js';
import { FileView } from '../code/file-view.js';
import { useStudio, useTranslate } from '../studio/studio.js';

/** The definition of a state machine to edit, or the file that tells most of a node. */
export function NodeCode({ id }: { readonly id: NodeId }) {
  const t = useTranslate();
  const hasDefinition = useStudio((state) => state.system.node(id)?.node.definition !== undefined);
  const path = useStudio((state) => state.analysis?.project.filesOf.get(id)?.[0]);
  if (hasDefinition) return <DefinitionEditor id={id} />;
  if (path === undefined)
    return <p className="hint panel-empty">{t({ en: 'No code of its own.', ja: '専用のコードはありません。' })}</p>;
  return <FileView path={path} />;
}
