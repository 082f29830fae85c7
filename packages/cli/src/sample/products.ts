/** One service as a bill names it. */
export interface Product {
  readonly code: string;
  readonly name: string;
  readonly family: string;
  readonly seller: "AWS" | "AWS Marketplace";
}

const aws = (code: string, name: string, family = name): Product => ({ code, name, family, seller: "AWS" });

/** Third-party models are products of the Marketplace, with codes that say nothing. */
const marketplace = (code: string, name: string): Product => ({
  code,
  name,
  family: "",
  seller: "AWS Marketplace",
});

/** The services on the company's bill. */
export const PRODUCTS = {
  ec2: aws("AmazonEC2", "Amazon Elastic Compute Cloud", "Compute Instance"),
  eks: aws("AmazonEKS", "Amazon Elastic Container Service for Kubernetes", "Compute"),
  sagemaker: aws("AmazonSageMaker", "Amazon SageMaker", "ML Instance"),
  s3: aws("AmazonS3", "Amazon Simple Storage Service", "Storage"),
  dynamodb: aws("AmazonDynamoDB", "Amazon DynamoDB", "Amazon DynamoDB PayPerRequest Throughput"),
  bedrock: aws("AmazonBedrock", "Amazon Bedrock"),
  claudeSonnet: marketplace("4q9wd2x7m1rk8tzc5vbn0jh3e", "Claude Sonnet 4.5 (Amazon Bedrock Edition)"),
  claudeHaiku: marketplace("a7p3yl6s0gfe2kd9uqx8wcm1t", "Claude Haiku 4.5 (Amazon Bedrock Edition)"),
  lineage: marketplace("c2n8vz5j1ktr6hbx9dwq3yme7", "Tracewell Data Lineage"),
  rds: aws("AmazonRDS", "Amazon Relational Database Service", "Database Instance"),
  elasticache: aws("AmazonElastiCache", "Amazon ElastiCache", "Cache Instance"),
  opensearch: aws("AmazonES", "Amazon OpenSearch Service", "Amazon OpenSearch Service Instance"),
  neptune: aws("AmazonNeptune", "Amazon Neptune", "Database Instance"),
  fsx: aws("AmazonFSx", "Amazon FSx", "Storage"),
  ecr: aws("AmazonECR", "Amazon EC2 Container Registry (ECR)", "EC2 Container Registry"),
  cloudwatch: aws("AmazonCloudWatch", "AmazonCloudWatch", "Metric"),
  lambda: aws("AWSLambda", "AWS Lambda", "Serverless"),
  kms: aws("awskms", "AWS Key Management Service", "Encryption Key"),
  glue: aws("AWSGlue", "AWS Glue"),
  athena: aws("AmazonAthena", "Amazon Athena"),
  kinesis: aws("AmazonKinesis", "Amazon Kinesis", "Kinesis Streams"),
  transfer: aws("AWSDataTransfer", "AWS Data Transfer", "Data Transfer"),
  guardduty: aws("AmazonGuardDuty", "Amazon GuardDuty", "Security Services"),
  config: aws("AWSConfig", "AWS Config", "Management Tools - AWS Config"),
  cloudtrail: aws("AWSCloudTrail", "AWS CloudTrail", "Management Tools - AWS CloudTrail"),
  cloudfront: aws("AmazonCloudFront", "Amazon CloudFront", "Data Transfer"),
  elb: aws("AWSELB", "Elastic Load Balancing", "Load Balancer"),
  savingsPlans: aws("ComputeSavingsPlans", "Savings Plans for AWS Compute usage", ""),
  sagemakerPlans: aws("MachineLearningSavingsPlans", "Savings Plans for AWS Machine Learning", ""),
  enterpriseSupport: aws("AWSSupportEnterprise", "AWS Support (Enterprise)", ""),
  businessSupport: aws("AWSSupportBusiness", "AWS Support (Business)", ""),
} satisfies Record<string, Product>;
