import type { NodeView } from '../define.js';

/** What a path of a REST protocol is made of: a text, an attribute of the node, or a parameter of the request. */
export type PathPart = string | { readonly attribute: string } | { readonly parameter: string };

/** An action that an API calls itself. */
export interface ApiAction {
  readonly iam: readonly string[];
  /** Of a REST protocol; without one, the action is called by its name. */
  readonly path?: readonly PathPart[];
  /** Of the call to the service; POST where nothing is said. */
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Request headers that the call needs, as literals. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Request template, where it is not written by `api-templates`; `{name}` in double braces is an attribute. */
  readonly request?: string | ((node: NodeView) => string | undefined);
  /** The body goes through as it is, in both directions: files. */
  readonly passThrough?: true;
  /** ARNs of the permission, by attribute; `arn` where nothing is said. None: the API knows no resource. */
  readonly resources?: readonly { readonly attribute: string; readonly suffix?: string }[];
  /** Hands work over and does not wait for it. */
  readonly async?: true;
}

/** Called by a REST or WebSocket API itself. */
export interface ApiIntegrationRole {
  /**
   * Service name in the integration URI, with its subdomain:
   * https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
   */
  readonly service: string;
  /** First part of the X-Amz-Target header, of a JSON protocol that API Gateway does not write by itself. */
  readonly target?: string;
  readonly actions: Readonly<Record<string, ApiAction>>;
  readonly defaultAction: string;
}

/** An action of an HTTP API: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html */
export interface HttpSubtype {
  readonly iam: readonly string[];
  readonly required: readonly string[];
  /** Where the action is not about the ARN of the node alone. */
  readonly resources?: readonly { readonly attribute: string; readonly suffix?: string }[];
}

export interface HttpApiIntegrationRole {
  readonly subtypes: Readonly<Record<string, HttpSubtype>>;
  readonly defaultSubtype: string;
}

/** Reached over HTTP by an API: by its address, or through a link into a VPC. */
export interface HttpTargetRole {
  readonly by: 'url' | 'load-balancer' | 'cloud-map';
}

/** Where a distribution sends requests. */
export interface OriginRole {
  readonly by: 'bucket' | 'rest-api' | 'http-api' | 'load-balancer' | 'function-url' | 'url';
}

/** What a field of a GraphQL API reads and writes. */
export interface DataSourceRole {
  readonly by:
    'dynamodb' | 'lambda' | 'event-bus' | 'http' | 'step-functions' | 'sqs' | 'opensearch' | 'rds' | 'bedrock';
  /** Operations of a resolver with the IAM actions of the data source; the first is the usual one. */
  readonly operations: Readonly<Record<string, { readonly iam: readonly string[]; readonly writes?: true }>>;
  /** ARNs of the permissions; `arn` where nothing is said. */
  readonly resources?: readonly { readonly attribute: string; readonly suffix?: string }[];
}

/** What a web ACL stands before: https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html */
export interface ProtectedRole {
  /** The attribute that the association names; of a distribution, it is a property of the distribution. */
  readonly attribute: string;
  readonly scope: 'REGIONAL' | 'CLOUDFRONT';
}

/** What an alias record leads to. */
export interface AliasTargetRole {
  readonly by: 'distribution' | 'rest-api' | 'http-api' | 'load-balancer';
}
