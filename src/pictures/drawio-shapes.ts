import { lookup } from '../model/design.js';
import type { PictureIcons } from './define.js';

/** What draw.io draws for AWS's icons: a shape of its own library where it has one, else AWS's drawing itself. */

interface AwsShape {
  readonly shape: string;
  readonly fill: string;
}

const service = (name: string, fill: string): AwsShape => ({
  shape: `shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.${name};strokeColor=#ffffff`,
  fill,
});
const resource = (name: string, fill: string): AwsShape => ({
  shape: `shape=mxgraph.aws4.${name};strokeColor=none`,
  fill,
});

const colours = {
  integration: '#E7157B',
  network: '#8C4FFF',
  compute: '#ED7100',
  database: '#C925D1',
  storage: '#7AA116',
  learning: '#01A88D',
} as const;

/** Names as in draw.io's own palettes "AWS / …". */
const shapes: Readonly<Record<string, AwsShape>> = {
  'architecture-service/AmazonAPIGateway': service('api_gateway', colours.network),
  'architecture-service/AmazonEventBridge': service('eventbridge', colours.integration),
  'architecture-service/AmazonSimpleQueueService': service('sqs', colours.integration),
  'architecture-service/AmazonSimpleNotificationService': service('sns', colours.integration),
  'architecture-service/AWSAppSync': service('appsync', colours.integration),
  'architecture-service/AWSStepFunctions': service('step_functions', colours.integration),
  'architecture-service/AWSLambda': service('lambda', colours.compute),
  'architecture-service/AWSFargate': service('fargate', colours.compute),
  'architecture-service/AmazonDynamoDB': service('dynamodb', colours.database),
  'architecture-service/AmazonAurora': service('aurora', colours.database),
  'architecture-service/AmazonRDS': service('rds', colours.database),
  'architecture-service/AmazonElastiCache': service('elasticache', colours.database),
  'architecture-service/AmazonNeptune': service('neptune', colours.database),
  'architecture-service/AmazonSimpleStorageService': service('s3', colours.storage),
  'architecture-service/AmazonBedrock': service('bedrock', colours.learning),
  'architecture-service/AmazonTranscribe': service('transcribe', colours.learning),
  'architecture-service/AWSCloudFormation': service('cloudformation', colours.integration),
  'resource/AmazonEventBridgePipes': resource('eventbridge_pipes', colours.integration),
  'resource/AmazonEventBridgeScheduler': resource('eventbridge_scheduler', colours.integration),
};

const common = 'sketch=0;outlineConnect=0;dashed=0;html=1;aspect=fixed';

/** The style of an icon's cell. */
export function iconStyle(icon: string, icons: PictureIcons): string {
  const known = lookup(shapes, icon);
  if (known !== undefined) return `${common};${known.shape};fillColor=${known.fill};gradientColor=none;`;
  const drawing = lookup(icons, icon);
  // A `;` would end the style: draw.io takes base64 without the word for it.
  if (drawing !== undefined) return `${common};shape=image;image=data:image/svg+xml,${base64(drawing)};`;
  return `${common};rounded=1;fillColor=none;strokeColor=#7c8593;`;
}

function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
