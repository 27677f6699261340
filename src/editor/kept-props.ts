import { lookup, type Design, type Json } from '../model/design.js';
import { checkField, type Field, type Fields } from '../model/fields.js';

type Props = Readonly<Record<string, Json>>;

/** Props of something that becomes something else: those that still mean something there, with a value that is valid. */
export function keptProps(design: Design, props: Props, before: Fields, after: Fields): Props {
  return Object.fromEntries(
    Object.entries(props).filter(([name, value]) => {
      const [old, field] = [lookup(before, name), lookup(after, name)];
      return (
        old !== undefined &&
        field?.kind === old.kind &&
        checkField(field, value) === undefined &&
        fits(design, field, value)
      );
    }),
  );
}

function fits(design: Design, field: Field, value: Json): boolean {
  if (field.kind !== 'node') return true;
  const target = typeof value === 'string' ? lookup(design.nodes, value) : undefined;
  return target !== undefined && field.services.includes(target.service);
}
