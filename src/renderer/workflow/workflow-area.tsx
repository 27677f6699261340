import { useTranslate } from '../studio/studio.js';
import { WorkflowCanvas } from './canvas/workflow-canvas.js';
import { WorkflowText } from './text/workflow-text.js';
import { useWorkflow } from './workflow.js';
import './workflow.css';

/** Inside a state machine: its drawing, and its text beside it. */
export function WorkflowArea() {
  const t = useTranslate();
  const workflow = useWorkflow();
  if (workflow === undefined)
    return (
      <p className="empty-hint">
        {t({
          en: 'The definition cannot be read. Correct it in the Code tab of the inspector.',
          ja: '定義を読み取れません。インスペクターの「コード」タブで修正してください。',
        })}
      </p>
    );
  return (
    <div className="workflow-area">
      <WorkflowCanvas workflow={workflow} />
      <WorkflowText workflow={workflow} />
    </div>
  );
}
