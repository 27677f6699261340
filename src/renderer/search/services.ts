import { services } from '../../catalog/index.js';
import type { ServiceDefinition } from '../../catalog/define.js';
import { translate, type Language } from '../../model/localized.js';
import { rank } from '../../model/fold.js';

/** Services that answer a query in either language, best first; all in the order of the catalog without a query. */
export function searchServices(query: string, language: Language): readonly ServiceDefinition[] {
  if (query.trim() === '') return services;
  const other = language === 'en' ? 'ja' : 'en';
  return services
    .map((service, index) => ({
      service,
      index,
      rank: rank(query, [
        translate(service.label, language),
        translate(service.label, other),
        ...service.keywords,
        service.cfnType ?? '',
        translate(service.description, language),
        translate(service.description, other),
      ]),
    }))
    .filter((entry): entry is typeof entry & { rank: number } => entry.rank !== undefined)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ service }) => service);
}
