import {
  paginateListClusters,
  paginateListDomains,
  paginateListEndpoints,
  paginateListInferenceComponents,
  paginateListMlflowTrackingServers,
  paginateListNotebookInstances,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import type { Call } from "@tagledger/core/catalog/type-facts";
import { type Found, listNamed } from "../listed.ts";
import type { Lister } from "../lister.ts";
import { sagemakerJobs } from "./sagemaker-jobs.ts";

/** Lists SageMaker: what runs until somebody ends it, and the jobs under way. */
export const sagemaker: readonly Lister[] = [
  whole("endpoint", "sagemaker:ListEndpoints", paginateListEndpoints, ({ Endpoints }) =>
    Endpoints?.map(({ EndpointArn, EndpointName }) => [EndpointArn, EndpointName]),
  ),
  whole(
    "inference-component",
    "sagemaker:ListInferenceComponents",
    paginateListInferenceComponents,
    ({ InferenceComponents }) =>
      InferenceComponents?.map((each) => [each.InferenceComponentArn, each.InferenceComponentName]),
  ),
  whole(
    "notebook-instance",
    "sagemaker:ListNotebookInstances",
    paginateListNotebookInstances,
    ({ NotebookInstances }) =>
      NotebookInstances?.map((each) => [each.NotebookInstanceArn, each.NotebookInstanceName]),
  ),
  whole("cluster", "sagemaker:ListClusters", paginateListClusters, ({ ClusterSummaries }) =>
    ClusterSummaries?.map(({ ClusterArn, ClusterName }) => [ClusterArn, ClusterName]),
  ),
  whole("domain", "sagemaker:ListDomains", paginateListDomains, ({ Domains }) =>
    Domains?.map(({ DomainArn, DomainId }) => [DomainArn, DomainId]),
  ),
  whole(
    "mlflow-tracking-server",
    "sagemaker:ListMlflowTrackingServers",
    paginateListMlflowTrackingServers,
    ({ TrackingServerSummaries }) =>
      TrackingServerSummaries?.map((each) => [each.TrackingServerArn, each.TrackingServerName]),
  ),
  ...sagemakerJobs,
];

function whole<Page>(
  type: string,
  call: Call,
  pages: (config: { client: SageMakerClient }, input: object) => AsyncIterable<Page>,
  found: Found<Page>,
): Lister {
  return {
    types: [`sagemaker:${type}`],
    calls: [call],
    list: (clients) => listNamed(clients, pages({ client: clients.of(SageMakerClient) }, {}), found),
  };
}
