import type { Service } from "../row.ts";
import { acm } from "./acm.ts";
import { airflow } from "./airflow.ts";
import { aoss } from "./aoss.ts";
import { apigateway } from "./apigateway.ts";
import { apprunner } from "./apprunner.ts";
import { appsync } from "./appsync.ts";
import { athena } from "./athena.ts";
import { autoscaling } from "./autoscaling.ts";
import { backup } from "./backup.ts";
import { batch } from "./batch.ts";
import { bedrock } from "./bedrock.ts";
import { bedrockAgentcore } from "./bedrock-agentcore.ts";
import { cloudformation } from "./cloudformation.ts";
import { cloudfront } from "./cloudfront.ts";
import { cloudtrail } from "./cloudtrail.ts";
import { codebuild } from "./codebuild.ts";
import { codecommit } from "./codecommit.ts";
import { codepipeline } from "./codepipeline.ts";
import { cognitoIdp } from "./cognito-idp.ts";
import { comprehend } from "./comprehend.ts";
import { datasync } from "./datasync.ts";
import { dax } from "./dax.ts";
import { dms } from "./dms.ts";
import { docdbElastic } from "./docdb-elastic.ts";
import { dynamodb } from "./dynamodb.ts";
import { ec2 } from "./ec2.ts";
import { ecr } from "./ecr.ts";
import { ecrPublic } from "./ecr-public.ts";
import { ecs } from "./ecs.ts";
import { eks } from "./eks.ts";
import { elasticache } from "./elasticache.ts";
import { elasticfilesystem } from "./elasticfilesystem.ts";
import { elasticloadbalancing } from "./elasticloadbalancing.ts";
import { elasticmapreduce } from "./elasticmapreduce.ts";
import { emrContainers } from "./emr-containers.ts";
import { emrServerless } from "./emr-serverless.ts";
import { es } from "./es.ts";
import { events } from "./events.ts";
import { firehose } from "./firehose.ts";
import { fsx } from "./fsx.ts";
import { glue } from "./glue.ts";
import { guardduty } from "./guardduty.ts";
import { iam } from "./iam.ts";
import { kafka } from "./kafka.ts";
import { kafkaconnect } from "./kafkaconnect.ts";
import { kendra } from "./kendra.ts";
import { kinesis } from "./kinesis.ts";
import { kinesisanalytics } from "./kinesisanalytics.ts";
import { kms } from "./kms.ts";
import { lambda } from "./lambda.ts";
import { logs } from "./logs.ts";
import { memorydb } from "./memorydb.ts";
import { monitoring } from "./monitoring.ts";
import { mq } from "./mq.ts";
import { neptuneGraph } from "./neptune-graph.ts";
import { organizations } from "./organizations.ts";
import { osis } from "./osis.ts";
import { pcs } from "./pcs.ts";
import { personalize } from "./personalize.ts";
import { pipes } from "./pipes.ts";
import { rds } from "./rds.ts";
import { redshift } from "./redshift.ts";
import { redshiftServerless } from "./redshift-serverless.ts";
import { rekognition } from "./rekognition.ts";
import { route53 } from "./route53.ts";
import { s3 } from "./s3.ts";
import { s3express } from "./s3express.ts";
import { s3tables } from "./s3tables.ts";
import { s3vectors } from "./s3vectors.ts";
import { sagemaker } from "./sagemaker.ts";
import { savingsplans } from "./savingsplans.ts";
import { scheduler } from "./scheduler.ts";
import { secretsmanager } from "./secretsmanager.ts";
import { securityhub } from "./securityhub.ts";
import { ses } from "./ses.ts";
import { signin } from "./signin.ts";
import { sns } from "./sns.ts";
import { sqs } from "./sqs.ts";
import { ssm } from "./ssm.ts";
import { states } from "./states.ts";
import { storagegateway } from "./storagegateway.ts";
import { sts } from "./sts.ts";
import { tagging } from "./tagging.ts";
import { timestream } from "./timestream.ts";
import { timestreamInfluxdb } from "./timestream-influxdb.ts";
import { transcribe } from "./transcribe.ts";
import { transfer } from "./transfer.ts";
import { wafv2 } from "./wafv2.ts";

/** The services of the catalog: a new one is a file of its own and a line here. */
export const services: readonly Service[] = [
  acm,
  airflow,
  aoss,
  apigateway,
  apprunner,
  appsync,
  athena,
  autoscaling,
  backup,
  batch,
  bedrockAgentcore,
  bedrock,
  cloudformation,
  cloudfront,
  cloudtrail,
  codebuild,
  codecommit,
  codepipeline,
  cognitoIdp,
  comprehend,
  datasync,
  dax,
  dms,
  docdbElastic,
  dynamodb,
  ec2,
  ecrPublic,
  ecr,
  ecs,
  eks,
  elasticache,
  elasticfilesystem,
  elasticloadbalancing,
  elasticmapreduce,
  emrContainers,
  emrServerless,
  es,
  events,
  firehose,
  fsx,
  glue,
  guardduty,
  iam,
  kafka,
  kafkaconnect,
  kendra,
  kinesis,
  kinesisanalytics,
  kms,
  lambda,
  logs,
  memorydb,
  monitoring,
  mq,
  neptuneGraph,
  organizations,
  osis,
  pcs,
  personalize,
  pipes,
  rds,
  redshiftServerless,
  redshift,
  rekognition,
  route53,
  s3,
  s3express,
  s3tables,
  s3vectors,
  sagemaker,
  savingsplans,
  scheduler,
  secretsmanager,
  securityhub,
  ses,
  signin,
  sns,
  sqs,
  ssm,
  states,
  storagegateway,
  sts,
  tagging,
  timestreamInfluxdb,
  timestream,
  transcribe,
  transfer,
  wafv2,
];
