/** What a property holds, as CloudFormation's schema says it. */
export type PropertyType =
  | { readonly kind: 'string' | 'number' | 'integer'; readonly allowed?: readonly string[] }
  | { readonly kind: 'boolean' | 'json' }
  | { readonly kind: 'list' | 'map'; readonly element: PropertyType }
  | StructureType
  /** One of several; the first is the usual one. */
  | { readonly kind: 'union'; readonly types: readonly PropertyType[] };

export interface StructureType {
  readonly kind: 'structure';
  readonly name: string;
  /** Read when first asked for: some structures hold themselves. */
  readonly properties: Properties;
}

export interface Property {
  readonly name: string;
  readonly type: PropertyType;
  readonly required: boolean;
  /** A change of it replaces the resource. */
  readonly replaces: boolean;
}

export type Properties = ReadonlyMap<string, Property>;

/** A CloudFormation resource type. */
export interface ResourceType {
  /** `AWS::SNS::Topic`. */
  readonly type: string;
  readonly properties: Properties;
  /** What `Fn::GetAtt` returns, by name. */
  readonly attributes: ReadonlyMap<string, 'text' | 'list' | 'other'>;
  /** The attribute that is its ARN; `Ref` where the reference itself is. */
  readonly arn?: string;
  /** The transform that a template with it needs. */
  readonly transform?: string;
  /** Takes properties beyond those it names. */
  readonly isOpen: boolean;
}
