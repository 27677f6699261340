import { Lightbulb } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import type { Finding } from '../../advisor/define.js';
import type { NodeId } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import { findingText } from '../advisor/texts.js';
import { showPreview } from '../advisor/actions.js';
import { openFinding, useStudio, useTranslate } from '../studio/studio.js';
import { Button } from '../ui/button.js';

const headings = {
  replace: { en: 'Only transports', ja: '転送のみ' },
  partly: { en: 'Partly transports', ja: '一部が転送' },
  keep: { en: 'Keep it', ja: '残す関数' },
  question: { en: 'A question', ja: '確認事項' },
} as const satisfies Record<Finding['verdict'], Localized>;

/** What the advisor says of a node, in two lines. */
export function FindingBoxes({ node }: { readonly node: NodeId }) {
  const findings = useStudio(
    useShallow((state) =>
      state.findings.filter(
        ({ dismissed, nodes, function: lambda }) => dismissed === undefined && (lambda ?? nodes[0]) === node,
      ),
    ),
  );
  return findings.map((finding) => <FindingBox key={finding.id} finding={finding} />);
}

function FindingBox({ finding }: { readonly finding: Finding }) {
  const t = useTranslate();
  return (
    <section className="finding-box">
      <h3>
        <Lightbulb size={16} />
        {t(headings[finding.verdict])}
      </h3>
      <p>{t(findingText(finding, 'what'), finding.facts)}</p>
      <div className="finding-box-actions">
        {finding.applicable ? (
          <Button
            variant="link"
            onClick={() => {
              showPreview(finding, 'after');
              openFinding(finding.id);
            }}
          >
            {t({ en: 'Preview', ja: 'プレビュー' })}
          </Button>
        ) : null}
        <Button
          variant="link"
          onClick={() => {
            openFinding(finding.id);
          }}
        >
          {t({ en: 'Open suggestion', ja: '提案を開く' })}
        </Button>
      </div>
    </section>
  );
}
