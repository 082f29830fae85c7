import { LambdaClient, ListTagsCommand } from "@aws-sdk/client-lambda";
import { readEach } from "../read-each.ts";

/** Reads Lambda. */
export const lambda = readEach("lambda:ListTags", async (clients, { arn }) => {
  const { Tags } = await clients.of(LambdaClient).send(new ListTagsCommand({ Resource: arn }));
  return Tags ?? {};
});
