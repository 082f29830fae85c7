import { type Asker, accountOf, granted } from "./granted.ts";
import { type Ask, mayDo } from "./may-do.ts";
import { EVERYTHING, HOME, REGION } from "./settings.ts";

/** Whether somebody may make a call, where everything is turned on or under another configuration. */
export function may(asker: Asker, ask: Omit<Ask, "account">, config = EVERYTHING): Promise<boolean> {
  return mayDo(granted(asker, config), { account: accountOf(asker), ...ask });
}

/** The ARN of a resource: `here("sqs", "jobs")`. */
export function here(
  service: string,
  resource: string,
  account: string = HOME,
  region: string = REGION,
): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** What nobody should ever be given. */
export const ALL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
export const INSTANCE = here("ec2", "instance/i-0123456789abcdef0");
export const QUEUE = here("sqs", "jobs");
/** What a call shows that writes a tag of the schema. */
export const TAGS = { "aws:TagKeys": ["ml-team"], "aws:RequestTag/ml-team": "vision" };
