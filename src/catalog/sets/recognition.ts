import { bedrockAgentcore } from '../services/bedrock-agentcore.js';
import { bedrockCustomization } from '../services/bedrock-customization.js';
import { completionNotification } from '../connections/completion-notification.js';
import { comprehend } from '../services/comprehend.js';
import { ivsChannel } from '../services/ivs-channel.js';
import { mediaconvertQueue } from '../services/mediaconvert-queue.js';
import { medialiveChannel } from '../services/medialive-channel.js';
import { polly } from '../services/polly.js';
import { rekognition } from '../services/rekognition.js';
import { sagemakerEndpoint } from '../services/sagemaker-endpoint.js';
import { sagemakerJob } from '../services/sagemaker-job.js';
import { sagemakerPipeline } from '../services/sagemaker-pipeline.js';
import { textract } from '../services/textract.js';
import { translateService } from '../services/translate.js';
import { addToCatalog } from '../index.js';

addToCatalog(
  [
    translateService,
    comprehend,
    polly,
    rekognition,
    textract,
    ivsChannel,
    mediaconvertQueue,
    medialiveChannel,
    sagemakerEndpoint,
    sagemakerJob,
    sagemakerPipeline,
    bedrockCustomization,
    bedrockAgentcore,
  ],
  [completionNotification],
);
