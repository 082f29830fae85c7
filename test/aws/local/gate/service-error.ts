import type { Protocol } from "./request.ts";

/** What a service says when it does not do what it is asked. */
export interface ServiceError {
  readonly code: string;
  readonly status: number;
}

/** Why a service does not do what it is asked. */
export type Failure = "throttled" | "denied" | "notFound" | "notReady" | "conflict" | "serverError";

type Errors = Readonly<Partial<Record<Failure, ServiceError>>>;

/** What services that speak alike say alike. */
const USUAL: Readonly<Record<Protocol, Errors>> = {
  ec2: {
    throttled: error("RequestLimitExceeded", 503),
    denied: error("UnauthorizedOperation", 403),
    serverError: error("InternalError", 500),
  },
  query: {
    throttled: error("Throttling"),
    denied: error("AccessDenied", 403),
    serverError: error("InternalFailure", 500),
  },
  json: {
    throttled: error("ThrottlingException"),
    denied: error("AccessDeniedException"),
    serverError: error("InternalFailure", 500),
  },
  "rest-json": {
    throttled: error("ThrottlingException", 429),
    denied: error("AccessDeniedException", 403),
    serverError: error("InternalFailure", 500),
  },
  "rest-xml": {
    throttled: error("SlowDown", 503),
    denied: error("AccessDenied", 403),
    serverError: error("InternalError", 500),
  },
};

/** What they say of their own, the first that fits; codes as the documentation of each call has them. */
const OWN: readonly (readonly [RegExp, Errors])[] = [
  [/^ec2:.*Volume/, { notFound: error("InvalidVolume.NotFound"), notReady: error("IncorrectState") }],
  [/^ec2:.*SecurityGroup/, { notFound: error("InvalidGroup.NotFound") }],
  [/^ec2:(Create|Delete)Tags$/, { conflict: error("ConcurrentTagAccess") }],
  [
    /^ec2:.*(Instance|Tags)/,
    { notFound: error("InvalidInstanceID.NotFound"), notReady: error("IncorrectInstanceState") },
  ],
  [/^s3:/, { notFound: error("NoSuchBucket", 404), conflict: error("OperationAborted", 409) }],
  [
    /^sagemaker:/,
    {
      notFound: error("ValidationException"),
      notReady: error("ValidationException"),
      conflict: error("ConflictException"),
    },
  ],
  [
    /^rds:.*DBCluster/,
    { notFound: error("DBClusterNotFoundFault", 404), notReady: error("InvalidDBClusterStateFault") },
  ],
  [/^rds:/, { notFound: error("DBInstanceNotFound", 404), notReady: error("InvalidDBInstanceState") }],
  [
    /^lambda:/,
    {
      throttled: error("TooManyRequestsException", 429),
      notFound: error("ResourceNotFoundException", 404),
      notReady: error("ResourceConflictException", 409),
      conflict: error("ResourceConflictException", 409),
      serverError: error("ServiceException", 500),
    },
  ],
  [
    /^ecs:.*Cluster/,
    { notFound: error("ClusterNotFoundException"), serverError: error("ServerException", 500) },
  ],
  [
    /^ecs:/,
    {
      notFound: error("ServiceNotFoundException"),
      notReady: error("ServiceNotActiveException"),
      conflict: error("ConflictException"),
      serverError: error("ServerException", 500),
    },
  ],
  [
    /^eks:/,
    {
      notFound: error("ResourceNotFoundException", 404),
      notReady: error("InvalidRequestException"),
      conflict: error("ResourceInUseException", 409),
      serverError: error("ServerException", 500),
    },
  ],
  [
    /^autoscaling:/,
    {
      notFound: error("ValidationError"),
      notReady: error("ScalingActivityInProgress"),
      conflict: error("ResourceContention", 500),
    },
  ],
  [
    /^application-autoscaling:/,
    {
      notFound: error("ObjectNotFoundException"),
      conflict: error("ConcurrentUpdateException", 500),
      serverError: error("InternalServiceException", 500),
    },
  ],
];

/** What a service says that fails a call in a way; null where we do not know what that is. */
export function errorOf(action: string, failure: Failure, protocol: Protocol): ServiceError | null {
  return ownError(action, failure) ?? USUAL[protocol][failure] ?? null;
}

/** Whether it is known what a service says, whichever way it is asked. */
export function isKnownFailure(action: string, failure: Failure): boolean {
  return ownError(action, failure) !== null || USUAL.json[failure] !== undefined;
}

function ownError(action: string, failure: Failure): ServiceError | null {
  for (const [pattern, errors] of OWN) {
    const found = pattern.test(action) ? errors[failure] : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

function error(code: string, status = 400): ServiceError {
  return { code, status };
}
