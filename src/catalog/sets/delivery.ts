import { codebuildProject } from '../services/codebuild-project.js';
import { codepipeline } from '../services/codepipeline.js';
import { guarddutyDetector } from '../services/guardduty-detector.js';
import { imageBuilderPipeline } from '../services/image-builder-pipeline.js';
import { inspectorAssessment } from '../services/inspector-assessment.js';
import { ssmAutomation } from '../services/ssm-automation.js';
import { ssmDocument } from '../services/ssm-document.js';
import { ssmOpsitem } from '../services/ssm-opsitem.js';
import { ssmResponsePlan } from '../services/ssm-response-plan.js';
import { transferServer } from '../services/transfer-server.js';
import { addToCatalog } from '../index.js';

addToCatalog(
  [
    codebuildProject,
    codepipeline,
    imageBuilderPipeline,
    inspectorAssessment,
    ssmDocument,
    ssmAutomation,
    ssmOpsitem,
    ssmResponsePlan,
    guarddutyDetector,
    transferServer,
  ],
  [],
);
