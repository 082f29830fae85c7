import { paginateListTags, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { isOver } from "../described.ts";
import { readEach } from "../read-each.ts";
import { isNotFound } from "../sagemaker/not-found.ts";
import { stateCalls } from "../sagemaker/state-calls.ts";
import { tagMap } from "../tag-map.ts";

/** Reads SageMaker, whose list of tags does not say what is not there: the resource itself has to be asked for. */
export const sagemaker = readEach(
  "sagemaker:ListTags",
  async (clients, { arn }) => {
    const tags = [];
    const client = clients.of(SageMakerClient);
    for await (const { Tags } of paginateListTags({ client }, { ResourceArn: arn }))
      tags.push(...(Tags ?? []));
    return tagMap(tags);
  },
  async (clients, { id, type, arn }) => {
    const ask = stateCalls[type];
    if (ask === undefined) return null;
    try {
      return !isOver(type, await ask(clients.of(SageMakerClient), { id, arn, path: pathOf(arn) }));
    } catch (error) {
      if (isNotFound(error)) return false;
      throw error;
    }
  },
);

/** `d-1`, `ada` of `arn:aws:sagemaker:eu-central-1:111122223333:user-profile/d-1/ada`. */
function pathOf(arn: string): string[] {
  return arn.split("/").slice(1);
}
