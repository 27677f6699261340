import { translate } from '../model/localized.js';
import type { ReviewDocument, ReviewInput } from './define.js';
import { codeSection } from './sections/code.js';
import { connectionsSection } from './sections/connections.js';
import { contextsSection } from './sections/contexts.js';
import { costsSection } from './sections/costs.js';
import { decisionsSection } from './sections/decisions.js';
import { findingsSection } from './sections/findings.js';
import { permissionsSection } from './sections/permissions.js';
import { pictureSection } from './sections/picture.js';

const sections = [
  pictureSection,
  contextsSection,
  connectionsSection,
  decisionsSection,
  findingsSection,
  permissionsSection,
  costsSection,
  codeSection,
];

/** The review document of a design, as data: what a reviewer asks for, in one language. */
export function reviewDocument(given: Omit<ReviewInput, 'say'>): ReviewDocument {
  const { system, language } = given;
  const input: ReviewInput = { ...given, say: (text, facts) => translate(text, language, facts) };
  const { name, region } = system.design.settings;
  return {
    language,
    title: name.trim() === '' ? input.say({ en: 'Untitled', ja: '無題' }) : name,
    summary: input.say(
      {
        en: 'Architecture review. Contexts: {contexts}. Nodes: {nodes}. Connections: {connections}. Region: {region}.',
        ja: 'アーキテクチャレビュー。コンテキスト {contexts} 個、ノード {nodes} 個、接続 {connections} 本、リージョン: {region}。',
      },
      {
        contexts: Object.keys(system.design.contexts).length,
        nodes: system.nodes.size,
        connections: system.connections.size,
        region: region ?? { en: 'that of the deployment', ja: 'デプロイ時に指定' },
      },
    ),
    sections: sections.map((make) => make(input)),
  };
}
