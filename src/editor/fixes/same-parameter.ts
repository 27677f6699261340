import { connectionId } from '../../model/design.js';
import { updateConnection } from '../../model/graph.js';
import { defineFix } from './define.js';

const steps = (path: string): readonly string[] => path.split('/');

/** The second path with the parameter that the first one has at the first place where both have one. */
function aligned(first: string, second: string): string {
  const names = steps(first);
  return steps(second)
    .map((step, index) => (step.startsWith('{') && names[index]?.startsWith('{') === true ? names[index] : step))
    .join('/');
}

/** Gives a parameter of a route the name that it has in another route. */
export const sameParameter = defineFix({
  id: 'same-parameter',
  codes: ['route-parameters-differ'],
  offer: (system, { node, facts }) => {
    const { first, second } = facts;
    if (node === undefined || typeof first !== 'string' || typeof second !== 'string') return [];
    const path = aligned(first, second);
    const routes = system.outgoing(node).filter(({ origin, props }) => origin === 'drawn' && props['path'] === second);
    if (path === second || routes.length === 0) return [];
    return [
      {
        label: { en: 'Change {second} to {path}', ja: '{second} を {path} に変更' },
        facts: { second, path },
        apply: (design) =>
          routes.reduce(
            (changed, { id }) =>
              updateConnection(changed, connectionId(id), (route) => ({ ...route, props: { ...route.props, path } })),
            design,
          ),
      },
    ];
  },
  examples: [
    `nodes:
  api: { service: rest-api, label: Api }
  one: { service: lambda-function, label: One }
connections:
  first: { kind: api-proxy, from: api, to: one, props: { method: GET, path: '/orders/{id}' } }
  second: { kind: api-proxy, from: api, to: one, props: { method: PUT, path: '/orders/{orderId}' } }`,
  ],
});
