import { array, call, cdk, create, lit, member, object, ref, type Statement } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';

const source = 'https://docs.aws.amazon.com/redshift/latest/mgmt/zero-etl-setting-up.create-integration-ddb.html';

export const zeroEtl = defineConnection({
  kind: 'zero-etl',
  label: { en: 'Zero-ETL integration', ja: 'ゼロ ETL 統合' },
  from: 'exportedTable',
  to: 'zeroEtlTarget',
  fields: {},
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'The table is there to be queried with SQL, some minutes behind; nothing is to be run.',
    ja: '数分遅れで SQL からクエリできます。処理の実行は不要です。',
  },
  source,
  delivery: () => 'async',
  prepare: (from) => (from.node.service === 'dynamodb-table' ? { from: { pointInTimeRecovery: true } } : {}),
  refuse: (from) =>
    from.node.origin === 'existing'
      ? {
          en: 'A table that exists has to let Redshift in by its own policy.',
          ja: '既存のテーブルの場合、リソースポリシーで Redshift を許可する必要があります。',
        }
      : undefined,
  describe: () => ({ en: 'zero-ETL', ja: 'ゼロ ETL' }),
  // Who may do what is said by the policies of both ends.
  permissions: () => [],
  emit: (connections, emitter) =>
    connections.flatMap(({ id, from, to }): readonly Statement[] => {
      const table = emitter.construct(from.id);
      const warehouse = emitter.construct(to.id);
      const sourceArn = emitter.attribute(from.id, 'arn');
      const group = emitter.variable(id, 'parameters');
      const account = member(ref('this'), 'account');
      return [
        {
          type: 'do',
          comment: emitter.text({
            en: '*: a policy of a table is about the table itself',
            ja: '*: テーブルのポリシーの対象はそのテーブル自身',
          }),
          expression: call(
            table,
            'addToResourcePolicy',
            create(
              cdk('aws-iam', 'PolicyStatement'),
              object({
                principals: array([create(cdk('aws-iam', 'ServicePrincipal'), lit('redshift.amazonaws.com'))]),
                actions: array(
                  ['dynamodb:DescribeExport', 'dynamodb:DescribeTable', 'dynamodb:ExportTableToPointInTime'].map(lit),
                ),
                resources: array([lit('*')]),
                conditions: object({ StringEquals: object({ 'aws:SourceAccount': account }) }),
              }),
            ),
          ),
        },
        {
          type: 'const',
          name: group,
          value: create(
            cdk('aws-redshift', 'CfnClusterParameterGroup'),
            ref('this'),
            lit(emitter.constructId(id, 'parameters')),
            object({
              description: lit('Names keep their case, as an integration needs'),
              parameterGroupFamily: lit('redshift-2.0'),
              parameters: array([
                object({ parameterName: lit('enable_case_sensitive_identifier'), parameterValue: lit('true') }),
              ]),
            }),
          ),
        },
        {
          type: 'assign',
          object: warehouse,
          name: 'clusterParameterGroupName',
          value: member(ref(group), 'ref'),
        },
        {
          type: 'assign',
          object: warehouse,
          name: 'namespaceResourcePolicy',
          value: object({
            Version: lit('2012-10-17'),
            Statement: array([
              object({
                Effect: lit('Allow'),
                Principal: object({ Service: lit('redshift.amazonaws.com') }),
                Action: lit('redshift:AuthorizeInboundIntegration'),
                Condition: object({ StringEquals: object({ 'aws:SourceArn': sourceArn }) }),
              }),
              object({
                Effect: lit('Allow'),
                Principal: object({ AWS: account }),
                Action: lit('redshift:CreateInboundIntegration'),
              }),
            ]),
          }),
        },
        {
          type: 'do',
          expression: create(
            cdk('aws-redshift', 'CfnIntegration'),
            ref('this'),
            lit(emitter.constructId(id, 'integration')),
            object({ sourceArn, targetArn: emitter.attribute(to.id, 'namespaceArn') }),
          ),
        },
      ];
    }),
});
