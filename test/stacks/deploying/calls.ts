import { ANSWERING_CALLS } from "./answering-calls.ts";
import type { Calls } from "./calls-of-type.ts";
import { RUNNING_CALLS } from "./running-calls.ts";
import { STORING_CALLS } from "./storing-calls.ts";
import { WATCHING_CALLS } from "./watching-calls.ts";

/**
 * By type of what a deployment makes, what whoever deploys calls: as the AWS provider of Terraform does, on which SST's
 * stands.
 */
export const CALLS: Readonly<Record<string, Calls>> = {
  ...ANSWERING_CALLS,
  ...WATCHING_CALLS,
  ...STORING_CALLS,
  ...RUNNING_CALLS,
  // Made nowhere but in the state.
  "random:index/randomBytes:RandomBytes": { on: [], actions: [] },
};
