import { ending, map, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** CodeCommit. */
export const codecommit: Service = {
  source: "codecommit.amazonaws.com",
  creations: [
    {
      event: "CreateRepository",
      type: "codecommit:repository",
      priority: 4,
      id: "response.repositoryMetadata.repositoryName",
      arn: "response.repositoryMetadata.arn",
      tags: [map("request.tags")],
    },
    untaggable("CreateBranch", "codecommit:branch", "request.branchName"),
    untaggable("CreateCommit", "codecommit:commit", "response.commitId"),
    untaggable("CreatePullRequest", "codecommit:pull-request", "response.pullRequest.pullRequestId"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [
    ending(
      "DeleteRepository",
      "request.repositoryName",
      "codecommit:repository",
      "arn:{partition}:codecommit:{region}:{account}:{id}",
    ),
  ],
  others: ["GitPush", "GitPull", "PutFile", "PutRepositoryTriggers"],
  liveTags: usualTags("codecommit", { gone: ["RepositoryDoesNotExistException"] }),
};
