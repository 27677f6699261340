import { ConnectionMode, MiniMap, PanOnScrollMode, ReactFlow, ReactFlowProvider, SelectionMode } from '@xyflow/react';
import { useRef } from 'react';
import { useStudio, useTranslate } from '../studio/studio.js';
import { loadAfterPicture } from '../ui/load-later.js';
import { ContextArea, NoteCard } from './area-node.js';
import { useCanvas } from './canvas-state.js';
import { canvasKey } from './keyboard.js';
import { ConnectionLine } from './connection-edge.js';
import { DrawnLine } from './drawn-line.js';
import { EditInPlace } from './edit-in-place.js';
import { LinesFromAfar } from './far-lines.js';
import { Grid } from './grid.js';
import { DragGuides } from './guides.js';
import { LineHandles } from './line-handles.js';
import { BusBar, NodeCard } from './node-card.js';
import { Pills } from './pills.js';
import { ResizeHandles } from './resize-handles.js';
import { texts } from './texts.js';
import { useFocusFollowsSelection } from './focus-follows.js';
import { useGestures } from './use-gestures.js';
import { useDrawingFeed, useWatchedNodes } from './use-drawing-feed.js';
import { useViewportMarks } from './viewport-marks.js';
import { useMenu } from './use-menu.js';
import { useView } from './use-view.js';
import { useWheel } from './use-wheel.js';
import { maxZoom, minZoom } from './zoom.js';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import './nodes.css';
import './lines.css';
import './popovers.css';

/** What floats above the drawing. */
const Overlays = loadAfterPicture(async () => (await import('../shell/chrome.js')).Overlays);

/** The same elements each time, so that an edit draws none of them anew. */
const grid = <Grid />;
const pills = <Pills />;
const handles = (
  <>
    <ResizeHandles />
    <LineHandles />
    <DragGuides />
    <EditInPlace />
  </>
);

const nodeTypes = { card: NodeCard, bus: BusBar, area: ContextArea, note: NoteCard };
const edgeTypes = { connection: ConnectionLine };
const panButtons = [1];
/** Pixels of a frame at the most, while something is dragged at an edge. */
const autoPanSpeed = 6;

/** The drawing: nodes, connections and contexts of the design, and every gesture on them. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Drawing />
    </ReactFlowProvider>
  );
}

function Drawing() {
  const isEditable = useStudio(({ preview }) => preview === undefined);
  const feed = useDrawingFeed();
  useFocusFollowsSelection();
  useWatchedNodes();
  useViewportMarks();
  const gestures = useGestures(feed);
  const { zoomLevel } = useView();
  const root = useRef<HTMLDivElement>(null);
  useWheel(root);
  const openMenu = useMenu();
  const { minimap, isTidying, isConnecting } = {
    minimap: useCanvas((state) => state.minimap),
    isTidying: useCanvas((state) => state.isTidying),
    isConnecting: useCanvas((state) => state.connecting !== undefined),
  };
  return (
    <div
      ref={root}
      className="canvas"
      data-panel="canvas"
      data-zoom={zoomLevel}
      data-tidying={isTidying}
      data-connecting={isConnecting}
      data-preview={!isEditable}
      onKeyDown={canvasKey}
      onDragOver={gestures.dragOver}
      onDrop={gestures.dropService}
      onDoubleClick={gestures.doubleClick}
      onContextMenu={openMenu}
      onPointerDownCapture={gestures.pointerDown}
      onPointerMove={gestures.pointerMove}
      onPointerUpCapture={gestures.pointerUp}
    >
      <ReactFlow
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={gestures.nodesChange}
        onEdgesChange={gestures.edgesChange}
        onNodeClick={gestures.nodeClick}
        onConnectStart={gestures.connectStart}
        onConnectEnd={gestures.connectEnd}
        connectionLineComponent={DrawnLine}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={0}
        nodesDraggable={isEditable}
        nodesConnectable={isEditable}
        elevateNodesOnSelect={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        selectionKeyCode={null}
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
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
        {grid}
        <LinesFromAfar feed={feed} />
        {pills}
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
        {handles}
      </ReactFlow>
      {above}
    </div>
  );
}

function EmptyHint() {
  const t = useTranslate();
  const isEmpty = useStudio(({ design }) => Object.keys(design.nodes).length === 0);
  return isEmpty ? <p className="empty-hint">{t(texts.emptyHint)}</p> : null;
}

const above = (
  <>
    <EmptyHint />
    <Overlays />
  </>
);
