/** A language that we write for AWS. */
export type PolicyTarget = "event-rules" | "iam" | "stack-set";

/** What each language cannot say of what we mean, and who sees to it instead. */
export const LIMITS: Readonly<Record<PolicyTarget, readonly string[]>> = {
  "event-rules": [
    "the schema: a pattern sees one call, not what a resource carries; every successful creation, tagging and ending of the catalog matches, and is judged afterwards",
    "calls that the catalog does not know, and resources that no call of CloudTrail tells of: a sweep finds what is left of them",
    "which accounts and regions: a rule sees only its own; the template of stack-set brings it to the others",
  ],
  iam: [
    "grace, deadlines, breakers, leases and the switch that stops everything: a policy neither waits nor counts; the functions do",
    "values that tags must have by pattern, and what was before: a policy says which keys may be written; the functions write only what the plan says",
    "types, teams, projects and principals of a rule: what any rule may do is granted, and the functions ask the first rule that matches",
    "the environment of an account or an organizational unit, and of services that do not tell IAM the tags of a resource: the functions read them before they act",
  ],
  "stack-set": [
    "that CloudTrail is on: each account needs a trail with management events, else there is nothing to forward",
    "where it goes: name the accounts and regions of --places when you roll it out; the bus at home takes events of no other account",
    "that us-east-1 is among the regions: events of global services, as of IAM and CloudFront, come there only",
  ],
};
