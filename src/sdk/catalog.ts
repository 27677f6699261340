import { actionNameOf } from './names.js';
import {
  errorsAt,
  lazily,
  parametersAt,
  unpackActions,
  unpackSections,
  type Member,
  type PackedCall,
  type PackedService,
} from './unpack.js';

/** A service as AWS SDK integrations of Step Functions and universal targets call it. */
export interface SdkService {
  /** `cognitoidentityprovider`. */
  readonly id: string;
  /** `Amazon DynamoDB`. */
  readonly label: string;
  /** `DynamoDb` of `DynamoDb.ConditionalCheckFailedException`. */
  readonly errorPrefix: string;
  /** `cognito-idp`; empty where callers prove themselves otherwise. */
  readonly iamPrefix: string;
  /** Whether Step Functions calls it. */
  readonly isOffered: boolean;
  /** `putItem`, in a fixed order. */
  readonly actions: readonly string[];
}

/** What the actions of a service take and raise; read when the first of them is looked up. */
export interface ServiceDetails {
  readonly calls: readonly PackedCall[];
  readonly structures: readonly (readonly Member[])[];
  readonly errors: readonly (readonly string[])[];
}

/** Every AWS API that has a model. */
export interface SdkCatalog {
  readonly services: ReadonlyMap<string, SdkService>;
  /** Error prefix of services that AWS has shut down, by id. */
  readonly retired: ReadonlyMap<string, string>;
  readonly packed: ReadonlyMap<string, PackedService>;
  readonly detailsOf: (service: string) => ServiceDetails | undefined;
}

let loading: Promise<SdkCatalog> | undefined;

/** The catalog, in chunks of their own that are fetched when first asked for. */
export function loadSdkCatalog(): Promise<SdkCatalog> {
  loading ??= Promise.all([
    import('./actions.generated.js').then(({ sdkActionsText }) => sdkActionsText),
    import('./parameters.generated.js').then(({ sdkParametersText }) => sdkParametersText),
    import('./errors.generated.js').then(({ sdkErrorsText }) => sdkErrorsText),
  ]).then(
    ([actions, parameters, errors]) => catalogOf(actions, parameters, errors),
    (error: unknown) => {
      // A chunk that did not arrive is asked for again the next time.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

function catalogOf(actions: string, parameters: string, errors: string): SdkCatalog {
  const { services, retired } = unpackActions(actions);
  const parameterSections = unpackSections(parameters);
  const errorSections = unpackSections(errors);
  const indexes = new Map(services.map(({ id }, index) => [id, index]));
  const details = new Map<number, ServiceDetails>();

  const detailsOf = (id: string): ServiceDetails | undefined => {
    const index = indexes.get(id);
    if (index === undefined) return undefined;
    const known = details.get(index);
    if (known !== undefined) return known;
    const read = { ...parametersAt(parameterSections, index), errors: errorsAt(errorSections, index) };
    details.set(index, read);
    return read;
  };

  return {
    services: new Map(services.map((service) => [service.id, serviceOf(service)])),
    retired,
    packed: new Map(services.map((service) => [service.id, service])),
    detailsOf,
  };
}

function serviceOf({ id, label, errorPrefix, iamPrefix, isOffered, body }: PackedService): SdkService {
  const actions = lazily(() => body().operations.map(actionNameOf));
  return {
    id,
    label,
    errorPrefix,
    iamPrefix,
    isOffered,
    get actions() {
      return actions();
    },
  };
}
