import type { Subject } from "../subject.ts";
import { type AwsObject, mapWord, objectWords, optionWords, textWords } from "./aws-values.ts";
import { bucketCalls } from "./bucket-calls.ts";
import type { Word } from "./shell.ts";
import { type TagCalls, tagCallsOf } from "./tag-calls.ts";
import type { TagWrite } from "./tag-write.ts";
import { type Call, tagObjects, UPPER } from "./tag-write.ts";

/**
 * The commands that do it, or null where there are none for the type, or the resource's name is not known. They
 * write before they remove, so that nothing is lost where they stop between.
 */
export function callsFor(subject: Subject, write: TagWrite): readonly Call[] | null {
  if (subject.type === "autoscaling:autoScalingGroup") return groupCalls(subject.id, write);
  if (subject.type === "s3:bucket") return bucketCalls(subject, write);
  const calls = tagCallsOf(subject.type);
  const resource = calls && resourceWords(calls, subject);
  return calls && resource && serviceCalls(calls, resource, write);
}

function resourceWords(
  { resource: [option, by, takes] }: TagCalls,
  { arn, id }: Subject,
): Call["words"] | null {
  // CloudTrail and the console write the ARN of a log group with an end that its tagging call refuses.
  const name = by === "id" ? id : arn?.replace(/:\*$/, "");
  if (name === undefined) return null;
  return takes === "one" ? optionWords(option, name) : [[option], ...textWords([name])];
}

function serviceCalls(
  { set, remove, tags, form, keys }: TagCalls,
  resource: readonly Word[],
  write: TagWrite,
): readonly Call[] {
  const written = form === "map" ? [mapWord(write.set)] : objectWords(tagObjects(write.set, form));
  // EC2 takes the keys to remove in the form of tags.
  const removed =
    keys === tags ? objectWords(write.remove.map((key) => [["Key", key]])) : textWords(write.remove);
  return [
    ...(write.set.length === 0 ? [] : [{ command: set, words: [...resource, [tags], ...written] }]),
    ...(write.remove.length === 0 ? [] : [{ command: remove, words: [...resource, [keys], ...removed] }]),
  ];
}

/** A group's tags say which group they are for, and that what it launches is to have them too. */
function groupCalls(id: string, { set, remove }: TagWrite): readonly Call[] {
  const group: AwsObject = [
    ["ResourceId", id],
    ["ResourceType", "auto-scaling-group"],
  ];
  const written = tagObjects(set, UPPER).map((tag) => [
    ...group,
    ...tag,
    ["PropagateAtLaunch", true] as const,
  ]);
  const removed = remove.map((key) => [...group, ["Key", key] as const]);
  const call = (command: string, objects: readonly AwsObject[]) =>
    objects.length === 0 ? [] : [{ command, words: [["--tags"], ...objectWords(objects)] }];
  return [...call("autoscaling create-or-update-tags", written), ...call("autoscaling delete-tags", removed)];
}
