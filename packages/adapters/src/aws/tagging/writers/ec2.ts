import { CreateTagsCommand, DeleteTagsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { tagList } from "../tag-list.ts";
import { writeAlike } from "../write-alike.ts";

/** As many as one call takes. */
const BATCH = 1000;

/** Writes to EC2. */
export const ec2 = writeAlike("ec2:CreateTags", BATCH, {
  async set(clients, targets, tags) {
    const Resources = targets.map(({ id }) => id);
    await clients.of(EC2Client).send(new CreateTagsCommand({ Resources, Tags: tagList(tags) }));
    return targets.map(() => null);
  },
  async remove(clients, targets, keys) {
    const Resources = targets.map(({ id }) => id);
    // A key without a value is taken off whatever it holds.
    const Tags = keys.map((Key) => ({ Key }));
    await clients.of(EC2Client).send(new DeleteTagsCommand({ Resources, Tags }));
    return targets.map(() => null);
  },
});
