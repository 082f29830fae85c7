import {
  paginateListHyperParameterTuningJobs,
  paginateListProcessingJobs,
  paginateListTrainingJobs,
  paginateListTransformJobs,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import type { Call } from "@tagledger/core/catalog/type-facts";
import { type Found, listNamed } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists the jobs under way. Those that ended remain, by the thousand, and cost nothing: so no list is whole. */
export const sagemakerJobs: readonly Lister[] = [
  underWay("sagemaker:ListTrainingJobs", paginateListTrainingJobs, ({ TrainingJobSummaries }) =>
    TrainingJobSummaries?.map(({ TrainingJobArn, TrainingJobName }) => [TrainingJobArn, TrainingJobName]),
  ),
  underWay("sagemaker:ListProcessingJobs", paginateListProcessingJobs, ({ ProcessingJobSummaries }) =>
    ProcessingJobSummaries?.map(({ ProcessingJobArn, ProcessingJobName }) => [
      ProcessingJobArn,
      ProcessingJobName,
    ]),
  ),
  underWay("sagemaker:ListTransformJobs", paginateListTransformJobs, ({ TransformJobSummaries }) =>
    TransformJobSummaries?.map(({ TransformJobArn, TransformJobName }) => [
      TransformJobArn,
      TransformJobName,
    ]),
  ),
  underWay(
    "sagemaker:ListHyperParameterTuningJobs",
    paginateListHyperParameterTuningJobs,
    ({ HyperParameterTuningJobSummaries }) =>
      HyperParameterTuningJobSummaries?.map((each) => [
        each.HyperParameterTuningJobArn,
        each.HyperParameterTuningJobName,
      ]),
  ),
];

function underWay<Page>(
  call: Call,
  pages: (config: { client: SageMakerClient }, input: { StatusEquals: "InProgress" }) => AsyncIterable<Page>,
  found: Found<Page>,
): Lister {
  return {
    types: [],
    calls: [call],
    list: (clients) =>
      listNamed(
        clients,
        pages({ client: clients.of(SageMakerClient) }, { StatusEquals: "InProgress" }),
        found,
      ),
  };
}
