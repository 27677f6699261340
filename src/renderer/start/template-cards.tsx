import { useEffect, useState } from 'react';
import { lookup } from '../../model/design.js';
import { serviceOf } from '../../catalog/index.js';
import { report, openTemplate } from '../studio/files.js';
import { hasPositions, withPositions } from '../studio/positions.js';
import { useStudio, useTranslate, type Translate } from '../studio/studio.js';
import { templates, type Template } from './templates.js';
import { withNotesIn } from './template-notes.js';
import { templateTexts } from './template-texts.js';
import { Thumbnail } from './thumbnail.js';

/** The starter designs as cards with their pictures. */
export function TemplateCards() {
  return (
    <ul className="template-cards">
      {templates.map((template) => (
        <li key={template.id}>
          <TemplateCard template={template} />
        </li>
      ))}
    </ul>
  );
}

/** The services of a design, the most used first. */
function servicesOf({ design }: Template, t: Translate): string {
  const counts = new Map<string, number>();
  for (const { service } of Object.values(design.nodes)) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([type]) => serviceOf(type) ?? [])
    .map((service) => t(service.label))
    .join(', ');
}

function TemplateCard({ template }: { readonly template: Template }) {
  const t = useTranslate();
  const texts = lookup(templateTexts, template.id);
  const title = texts === undefined ? template.name : t(texts.title);
  const language = useStudio((state) => state.language);
  const [design, setDesign] = useState(template.design);
  useEffect(() => {
    if (!hasPositions(template.design)) report(withPositions(template.design).then(setDesign));
  }, [template]);
  return (
    <button
      type="button"
      className="template-card"
      onClick={() => {
        report(openTemplate(withNotesIn(design, template.id, language)));
      }}
    >
      <Thumbnail design={design} />
      <span className="template-words">
        <strong className="ellipsis" title={title}>
          {title}
        </strong>
        <span className="template-text">{texts === undefined ? servicesOf(template, t) : t(texts.text)}</span>
        <span className="template-count">
          {t(
            { en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' },
            { count: Object.keys(design.nodes).length },
          )}
        </span>
      </span>
    </button>
  );
}
