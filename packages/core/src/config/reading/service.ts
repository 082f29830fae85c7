import { anyGlob } from "../../text/glob.ts";

/** Short names of services, and the codes and names in bills that each covers. */
export const SERVICE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  bedrock: ["AmazonBedrock*", "Amazon Bedrock*", "*(Amazon Bedrock Edition)"],
  cloudwatch: ["AmazonCloudWatch", "Amazon CloudWatch"],
  dynamodb: ["AmazonDynamoDB", "Amazon DynamoDB"],
  ec2: ["AmazonEC2", "Amazon Elastic Compute Cloud*"],
  ecr: ["AmazonECR*", "Amazon EC2 Container Registry*", "Amazon Elastic Container Registry*"],
  ecs: ["AmazonECS", "Amazon Elastic Container Service"],
  efs: ["AmazonEFS", "Amazon Elastic File System"],
  eks: ["AmazonEKS", "Amazon Elastic Container Service for Kubernetes", "Amazon Elastic Kubernetes Service"],
  elasticache: ["AmazonElastiCache", "Amazon ElastiCache"],
  emr: ["ElasticMapReduce", "Amazon Elastic MapReduce*"],
  fsx: ["AmazonFSx", "Amazon FSx"],
  glue: ["AWSGlue", "AWS Glue"],
  kinesis: ["AmazonKinesis*", "Amazon Kinesis*"],
  kms: ["awskms", "AWS Key Management Service"],
  lambda: ["AWSLambda", "AWS Lambda"],
  opensearch: ["AmazonES", "Amazon OpenSearch Service"],
  rds: ["AmazonRDS", "Amazon Relational Database Service*"],
  redshift: ["AmazonRedshift", "Amazon Redshift"],
  s3: ["AmazonS3", "Amazon Simple Storage Service"],
  sagemaker: ["AmazonSageMaker", "Amazon SageMaker*"],
  support: ["AWS*Support*", "AWS Support*", "OCBPremiumSupport"],
};

const SUPPORT = anyGlob(SERVICE_ALIASES.support ?? [], { ignoreCase: true });

/** Says whether a service is one of AWS's support plans, which bills name in many ways. */
export function isSupport(service: string, serviceName: string): boolean {
  return SUPPORT(service) || SUPPORT(serviceName);
}

/**
 * Compiles service patterns: a provider's code or name, or an alias of {@link SERVICE_ALIASES}; case does not count.
 *
 * @example serviceMatcher("bedrock")("a1b2c3", "Claude 3 Haiku (Amazon Bedrock Edition)") // true
 */
export function serviceMatcher(
  patterns: string | readonly string[],
): (code: string, name: string) => boolean {
  const given = typeof patterns === "string" ? [patterns] : patterns;
  const covered = given.flatMap((pattern) => [pattern, ...aliased(pattern.toLowerCase())]);
  const matcher = anyGlob(covered, { ignoreCase: true });
  return (code, name) => (code !== "" && matcher(code)) || (name !== "" && matcher(name));
}

function aliased(alias: string): readonly string[] {
  return Object.hasOwn(SERVICE_ALIASES, alias) ? (SERVICE_ALIASES[alias] ?? []) : [];
}
