import { EC2Client, paginateDescribeTags } from "@aws-sdk/client-ec2";
import type { Sought } from "@tagledger/core/ports";
import { groupBy } from "@tagledger/core/text/group-by";
import type { Clients } from "../clients.ts";
import { type Described, lookAmong } from "../described.ts";
import { ec2Kinds } from "../ec2/kinds.ts";
import { inGroups } from "../in-groups.ts";
import { readBatches } from "../read-batches.ts";
import type { LiveLook, Reader } from "../reader.ts";
import { tagMap } from "../tag-map.ts";

/** As many values as a filter takes. */
const BATCH = 200;

/**
 * Reads EC2. The list of tags also holds those of instances that were terminated, and leaves out what has none: so what
 * can be described is, which tells its state along with its tags. Of all else only tags that are there tell something.
 */
export const ec2: Reader = {
  call: "ec2:DescribeTags",
  read: (clients, sought) =>
    inGroups(
      sought,
      ({ type }) => (type in ec2Kinds ? type : null),
      (group, type) =>
        readBatches(group, BATCH, (batch) =>
          type === null ? listTags(clients, batch) : describe(clients, type, batch),
        ),
    ),
};

async function describe(clients: Clients, type: string, batch: readonly Sought[]): Promise<LiveLook[]> {
  const found: Described[] = [];
  const ids = batch.map(({ id }) => id);
  for await (const page of ec2Kinds[type]?.(clients.of(EC2Client), ids) ?? []) found.push(...page);
  return batch.map(({ id }) => lookAmong(found, id, type));
}

async function listTags(clients: Clients, batch: readonly Sought[]): Promise<LiveLook[]> {
  const Filters = [{ Name: "resource-id", Values: batch.map(({ id }) => id) }];
  const found = [];
  for await (const { Tags } of paginateDescribeTags({ client: clients.of(EC2Client) }, { Filters })) {
    found.push(...(Tags ?? []));
  }
  const tags = groupBy(found, ({ ResourceId }) => ResourceId);
  return batch.map(({ id }) => {
    const own = tags.get(id);
    return own === undefined ? { miss: "failed" } : { tags: tagMap(own) };
  });
}
