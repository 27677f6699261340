import { services } from '../../catalog/index.js';
import { translate } from '../../model/localized.js';
import { lookup } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { defineFix } from './define.js';
import { likeness } from './similar.js';

const alike = 0.5;
const mostOffers = 3;

/** Changes an unknown service type to one that is spelled nearly so. */
export const knownService = defineFix({
  id: 'known-service',
  codes: ['unknown-service'],
  offer: ({ design }, { node: id }) => {
    const written = id === undefined ? undefined : lookup(design.nodes, id)?.service;
    if (id === undefined || written === undefined) return [];
    return services
      .map((service) => ({
        service,
        like: Math.max(
          ...[service.type, translate(service.label, 'en'), service.cfnType ?? ''].map((name) =>
            likeness(written, name),
          ),
        ),
      }))
      .filter(({ like }) => like >= alike)
      .sort((a, b) => b.like - a.like)
      .slice(0, mostOffers)
      .map(({ service }) => ({
        label: { en: 'Change to {service}', ja: '{service} に変更' },
        facts: { service: service.label },
        apply: (now) => updateNode(now, id, (node) => ({ ...node, service: service.type })),
      }));
  },
  examples: ['nodes: { files: { service: s3bucket, label: Files } }'],
});
