/** The type of a field: text, number, boolean, map, any JSON; fields of an object; a list with the type of its elements. */
export type Shape = 's' | 'n' | 'b' | 'm' | 'j' | { readonly [field: string]: Shape } | readonly [Shape];

/** Fields of the detail by source, then by detail type. */
export type KnownEvents = ReadonlyMap<string, ReadonlyMap<string, Shape>>;

type Text = Readonly<Record<string, Readonly<Record<string, Shape>>>>;

let loading: Promise<KnownEvents> | undefined;

/** The events that AWS services publish. A chunk of its own, fetched when first asked for. */
export function loadKnownEvents(): Promise<KnownEvents> {
  loading ??= import('./known-events.generated.js').then(({ knownEventsText }) => {
    // Written by our own script, so that its shape is known.
    const parsed = JSON.parse(knownEventsText) as Text;
    return new Map(Object.entries(parsed).map(([source, types]) => [source, new Map(Object.entries(types))]));
  });
  return loading;
}

/** The type of what a field holds: an element where it is a list. */
export const elementOf = (shape: Shape): Shape => (isList(shape) ? elementOf(shape[0]) : shape);

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

export const fieldsOf = (shape: Shape): Readonly<Record<string, Shape>> => {
  const element = elementOf(shape);
  return typeof element === 'object' && !isList(element) ? element : {};
};
