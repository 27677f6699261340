import { field } from '../../model/fields.js';
import { array, as, call, callStatic, cdk, create, lit, member, object, ref } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { networkInterfaces, networkOf, vpcField, wayOutProblems } from './network.js';
import { dotted, removalPolicy, removalPolicyField } from './shared.js';

const streams = 'https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html';

export const documentdbCluster = defineService({
  type: 'documentdb-cluster',
  cfnType: 'AWS::DocDB::DBCluster',
  category: 'data',
  icon: 'architecture-service/AmazonDocumentDB',
  label: { en: 'DocumentDB cluster', ja: 'DocumentDB クラスター' },
  defaultLabel: { en: 'Documents', ja: 'ドキュメント' },
  description: {
    en: 'A document database with the API of MongoDB, and a stream of its changes',
    ja: 'MongoDB 互換のドキュメントデータベース。変更のストリームも提供',
  },
  keywords: ['mongodb', 'document', 'database', 'nosql', 'change stream', 'ドキュメント', 'データベース', '変更'],
  fields: {
    instanceType: field.text({
      label: { en: 'Instance type', ja: 'インスタンスタイプ' },
      default: 't4g.medium',
      required: true,
      code: true,
      suggestions: ['t4g.medium', 'r6g.large', 'r8g.large'],
      pattern: {
        test: /^[a-z0-9]+\.[a-z0-9]+$/,
        hint: { en: 'a type such as r6g.large', ja: 'r6g.large のようなタイプ' },
      },
      source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-instance-classes.html',
    }),
    instances: field.number({
      label: { en: 'Instances', ja: 'インスタンス数' },
      min: 1,
      max: 16,
      default: 1,
      unit: 'count',
      source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/limits.html',
    }),
    vpc: vpcField,
    removalPolicy: removalPolicyField,
  },
  subtitle: ({ props }) => dotted('DocumentDB', `${String(props.instances)} × ${props.instanceType}`),
  stateful: true,
  roles: {
    eventSource: {
      kind: 'change-stream',
      mapping: ({ id }, emitter) => ({
        eventSourceArn: emitter.attribute(id, 'arn'),
        sourceAccessConfigurations: array([
          object({ type: lit('BASIC_AUTH'), uri: emitter.attribute(id, 'secretArn') }),
        ]),
      }),
      // https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html#docdb-permissions
      permissions: ({ id }) => [
        {
          actions: ['rds:DescribeDBClusters', 'rds:DescribeDBClusterParameters', 'rds:DescribeDBSubnetGroups'],
          resources: [{ node: id, attribute: 'arn' }],
          arns: [
            'arn:{partition}:rds:{region}:{account}:cluster-pg:*',
            'arn:{partition}:rds:{region}:{account}:subgrp:*',
          ],
        },
        { actions: ['secretsmanager:GetSecretValue'], resources: [{ node: id, attribute: 'secretArn' }] },
        networkInterfaces,
      ],
      handlerType: 'Handler<unknown, void>',
      maxBatchSize: 10_000,
      defaultBatchSize: 100,
    },
  },
  refusal: {
    en: 'A cluster is written to by clients of MongoDB; this service cannot write to it.',
    ja: 'クラスターには MongoDB のクライアントで書き込みます。このサービスからは書き込めません。',
  },
  attributes: (_node, self) => ({
    arn: call(
      ref('this'),
      'formatArn',
      object({
        service: lit('rds'),
        resource: lit('cluster'),
        resourceName: member(self, 'clusterIdentifier'),
        arnFormat: { type: 'cdk', name: cdk('', 'ArnFormat.COLON_RESOURCE_NAME') },
      }),
    ),
    name: member(self, 'clusterIdentifier'),
    // The member is optional in the type, since a cluster can do without.
    secretArn: member(as(member(self, 'secret'), cdk('aws-secretsmanager', 'Secret')), 'secretArn'),
  }),
  construct: ({ id, constructId, props, emitter }) => {
    const { vpc, group } = networkOf(id, props.vpc, emitter);
    return create(
      cdk('aws-docdb', 'DatabaseCluster'),
      ref('this'),
      lit(constructId),
      object({
        masterUser: object({ username: lit('dbadmin'), excludeCharacters: lit('"@/:\'\\') }),
        instanceType: create(cdk('aws-ec2', 'InstanceType'), lit(props.instanceType)),
        instances: lit(props.instances),
        vpc,
        vpcSubnets: call(vpc, 'selectSubnets'),
        securityGroup: group,
        storageEncrypted: lit(true),
        backup: object({ retention: callStatic('', 'Duration.days', lit(7)) }),
        exportAuditLogsToCloudWatch: lit(true),
        deletionProtection: props.removalPolicy === 'retain' ? lit(true) : undefined,
        removalPolicy: removalPolicy(props.removalPolicy),
      }),
    );
  },
  problemsInPlace: (_node, _incoming, outgoing) => wayOutProblems(outgoing),
  source: streams,
});
