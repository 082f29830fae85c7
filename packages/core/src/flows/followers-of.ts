import type { Config } from "../config/definition.ts";
import { isFollower } from "../costs/attribution/follows.ts";
import type { Bill, BillContent } from "../ports.ts";

/** The kinds of line of a bill that follow others by the policies of a configuration. */
export function followersOf({ contents }: Pick<Bill, "contents">, { policies }: Config): BillContent[] {
  const follows = isFollower(policies);
  return contents.filter(follows);
}
