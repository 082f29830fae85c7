import { ECRClient, paginateDescribeRepositories } from "@aws-sdk/client-ecr";
import { listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists ECR. */
export const ecr: Lister = {
  types: ["ecr:repository"],
  calls: ["ecr:DescribeRepositories"],
  list: (clients) =>
    listPages(
      clients,
      paginateDescribeRepositories({ client: clients.of(ECRClient) }, {}),
      ({ repositories }) => repositories?.map(({ repositoryArn }) => repositoryArn),
    ),
};
