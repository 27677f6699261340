import { alarmAction } from './connections/alarm-action.js';
import { alarmMetric } from './connections/alarm-metric.js';
import { apiIntegration } from './connections/api-integration.js';
import { apiProxy } from './connections/api-proxy.js';
import { authorizer } from './connections/authorizer.js';
import { busCall } from './connections/bus-call.js';
import { busSource } from './connections/bus-source.js';
import { busSubscriber } from './connections/bus-subscriber.js';
import { completionNotification } from './connections/completion-notification.js';
import { deliveryDestination } from './connections/delivery-destination.js';
import { deliverySource } from './connections/delivery-source.js';
import { eventSourceMapping } from './connections/event-source-mapping.js';
import { httpApiIntegration } from './connections/http-api-integration.js';
import { httpProxy } from './connections/http-proxy.js';
import { iotAction } from './connections/iot-action.js';
import { lambdaDestination } from './connections/lambda-destination.js';
import { logSubscription } from './connections/log-subscription.js';
import { metricDelivery } from './connections/metric-delivery.js';
import { origin } from './connections/origin.js';
import { pipeEnrichment } from './connections/pipe-enrichment.js';
import { pipeSource } from './connections/pipe-source.js';
import { pipeTarget } from './connections/pipe-target.js';
import { receiptAction } from './connections/receipt-action.js';
import { requests } from './connections/requests.js';
import { resolver } from './connections/resolver.js';
import { serviceEvent } from './connections/service-event.js';
import { sesEventDestination } from './connections/ses-event-destination.js';
import { scheduleCall } from './connections/schedule-call.js';
import { scheduleTarget } from './connections/schedule-target.js';
import { streamDestination } from './connections/stream-destination.js';
import { subscription } from './connections/subscription.js';
import { tableExport } from './connections/table-export.js';
import { tableIngestion } from './connections/table-ingestion.js';
import { userPoolDelivery } from './connections/user-pool-delivery.js';
import { webAclAssociation } from './connections/web-acl-association.js';
import { websocketIntegration } from './connections/websocket-integration.js';
import { websocketRoute } from './connections/websocket-route.js';
import { zeroEtl } from './connections/zero-etl.js';
import type { ConnectionDefinition, ServiceDefinition } from './define.js';
import './further-betweens.js';
import { addToCatalog } from './index.js';
import { activemqBroker } from './services/activemq-broker.js';
import { activity } from './services/activity.js';
import { apiDestination } from './services/api-destination.js';
import { appconfig } from './services/appconfig.js';
import { appsyncApi } from './services/appsync-api.js';
import { athenaWorkgroup } from './services/athena-workgroup.js';
import { auroraCluster } from './services/aurora-cluster.js';
import { autoScalingPolicy } from './services/auto-scaling-policy.js';
import { awsEvents } from './services/aws-events.js';
import { batchJob } from './services/batch-job.js';
import { bedrockAgentcore } from './services/bedrock-agentcore.js';
import { bedrockCustomization } from './services/bedrock-customization.js';
import { cloudMapService } from './services/cloud-map-service.js';
import { cloudwatchAlarm } from './services/cloudwatch-alarm.js';
import { cloudwatchMetric } from './services/cloudwatch-metric.js';
import { codebuildProject } from './services/codebuild-project.js';
import { codepipeline } from './services/codepipeline.js';
import { comprehend } from './services/comprehend.js';
import { customEventBus } from './services/custom-event-bus.js';
import { databrewJob } from './services/databrew-job.js';
import { distribution } from './services/distribution.js';
import { documentdbCluster } from './services/documentdb-cluster.js';
import { ec2Instance } from './services/ec2-instance.js';
import { ecrRepository } from './services/ecr-repository.js';
import { ecsCluster } from './services/ecs-cluster.js';
import { eksCluster } from './services/eks-cluster.js';
import { emailAddress } from './services/email-address.js';
import { emrCluster } from './services/emr-cluster.js';
import { emrContainers } from './services/emr-containers.js';
import { emrServerless } from './services/emr-serverless.js';
import { fargateTask } from './services/fargate-task.js';
import { firehoseStream } from './services/firehose-stream.js';
import { glueCrawler } from './services/glue-crawler.js';
import { glueJob } from './services/glue-job.js';
import { glueWorkflow } from './services/glue-workflow.js';
import { guarddutyDetector } from './services/guardduty-detector.js';
import { httpApi } from './services/http-api.js';
import { httpsEndpoint } from './services/https-endpoint.js';
import { imageBuilderPipeline } from './services/image-builder-pipeline.js';
import { influxdb } from './services/influxdb.js';
import { inspectorAssessment } from './services/inspector-assessment.js';
import { iotRule } from './services/iot-rule.js';
import { iotTopic } from './services/iot-topic.js';
import { ivsChannel } from './services/ivs-channel.js';
import { kafkaCluster } from './services/kafka-cluster.js';
import { kinesisStream } from './services/kinesis-stream.js';
import { kmsKey } from './services/kms-key.js';
import { loadBalancer } from './services/load-balancer.js';
import { locationTracker } from './services/location-tracker.js';
import { logGroup } from './services/log-group.js';
import { mediaconvertQueue } from './services/mediaconvert-queue.js';
import { medialiveChannel } from './services/medialive-channel.js';
import { metricStream } from './services/metric-stream.js';
import { mskCluster } from './services/msk-cluster.js';
import { opensearchCollection } from './services/opensearch-collection.js';
import { opensearchDomain } from './services/opensearch-domain.js';
import { partnerEvents } from './services/partner-events.js';
import { person } from './services/person.js';
import { phoneNumber } from './services/phone-number.js';
import { pipe } from './services/pipe.js';
import { polly } from './services/polly.js';
import { rdsInstance } from './services/rds-instance.js';
import { redshiftData } from './services/redshift-data.js';
import { rabbitmqBroker } from './services/rabbitmq-broker.js';
import { rekognition } from './services/rekognition.js';
import { restApi } from './services/rest-api.js';
import { sagemakerEndpoint } from './services/sagemaker-endpoint.js';
import { sagemakerJob } from './services/sagemaker-job.js';
import { sagemakerPipeline } from './services/sagemaker-pipeline.js';
import { s3Table } from './services/s3-table.js';
import { scheduleGroup } from './services/schedule-group.js';
import { schedule } from './services/schedule.js';
import { secret } from './services/secret.js';
import { sesConfigurationSet } from './services/ses-configuration-set.js';
import { sesIdentity } from './services/ses-identity.js';
import { sesReceiptRuleSet } from './services/ses-receipt-rule-set.js';
import { sesReceiptRule } from './services/ses-receipt-rule.js';
import { sitewiseAsset } from './services/sitewise-asset.js';
import { snsTopic } from './services/sns-topic.js';
import { ssmAutomation } from './services/ssm-automation.js';
import { ssmDocument } from './services/ssm-document.js';
import { ssmOpsitem } from './services/ssm-opsitem.js';
import { ssmParameter } from './services/ssm-parameter.js';
import { ssmResponsePlan } from './services/ssm-response-plan.js';
import { textract } from './services/textract.js';
import { timestreamTable } from './services/timestream-table.js';
import { transferServer } from './services/transfer-server.js';
import { translateService } from './services/translate.js';
import { userPool } from './services/user-pool.js';
import { vpc } from './services/vpc.js';
import { webAcl } from './services/web-acl.js';
import { websocketApi } from './services/websocket-api.js';

/**
 * Services and connection kinds beyond those that every design begins with. Imported by everything that needs the whole
 * catalog; only the first drawing does without, unless its design has one of them.
 */
const furtherServices: readonly ServiceDefinition[] = [
  restApi,
  httpApi,
  appsyncApi,
  schedule,
  pipe,
  translateService,
  comprehend,
  polly,
  rekognition,
  textract,
  person,
  snsTopic,
  httpsEndpoint,
  emailAddress,
  phoneNumber,
  ssmParameter,
  secret,
  kmsKey,
  sesIdentity,
  userPool,
  ivsChannel,
  mediaconvertQueue,
  kinesisStream,
  firehoseStream,
  logGroup,
  cloudwatchAlarm,
  distribution,
  loadBalancer,
  cloudMapService,
  webAcl,
  appconfig,
  sagemakerEndpoint,
  athenaWorkgroup,
  auroraCluster,
  vpc,
  websocketApi,
  apiDestination,
  awsEvents,
  partnerEvents,
  ecsCluster,
  fargateTask,
  opensearchDomain,
  mskCluster,
  kafkaCluster,
  activemqBroker,
  rabbitmqBroker,
  documentdbCluster,
  opensearchCollection,
  s3Table,
  metricStream,
  iotRule,
  iotTopic,
  timestreamTable,
  influxdb,
  locationTracker,
  sitewiseAsset,
  sesReceiptRule,
  sesReceiptRuleSet,
  sesConfigurationSet,
  batchJob,
  redshiftData,
  sagemakerPipeline,
  inspectorAssessment,
  customEventBus,
  codebuildProject,
  codepipeline,
  glueJob,
  glueWorkflow,
  glueCrawler,
  ssmDocument,
  ssmAutomation,
  ssmOpsitem,
  ssmResponsePlan,
  imageBuilderPipeline,
  ec2Instance,
  autoScalingPolicy,
  emrCluster,
  emrServerless,
  emrContainers,
  eksCluster,
  databrewJob,
  bedrockCustomization,
  bedrockAgentcore,
  sagemakerJob,
  activity,
  scheduleGroup,
  rdsInstance,
  ecrRepository,
  guarddutyDetector,
  transferServer,
  cloudwatchMetric,
  medialiveChannel,
];

const furtherConnections: readonly ConnectionDefinition[] = [
  apiProxy,
  apiIntegration,
  httpApiIntegration,
  httpProxy,
  authorizer,
  scheduleTarget,
  eventSourceMapping,
  pipeSource,
  pipeEnrichment,
  pipeTarget,
  requests,
  subscription,
  lambdaDestination,
  deliverySource,
  deliveryDestination,
  metricDelivery,
  streamDestination,
  tableExport,
  tableIngestion,
  zeroEtl,
  logSubscription,
  alarmMetric,
  alarmAction,
  origin,
  websocketRoute,
  websocketIntegration,
  userPoolDelivery,
  resolver,
  webAclAssociation,
  iotAction,
  receiptAction,
  sesEventDestination,
  completionNotification,
  scheduleCall,
  busSubscriber,
  busCall,
  busSource,
  serviceEvent,
];

addToCatalog(furtherServices, furtherConnections);
