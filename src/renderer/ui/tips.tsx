import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

/** Around a part of the screen whose buttons have tooltips: after the first, the next ones come at once. */
export function Tips({ children }: { readonly children: ReactNode }) {
  return <Tooltip.Provider delayDuration={500}>{children}</Tooltip.Provider>;
}
