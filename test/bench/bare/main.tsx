import { Handle, Position, ReactFlow, useEdgesState, useNodesState, type Node } from '@xyflow/react';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Drawing } from '../drawing.js';
import '@xyflow/react/dist/style.css';

/** React Flow as it comes, with the plainest custom node: what the canvas of the app is measured against. */

function PlainNode({ data }: { readonly data: { readonly label: string } }) {
  return (
    <div style={{ width: 176, height: 56, boxSizing: 'border-box', border: '1px solid #888', background: '#fff' }}>
      <Handle type="target" position={Position.Top} />
      {data.label}
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
}

const nodeTypes = { plain: PlainNode };

function Page({ drawing }: { readonly drawing: Drawing }) {
  const [nodes, setNodes, onNodesChange] = useNodesState<Node>(
    drawing.nodes.map(({ id, x, y, label }) => ({ id, type: 'plain', position: { x, y }, data: { label } })),
  );
  const [edges, , onEdgesChange] = useEdgesState(
    drawing.edges.map(({ id, from, to }) => ({ id, source: from, target: to })),
  );
  useEffect(() => {
    // At once, as after a key press.
    const benchNodes = (change: (nodes: Node[]) => Node[]): void => {
      flushSync(() => {
        setNodes(change);
      });
    };
    Object.assign(globalThis, { benchNodes });
  }, [setNodes]);
  const { x, y, width, height, viewport } = drawing.pane;
  return (
    <div style={{ position: 'fixed', left: x, top: y, width, height }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        defaultViewport={viewport}
        minZoom={0.01}
      />
    </div>
  );
}

const drawing = (await (await fetch('./drawing.json')).json()) as Drawing;
const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<Page drawing={drawing} />);
