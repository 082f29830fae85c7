import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Sought, Tagging } from "@tagledger/core/ports";
import type { Refusal } from "@tagledger/core/remediation/refusal";
import { unsupported } from "./unsupported.ts";
import type { Written } from "./writer.ts";
import { asksById } from "./writers.ts";

/** What AWS keeps for itself, in any case. */
const SYSTEM = /^aws:/i;

/**
 * What comes of a tagging for which nothing needs to be asked.
 *
 * @returns undefined where a service has to be asked
 */
export function settledAtOnce({ target, set, remove }: Tagging): Written | undefined {
  const keys = [...Object.keys(set), ...remove];
  if (keys.length === 0) return null;
  const system = keys.find((key) => SYSTEM.test(key));
  if (system !== undefined)
    return unsupported(`${system} is a key of AWS itself, which nobody else may write`);
  if (typeFacts(target.type).liveTags.write === null) {
    return unsupported(`the tags of ${target.type} change only with the resource itself`);
  }
  return target.arn === null ? unnamed(target) : undefined;
}

/** An id says nothing of where it is: what has the same one elsewhere is another. */
function unnamed({ type, account, region }: Sought): Refusal | undefined {
  if (!asksById(type)) return unsupported("its ARN is not known");
  return account === null || region === null ? unsupported("it is not known where it is") : undefined;
}
