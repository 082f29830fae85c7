import type { Subject } from "../subject.ts";
import { json, objectWords, optionWords, textWords } from "./aws-values.ts";
import { words } from "./shell.ts";
import { type Call, type TagWrite, tagObjects, UPPER } from "./tag-write.ts";

/**
 * The commands that tag a bucket. Its own call replaces the whole set, so that it is used only where the whole set
 * is known; else the tags are added by the call that leaves the others alone, as many tools tag a bucket in a second
 * call that its creation knows nothing of.
 */
export function bucketCalls(subject: Subject, write: TagWrite): readonly Call[] | null {
  return write.whole ? replacing(subject, write) : adding(subject, write);
}

function replacing({ id, state }: Subject, { set, remove }: TagWrite): readonly Call[] | null {
  const bucket = optionWords("--bucket", id);
  const changed = new Set([...remove, ...set.map(([key]) => key)]);
  // Those of AWS's own stay in the set: the call refuses to remove them.
  const kept = Object.entries(state.tags).filter(([key]) => !changed.has(key));
  const tags = tagObjects([...kept, ...set], UPPER).flatMap((tag, index) => [
    index === 0 ? "" : ",",
    ...json(tag),
  ]);
  const tagging = [["--tagging"], words('{"TagSet":[', ...tags, "]}")];
  return bucket && [{ command: "s3api put-bucket-tagging", words: [...bucket, ...tagging] }];
}

function adding({ arn, account }: Subject, { set, remove }: TagWrite): readonly Call[] | null {
  if (arn === null || account === null) return null;
  const bucket = [["--account-id"], ...textWords([account]), ["--resource-arn"], ...textWords([arn])];
  const tags = [["--tags"], ...objectWords(tagObjects(set, UPPER))];
  const keys = [["--tag-keys"], ...textWords(remove)];
  return [
    ...(set.length === 0 ? [] : [{ command: "s3control tag-resource", words: [...bucket, ...tags] }]),
    ...(remove.length === 0 ? [] : [{ command: "s3control untag-resource", words: [...bucket, ...keys] }]),
  ];
}
