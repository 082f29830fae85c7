import { GetTagsCommand, GlueClient } from "@aws-sdk/client-glue";
import { readEach } from "../read-each.ts";

/** Reads Glue. */
export const glue = readEach("glue:GetTags", async (clients, { arn }) => {
  const { Tags } = await clients.of(GlueClient).send(new GetTagsCommand({ ResourceArn: arn }));
  return Tags ?? {};
});
