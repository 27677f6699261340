import { Box } from 'lucide-react';
import { serviceIcons } from 'virtual:service-icons';
import { lookup } from '../../model/design.js';

/** AWS's drawing of a service, unchanged. Decorative unless it has a name: the name usually stands beside it. */
export function ServiceIcon({ icon, size, name = '' }: { icon: string | undefined; size: number; name?: string }) {
  const url = icon === undefined ? undefined : lookup(serviceIcons, icon);
  if (url === undefined)
    return (
      <span className="service-glyph" style={{ width: size, height: size }} aria-hidden={name === ''} title={name}>
        <Box size={Math.round(size * 0.6)} />
      </span>
    );
  return <img className="service-icon" src={url} width={size} height={size} alt={name} draggable={false} />;
}
