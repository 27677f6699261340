import {
  Box,
  CircleCheck,
  CircleX,
  Clock,
  Columns3,
  CircleQuestionMark,
  Globe,
  Layers,
  MoveRight,
  Split,
  UserCheck,
  type LucideIcon,
} from 'lucide-react';
import { lookup } from '../../model/design.js';
import { taskServiceOf } from './task-services.js';

const flowIcons: Readonly<Record<string, LucideIcon>> = {
  Choice: Split,
  Parallel: Columns3,
  Map: Layers,
  Wait: Clock,
  Pass: MoveRight,
  Succeed: CircleCheck,
  Fail: CircleX,
  Task: Box,
  http: Globe,
  activity: UserCheck,
};

interface StateIconProps {
  /** The type of the state, or `http` and `activity` for Tasks that call no AWS service. */
  readonly type: string;
  /** Of a Task, as ASL writes it: `dynamodb`. */
  readonly service?: string | undefined;
  readonly size: number;
}

/** The drawing of the service that a Task calls, or the sign of a flow state. Decorative: the name stands beside it. */
export function StateIcon({ type, service, size }: StateIconProps) {
  const icon = service === undefined ? undefined : taskServiceOf(service).icon;
  if (icon !== undefined)
    return <img className="service-icon" src={icon} width={size} height={size} alt="" draggable={false} />;
  const Icon = lookup(flowIcons, type) ?? CircleQuestionMark;
  return (
    <span className="service-glyph state-glyph" style={{ width: size, height: size }} aria-hidden="true">
      <Icon size={Math.round(size * 0.5)} />
    </span>
  );
}
