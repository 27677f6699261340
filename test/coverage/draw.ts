import { connectionOf, serviceOf } from '../../src/catalog/index.js';
import type { Design, Json, NodeId } from '../../src/model/design.js';
import { lookup } from '../../src/model/design.js';
import { translate } from '../../src/model/localized.js';
import { directWays } from '../../src/system/direct.js';
import { endOf, resolveNode } from '../../src/system/nodes.js';
import type { SystemNode } from '../../src/system/system.js';
import { addTaskFor } from '../../src/system/tasks.js';
import { connectDirectly } from '../../src/system/ways.js';
import { design, idOf } from '../helpers/design-text.js';
import { ends, publishers } from './ends.js';
import { mechanisms, wholes } from './mechanisms.js';
import type { Row } from './reference.js';

/** Small designs of one row, the usual one first and then one for each of its options; or why there is none. */
export type Drawn = { readonly designs: readonly Design[] } | { readonly reason: string };

const labels = { from: 'Sender', to: 'Receiver' } as const;

/** Draws a row with the nodes and kinds of the catalog. */
export function draw(row: Row): Drawn {
  const whole =
    lookup(wholes, `${row.mechanism} ${row.source} ${row.target}`) ?? lookup(wholes, `${row.source} ${row.target}`);
  if (whole !== undefined) return fromText(whole);
  const from = placeOf(row.source, labels.from);
  if (row.mechanism === 'aws-service-event') return drawServiceEvent(row, from);
  const to = placeOf(row.target, labels.to);
  if ('reason' in from) return from;
  if ('reason' in to) return to;
  if (row.mechanism === 'pipes')
    return fromText(
      `${from.text} -pipe-source-> pipe Pipe -pipe-target-> ${to.node}; ${[...from.beside, ...to.beside].join('; ')}`,
    );
  const apart = design([from.text, to.text, ...from.beside, ...to.beside].join('; '));
  return row.mechanism.startsWith('sfn-') ? drawTasks(row, apart) : drawConnections(row, apart);
}

interface Place {
  /** The node, by its label alone where it was drawn before. */
  readonly text: string;
  readonly node: string;
  readonly beside: readonly string[];
}

function placeOf(name: string, label: string): Place | { readonly reason: string } {
  const [node = '', ...beside] = (lookup(ends, name) ?? '').split('; ');
  const [, service = '', props = ''] = /^([a-z0-9-]+)(.*)$/.exec(node) ?? [];
  if (service === '') return { reason: `"${name}" stands for no node` };
  if (serviceOf(service) === undefined) return { reason: `no service "${service}"` };
  const text = `${service} ${label}${props}`;
  return { text, node: text, beside };
}

const fromText = (text: string): Drawn => {
  try {
    return { designs: [design(text)] };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
};

/** Events of a service are on the default bus: the node that stands for them, and the resource where it is drawn. */
function drawServiceEvent({ source }: Row, place: Place | { readonly reason: string }): Drawn {
  const drawn = 'reason' in place ? [] : [place.text, ...place.beside];
  const publisher = lookup(publishers, source) ?? `aws.${source}`;
  return fromText([`aws-events Events(publisher: ${publisher}) -rule-> sqs-queue Queue`, ...drawn].join('; '));
}

function endsIn(made: Design): readonly [SystemNode, SystemNode] {
  const resolved = (id: NodeId): SystemNode => {
    const node = lookup(made.nodes, id);
    if (node === undefined) throw new Error(`no node ${id}`);
    return resolveNode(made.settings, id, node);
  };
  return [resolved(idOf(made, labels.from)), resolved(idOf(made, labels.to))];
}

/** One design for each action that the row names: of an optimized integration all that the node takes. */
function drawTasks({ arn = '', target }: Row, apart: Design): Drawn {
  const [from, to] = endsIn(apart);
  const role = endOf(to, 'sdkTarget')?.role;
  if (role === undefined) return { reason: `no Task calls "${to.service.type}"` };
  const named = /:aws-sdk:(\w+):(\w+)$/.exec(arn);
  const actions =
    named?.[2] !== undefined
      ? [named[1] === role.service ? named[2] : `${named[1] ?? ''}:${named[2]}`]
      : (role.optimized ?? []).filter(({ resource }) => resource.startsWith(arn)).map(({ action }) => action);
  if (target === 'any-aws-service') actions.splice(0, actions.length, 'sns:publish');
  const designs = actions.map((action) => addTaskFor(apart, from.id, to.id, action)).filter((made) => made !== apart);
  return designs.length > 0 ? { designs } : { reason: `no Task of ${arn} calls "${to.service.type}"` };
}

/** One design with what the kind proposes, and one for each further value of what can be chosen between these ends. */
function drawConnections({ mechanism, target }: Row, apart: Design): Drawn {
  const [from, to] = endsIn(apart);
  const kinds = lookup(mechanisms, mechanism) ?? [];
  const { ways, refusals } = directWays(from, to);
  const reasons = [
    ...kinds.filter((kind) => connectionOf(kind) === undefined).map((kind) => `no kind "${kind}"`),
    ...refusals.map((text) => translate(text, 'en')),
  ];
  const fitting = ways.filter(({ kind }) => kinds.includes(kind));
  if (fitting.length === 0)
    return { reason: [`no ${kinds.join(' or ')} to "${to.service.type}"`, ...reasons].join('; ') };
  const variants = fitting.flatMap(({ kind, drawn }) => {
    const options = drawn?.definition.optionsFor?.(drawn.from, drawn.to) ?? {};
    const chosen = Object.entries(options).flatMap(([name, values]) =>
      values.map((value): Readonly<Record<string, Json>> => ({ [name]: value })),
    );
    const first = target === 'any-aws-service' ? { action: 'sns:publish' } : {};
    return [first, ...chosen].map((props) => connectDirectly(apart, from.id, to.id, kind, props).design);
  });
  return { designs: variants };
}
