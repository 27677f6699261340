import type { ConnectionDefinition, End, Permission, RoleName } from '../../catalog/define.js';
import { lookup } from '../../model/design.js';
import type { Field, Fields } from '../../model/fields.js';
import { permissionsOf } from '../../system/permissions.js';
import { endOf } from '../../system/nodes.js';
import type { System, SystemConnection } from '../../system/system.js';

interface Ends {
  readonly definition: ConnectionDefinition;
  readonly from: End<RoleName>;
  readonly to: End<RoleName>;
}

/** A drawn connection with its ends as its kind sees them; undefined where they do not have its roles. */
function endsOf(system: System, { definition, from, to }: SystemConnection): Ends | undefined {
  const [source, target] = [system.node(from), system.node(to)];
  if (definition === undefined || source === undefined || target === undefined) return undefined;
  const [start, end] = [endOf(source, definition.from), endOf(target, definition.to)];
  return start === undefined || end === undefined ? undefined : { definition, from: start, to: end };
}

/** The fields of a connection that mean something for its ends, with the values that fit these. */
export function fittingFields(system: System, connection: SystemConnection): Fields {
  const ends = endsOf(system, connection);
  const fields = connection.definition?.fields ?? {};
  const options = ends?.definition.optionsFor?.(ends.from, ends.to) ?? {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, Field][] => {
      const fitting = lookup(options, name);
      if (fitting === undefined) return [[name, field]];
      return fitting.length === 0 ? [] : [[name, narrowed(field, fitting)]];
    }),
  );
}

function narrowed(field: Field, fitting: readonly string[]): Field {
  const [first = ''] = fitting;
  switch (field.kind) {
    case 'choice':
      return {
        ...field,
        options: Object.fromEntries(Object.entries(field.options).filter(([value]) => fitting.includes(value))),
        default: fitting.includes(field.default) ? field.default : first,
      };
    case 'text':
      return { ...field, suggestions: fitting, ...(field.default === undefined ? { placeholder: first } : {}) };
    case 'list':
      return { ...field, suggestions: fitting };
    default:
      return field;
  }
}

/** What a connection lets one end do to the other: of a Task, what its machine may do to the target. */
export function permissionsOfConnection(system: System, connection: SystemConnection): readonly Permission[] {
  const ends = endsOf(system, connection);
  if (ends !== undefined) return ends.definition.permissions(ends.from, ends.to, connection.props);
  return connection.origin === 'task'
    ? permissionsOf(system).filter(
        ({ grantee, resources }) => grantee === connection.from && resources.some(({ node }) => node === connection.to),
      )
    : [];
}
