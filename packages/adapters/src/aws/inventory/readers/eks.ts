import { EKSClient, ListTagsForResourceCommand } from "@aws-sdk/client-eks";
import { readEach } from "../read-each.ts";

/** Reads EKS. */
export const eks = readEach("eks:ListTagsForResource", async (clients, { arn }) => {
  const { tags } = await clients.of(EKSClient).send(new ListTagsForResourceCommand({ resourceArn: arn }));
  return tags ?? {};
});
