import type { TypeRemedies } from "./remedy.ts";

/** Loads the remedies of a type, and with them the client of its service, when there is something to do. */
export type LoadRemedies = () => Promise<TypeRemedies>;

/** The types about which something can be done that can be taken back. */
export const TABLE: Readonly<Record<string, LoadRemedies>> = {
  "apprunner:service": async () => (await import("./apprunner.ts")).appRunner,
  "autoscaling:autoScalingGroup": async () => (await import("./autoscaling.ts")).autoscaling,
  "batch:compute-environment": async () => (await import("./batch/environment.ts")).environment,
  "batch:job-queue": async () => (await import("./batch/queue.ts")).queue,
  "batch:service-environment": async () =>
    (await import("./batch/service-environment.ts")).serviceEnvironment,
  "dynamodb:table": async () => (await import("./dynamodb.ts")).dynamodb,
  "ec2:fleet": async () => (await import("./ec2/fleet.ts")).fleet,
  "ec2:image": async () => (await import("./ec2/image.ts")).image,
  "ec2:instance": async () => (await import("./ec2/instance.ts")).instance,
  "ec2:security-group": async () => (await import("./ec2/security-group.ts")).securityGroup,
  "ec2:spot-fleet-request": async () => (await import("./ec2/spot-fleet.ts")).spotFleet,
  "ecs:service": async () => (await import("./ecs.ts")).ecs,
  "eks:nodegroup": async () => (await import("./eks.ts")).eks,
  "emr-serverless:application": async () => (await import("./emr-serverless.ts")).emrServerless,
  "glue:crawler": async () => (await import("./glue.ts")).crawler,
  "lambda:function": async () => (await import("./lambda.ts")).lambda,
  "rds:cluster": async () => (await import("./rds/cluster.ts")).cluster,
  "rds:db": async () => (await import("./rds/instance.ts")).instance,
  "redshift-serverless:workgroup": async () => (await import("./redshift/workgroup.ts")).workgroup,
  "redshift:cluster": async () => (await import("./redshift/cluster.ts")).cluster,
  "sagemaker:endpoint": async () => (await import("./sagemaker/endpoint.ts")).endpoint,
  "sagemaker:inference-component": async () => (await import("./sagemaker/component.ts")).component,
  "sagemaker:mlflow-tracking-server": async () =>
    (await import("./sagemaker/tracking-server.ts")).trackingServer,
  "sagemaker:monitoring-schedule": async () => (await import("./sagemaker/schedule.ts")).schedule,
  "sagemaker:notebook-instance": async () => (await import("./sagemaker/notebook.ts")).notebook,
};

/** The remedies of a type; null where there are none. */
export function remediesOf(type: string): LoadRemedies | null {
  return TABLE[type] ?? null;
}
