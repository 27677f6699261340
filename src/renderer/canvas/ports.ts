import { Position } from '@xyflow/react';

export const portSides = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const;

type Port = {
  readonly id: string;
  readonly type: 'source';
  readonly position: Position;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
interface Size {
  readonly width: number;
  readonly height: number;
}

const portSize = 10;
const known = new Map<string, Port[]>();

/** The ports of a card: in the middle of each side. Cards of one size share them. */
export function portsOf({ width, height }: Size): Port[] {
  const key = `${String(width)} ${String(height)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const port = (position: Position, x: number, y: number): Port => ({
    id: position,
    type: 'source',
    position,
    x: x - portSize / 2,
    y: y - portSize / 2,
    width: portSize,
    height: portSize,
  });
  const ports = [
    port(Position.Top, width / 2, 0),
    port(Position.Right, width, height / 2),
    port(Position.Bottom, width / 2, height),
    port(Position.Left, 0, height / 2),
  ];
  known.set(key, ports);
  return ports;
}
