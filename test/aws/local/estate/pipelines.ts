import {
  DescribeClusterCommand,
  EMRClient,
  RunJobFlowCommand,
  TerminateJobFlowsCommand,
} from "@aws-sdk/client-emr";
import { CreateJobCommand, DeleteJobCommand, GlueClient } from "@aws-sdk/client-glue";
import { CreateClusterCommand, DeleteClusterCommand, RedshiftClient } from "@aws-sdk/client-redshift";
import { given, type Maker, nameOf, TAG_LIST, TAGS } from "./maker.ts";

export const pipelines: readonly Maker[] = [
  {
    type: "elasticmapreduce:cluster",
    async make(clients, name, isTagged) {
      const client = clients.of(EMRClient);
      const { JobFlowId } = await client.send(
        new RunJobFlowCommand({
          Name: name,
          ReleaseLabel: "emr-7.0.0",
          Instances: {
            MasterInstanceType: "m5.xlarge",
            InstanceCount: 1,
            KeepJobFlowAliveWhenNoSteps: true,
          },
          JobFlowRole: "EMR_EC2_DefaultRole",
          ServiceRole: "EMR_DefaultRole",
          Tags: isTagged ? TAG_LIST : [],
        }),
      );
      const { Cluster } = await client.send(new DescribeClusterCommand({ ClusterId: JobFlowId }));
      return given(Cluster?.ClusterArn);
    },
    remove: (clients, arn) =>
      clients.of(EMRClient).send(new TerminateJobFlowsCommand({ JobFlowIds: [nameOf(arn)] })),
  },
  {
    type: "glue:job",
    async make(clients, name, isTagged) {
      await clients.of(GlueClient).send(
        new CreateJobCommand({
          Name: name,
          Role: "glue",
          Command: { Name: "glueetl", ScriptLocation: "s3://scripts/job.py" },
          Tags: isTagged ? TAGS : {},
        }),
      );
      return `arn:aws:glue:${clients.region}:${clients.account}:job/${name}`;
    },
    remove: (clients, arn) => clients.of(GlueClient).send(new DeleteJobCommand({ JobName: nameOf(arn) })),
  },
  {
    type: "redshift:cluster",
    async make(clients, name, isTagged) {
      const { Cluster } = await clients.of(RedshiftClient).send(
        new CreateClusterCommand({
          ClusterIdentifier: name,
          NodeType: "ra3.large",
          MasterUsername: "ada",
          MasterUserPassword: "Not-a-secret-1",
          Tags: isTagged ? TAG_LIST : [],
        }),
      );
      return `arn:aws:redshift:${clients.region}:${clients.account}:cluster:${given(Cluster?.ClusterIdentifier)}`;
    },
    remove: (clients, arn) =>
      clients
        .of(RedshiftClient)
        .send(new DeleteClusterCommand({ ClusterIdentifier: nameOf(arn), SkipFinalClusterSnapshot: true })),
  },
];
