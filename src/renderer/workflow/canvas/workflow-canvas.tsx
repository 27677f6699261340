import { ConnectionMode, MiniMap, PanOnScrollMode, ReactFlow, ReactFlowProvider, SelectionMode } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { lookup } from '../../../model/design.js';
import { Grid } from '../../canvas/grid.js';
import { watchNodes } from '../../canvas/touched-node.js';
import { useViewportMarks } from '../../canvas/viewport-marks.js';
import { useWheel } from '../../canvas/use-wheel.js';
import { maxZoom, minZoom } from '../../canvas/zoom.js';
import { useStudio, useTranslate } from '../../studio/studio.js';
import type { WorkflowView } from '../workflow.js';
import { resetCanvas, useWorkflowCanvas, workflowCanvas } from './canvas-state.js';
import { FarTransitions, useNearTransitions } from './far-transitions.js';
import { WorkflowProjector } from './projection.js';
import { ContainerCard, FlowMark, MachineFrame, StateCard } from './state-card.js';
import { TransitionLine } from './transition-line.js';
import { TransitionPills } from './transition-pills.js';
import { nothingPlaced } from './prepare-layouts.js';
import { hasPlaces, useWorkflowLayout } from './use-layout.js';
import { useMarks } from './use-marks.js';
import { useWorkflowGestures } from './use-gestures.js';
import { useWorkflowView } from './use-view.js';
import { DrawnLine } from '../../canvas/drawn-line.js';
import { LineTools } from './line-tools.js';
import { NameInput } from './name-input.js';
import { WorkflowOverlays } from './overlays.js';
import { workflowKey } from './keyboard.js';
import '@xyflow/react/dist/base.css';
import '../../canvas/canvas.css';
import '../../canvas/nodes.css';
import '../../canvas/lines.css';
import '../../canvas/popovers.css';
import './workflow-canvas.css';

const nodeTypes = { state: StateCard, container: ContainerCard, frame: MachineFrame, mark: FlowMark };
const edgeTypes = { transition: TransitionLine };
const panButtons = [1];
const autoPanSpeed = 6;

/** The drawing of a state machine: states, transitions, and every gesture on them. */
export function WorkflowCanvas({ workflow }: { readonly workflow: WorkflowView }) {
  // Each machine is a drawing of its own: nothing of another one is carried over.
  return (
    <ReactFlowProvider key={workflow.node}>
      <Drawing workflow={workflow} />
    </ReactFlowProvider>
  );
}

function Drawing({ workflow }: { readonly workflow: WorkflowView }) {
  const t = useTranslate();
  const collapsed = useWorkflowCanvas((state) => state.collapsed);
  const line = useWorkflowCanvas((state) => state.line);
  const minimap = useWorkflowCanvas((state) => state.minimap);
  const isTidying = useWorkflowCanvas((state) => state.isTidying);
  const isDrawingLine = useWorkflowCanvas((state) => state.drawing !== undefined);
  const placed = useStudio(({ design }) => lookup(design.layout.states, workflow.node) ?? nothingPlaced);
  const nodesOfDesign = useStudio((state) => state.design.nodes);
  const laidOut = useWorkflowLayout(workflow, collapsed, placed, t);
  const marks = useMarks(workflow);
  const { substitutions } = workflow.definition;
  const words = useMemo(() => ({ t, substitutions, nodes: nodesOfDesign }), [t, substitutions, nodesOfDesign]);
  const gestures = useWorkflowGestures();
  const projector = useRef<WorkflowProjector>(null);
  projector.current ??= new WorkflowProjector();
  const { current } = projector;
  const { nodes, edges } = useMemo(
    () =>
      laidOut === undefined
        ? { nodes: [], edges: [] }
        : current.project({
            ...(hasPlaces(workflow.graph, laidOut) ? { tree: workflow.tree, graph: workflow.graph } : laidOut),
            layout: laidOut.layout,
            selected: workflow.selected,
            line,
            collapsed: laidOut.collapsed,
            words,
            marks,
            moved: gestures.moved,
          }),
    [current, workflow, laidOut, line, words, marks, gestures.moved],
  );
  const { near, isFar } = useNearTransitions(edges);
  useEffect(() => {
    workflowCanvas.setState({ graph: workflow.graph, layout: laidOut?.layout });
  }, [workflow.graph, laidOut]);
  useEffect(() => resetCanvas, []);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current === null ? undefined : watchNodes(root.current)), []);
  useViewportMarks();
  useWheel(root);
  const { zoomLevel } = useWorkflowView(laidOut !== undefined);
  return (
    <div
      ref={root}
      className="canvas workflow-canvas"
      data-panel="canvas"
      data-zoom={zoomLevel}
      data-tidying={isTidying}
      data-connecting={isDrawingLine}
      onKeyDown={workflowKey}
      onDragOver={gestures.dragOver}
      onDragLeave={gestures.dragLeave}
      onDrop={gestures.drop}
      onDoubleClick={gestures.doubleClick}
      onContextMenu={gestures.contextMenu}
      onPointerDownCapture={gestures.pointerDown}
      onPointerMove={gestures.pointerMove}
    >
      <ReactFlow
        nodes={nodes}
        edges={near}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={gestures.nodesChange}
        onNodeClick={gestures.nodeClick}
        onEdgeClick={gestures.edgeClick}
        onPaneClick={gestures.paneClick}
        onNodeDragStart={gestures.dragStart}
        onNodeDrag={gestures.drag}
        onNodeDragStop={gestures.dragStop}
        onConnectStart={gestures.connectStart}
        onConnectEnd={gestures.connectEnd}
        onEdgeMouseEnter={gestures.edgeEnter}
        onEdgeMouseLeave={gestures.edgeLeave}
        connectionLineComponent={DrawnLine}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={0}
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        selectionKeyCode={null}
        selectionOnDrag
        selectionMode={SelectionMode.Full}
        panActivationKeyCode="Space"
        panOnDrag={panButtons}
        panOnScroll
        panOnScrollMode={PanOnScrollMode.Free}
        zoomActivationKeyCode={['Control', 'Meta']}
        zoomOnDoubleClick={false}
        minZoom={minZoom}
        maxZoom={maxZoom}
        nodeDragThreshold={3}
        autoPanSpeed={autoPanSpeed}
        proOptions={{ hideAttribution: true }}
      >
        <Grid />
        {isFar ? <FarTransitions edges={edges} /> : null}
        <TransitionPills edges={edges} />
        {minimap ? (
          <MiniMap
            pannable
            zoomable
            className="minimap"
            bgColor="var(--surface)"
            maskColor="color-mix(in srgb, var(--canvas) 72%, transparent)"
            nodeColor="var(--line-2)"
            nodeBorderRadius={8}
          />
        ) : null}
        <LineTools />
        <NameInput />
      </ReactFlow>
      <WorkflowOverlays />
    </div>
  );
}
