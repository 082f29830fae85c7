import { GetJobTaggingCommand, PutJobTaggingCommand } from "@aws-sdk/client-s3-control";
import { tagMap } from "../../inventory/tag-map.ts";
import { controlOf } from "../s3/control.ts";
import { mergeWhole } from "../s3/merge-whole.ts";
import { tagList } from "../tag-list.ts";
import { writeOneByOne } from "../write-each.ts";

/** Writes to batch jobs of S3, whose tags are written as a whole. */
export const s3Jobs = writeOneByOne("s3:PutJobTagging", async (clients, tagging) => {
  const client = controlOf(clients);
  const { arn } = tagging.target;
  const job = { AccountId: clients.account, JobId: arn.slice(arn.lastIndexOf("/") + 1) };
  return mergeWhole(
    {
      read: async () => tagMap((await client.send(new GetJobTaggingCommand(job))).Tags),
      write: (tags) => client.send(new PutJobTaggingCommand({ ...job, Tags: tagList(tags) })),
    },
    tagging,
  );
});
