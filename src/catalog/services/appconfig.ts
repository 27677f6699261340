import { field } from '../../model/fields.js';
import { as, array, call, callStatic, cdk, create, lit, member, object, ref, template } from '../../ts-ast/ast.js';
import { defineService } from '../define.js';
import { dotted } from './shared.js';

const freeform =
  'https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-free-form-configurations-creating.html';

export const appconfig = defineService({
  type: 'appconfig',
  cfnType: 'AWS::AppConfig::ConfigurationProfile',
  category: 'data',
  icon: 'architecture-service/AWSAppConfig',
  label: { en: 'AppConfig configuration', ja: 'AppConfig の設定' },
  defaultLabel: { en: 'Settings', ja: '設定' },
  description: {
    en: 'Feature flags and settings that are rolled out step by step',
    ja: '段階的に展開する機能フラグや設定',
  },
  keywords: ['feature flag', 'configuration', 'rollout', '機能フラグ', '設定', '展開'],
  fields: {
    content: field.code({
      label: { en: 'Content', ja: '内容' },
      language: 'json',
      default: '{}',
      required: true,
      source: freeform,
    }),
    environmentName: field.text({
      label: { en: 'Environment', ja: '環境' },
      default: 'live',
      required: true,
      code: true,
      pattern: {
        test: /^[A-Za-z0-9_-]{1,64}$/,
        hint: { en: 'letters, digits, _ and -', ja: '英数字、_、- だけを使用してください。' },
      },
      source: 'https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-creating-environment.html',
    }),
  },
  subtitle: ({ props }) => dotted('AppConfig', props.environmentName),
  stateful: false,
  roles: {
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappconfig.html
    httpApiIntegration: {
      subtypes: {
        'AppConfig-GetConfiguration': {
          iam: ['appconfig:GetConfiguration'],
          required: ['Application', 'Environment', 'Configuration', 'ClientId'],
          resources: [{ attribute: 'applicationArn' }, { attribute: 'environmentArn' }, { attribute: 'arn' }],
        },
      },
      defaultSubtype: 'AppConfig-GetConfiguration',
    },
    sdkTarget: {
      service: 'appconfigdata',
      codeOnly: true,
      actions: {
        startConfigurationSession: {
          iam: ['appconfig:StartConfigurationSession'],
          required: ['ApplicationIdentifier', 'EnvironmentIdentifier', 'ConfigurationProfileIdentifier'],
          resource: { parameter: 'ConfigurationProfileIdentifier', attribute: 'id' },
          arn: { attribute: 'configurationArn' },
          environment: ['applicationId', 'environmentId'],
          writes: false,
        },
        getLatestConfiguration: {
          iam: ['appconfig:GetLatestConfiguration'],
          required: ['ConfigurationToken'],
          resource: { parameter: 'ConfigurationProfileIdentifier', attribute: 'id' },
          arn: { attribute: 'configurationArn' },
          writes: false,
        },
      },
      defaultAction: 'getLatestConfiguration',
    },
  },
  refusal: {
    en: 'A configuration is read by an HTTP API or by code; this service cannot read it.',
    ja: '設定は HTTP API またはコードから読み取ります。このサービスからは読み取れません。',
  },
  attributes: (_node, self) => {
    const application = member(self, 'application');
    const environment = as(call(call(application, 'environments'), 'at', lit(0)), cdk(module, 'Environment'));
    return {
      arn: member(self, 'configurationProfileArn'),
      id: member(self, 'configurationProfileId'),
      applicationId: member(application, 'applicationId'),
      applicationArn: member(application, 'applicationArn'),
      environmentId: member(environment, 'environmentId'),
      environmentArn: member(environment, 'environmentArn'),
      configurationArn: template(
        member(environment, 'environmentArn'),
        '/configuration/',
        member(self, 'configurationProfileId'),
      ),
    };
  },
  construct: ({ id, constructId, props, emitter }) => {
    const name = emitter.variable(id, 'application');
    const application = ref(name);
    emitter.before({
      type: 'const',
      name,
      value: create(cdk(module, 'Application'), ref('this'), lit(emitter.constructId(id, 'application'))),
    });
    return create(
      cdk(module, 'HostedConfiguration'),
      ref('this'),
      lit(constructId),
      object({
        application,
        content: callStatic(module, 'ConfigurationContent.fromInlineJson', lit(props.content)),
        deployTo: array([
          call(
            application,
            'addEnvironment',
            lit(emitter.constructId(id, 'environment')),
            object({ environmentName: lit(props.environmentName) }),
          ),
        ]),
      }),
    );
  },
  source: 'https://docs.aws.amazon.com/appconfig/latest/userguide/what-is-appconfig.html',
});

const module = 'aws-appconfig';
