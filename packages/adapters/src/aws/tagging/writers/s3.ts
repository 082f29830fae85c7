import { TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-s3-control";
import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Why } from "@tagledger/core/remediation/refusal";
import type { Clients } from "../../inventory/clients.ts";
import { isOfMember } from "../../inventory/misses.ts";
import { refusalOf } from "../refusal.ts";
import { bucketTags } from "../s3/bucket-tags.ts";
import { controlOf } from "../s3/control.ts";
import { mergeWhole } from "../s3/merge-whole.ts";
import { tagList } from "../tag-list.ts";
import { change, type TagCalls, writeOneByOne } from "../write-each.ts";
import type { NamedTagging, Written } from "../writer.ts";

const CALL = "s3:TagResource";
const OTHERWISE = "s3:PutBucketTagging";
/** What would be the same whichever call is made, or passes. */
const FINAL: readonly Why[] = ["gone", "throttled", "conflict", "not-ready"];

/** The calls that add and take off tags, on any bucket, and leave the others alone. */
const calls: TagCalls = {
  set: (clients, { arn }, tags) =>
    controlOf(clients).send(
      new TagResourceCommand({ AccountId: clients.account, ResourceArn: arn, Tags: tagList(tags) }),
    ),
  remove: (clients, { arn }, keys) =>
    controlOf(clients).send(
      new UntagResourceCommand({ AccountId: clients.account, ResourceArn: arn, TagKeys: keys }),
    ),
};

/** Writes to S3; where the newer call is refused, a bucket takes the older one, unless its tags decide who may do what. */
export const s3 = writeOneByOne(CALL, async (clients, tagging) => {
  const { type } = tagging.target;
  try {
    return await change(clients, tagging, calls);
  } catch (error) {
    const refusal = refusalOf(error, type, CALL);
    const mayGoOn = refusal.refused === "denied" || isOfMember(error);
    if (
      typeFacts(type).liveTags.write?.otherwise === undefined ||
      !mayGoOn ||
      FINAL.includes(refusal.refused)
    ) {
      return refusal;
    }
    return writeOtherwise(clients, tagging, refusal);
  }
});

async function writeOtherwise(clients: Clients, tagging: NamedTagging, refusal: Written): Promise<Written> {
  const { id, type } = tagging.target;
  try {
    return await mergeWhole(bucketTags(clients, id), tagging);
  } catch (error) {
    const other = refusalOf(error, type, OTHERWISE);
    return FINAL.includes(other.refused) ? other : refusal;
  }
}
