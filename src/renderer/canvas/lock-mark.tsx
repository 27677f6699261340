import { Lock } from 'lucide-react';

/** What is locked stays where it is. Words for screen readers stand in the name of the node. */
export function LockMark() {
  return <Lock className="lock-mark" size={12} aria-hidden="true" />;
}
