import type { Subject } from "../subject.ts";
import { optionWords } from "./aws-values.ts";
import { callsFor } from "./calls.ts";
import { shellWord } from "./shell.ts";
import type { TagWrite } from "./tag-write.ts";

/**
 * The line for a POSIX shell that writes and removes tags with the AWS CLI, or null where no line could.
 *
 * @example tagLine(instance, { set: [["ml-team", "vision"]], remove: [], whole: false })
 * // "aws ec2 create-tags --resources i-0abc --tags Key=ml-team,Value=vision --region eu-central-1"
 */
export function tagLine(subject: Subject, write: TagWrite): string | null {
  const calls = callsFor(subject, write);
  if (calls === null || calls.length === 0) return null;
  const region = subject.region === null ? [] : (optionWords("--region", subject.region) ?? []);
  return calls
    .map(({ command, words }) => ["aws", command, ...[...words, ...region].map(shellWord)].join(" "))
    .join(" && ");
}
