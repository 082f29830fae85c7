import { ending, list, tagResource } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** ECR's public gallery. */
export const ecrPublic: Service = {
  source: "ecr-public.amazonaws.com",
  creations: [
    {
      event: "CreateRepository",
      type: "ecr-public:repository",
      priority: 4,
      id: "response.repository.repositoryName",
      arn: "response.repository.repositoryArn",
      tags: [list("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [ending("DeleteRepository", "response.repository.repositoryArn")],
  liveTags: usualTags("ecr-public", { gone: ["RepositoryNotFoundException"] }),
};
