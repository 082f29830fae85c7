import * as z from "zod/mini";
import { about } from "./about.ts";
import { match } from "./match.ts";
import { decimal, duration, glob, moment, name, ratio, some, wholeNumber } from "./values.ts";

const step = z.enum(["notify", "repair", "quarantine"]);
const mode = about(
  "observe does nothing; else one or more of notify, repair, quarantine",
  z.union(
    [z.literal("observe"), step, some(step)],
    "observe, notify, repair or quarantine, or a list of the last three",
  ),
);
const grace = about("Time between sight and verdict", duration);
const deadline = about("Time between notified and quarantined", duration);
const count = wholeNumber(0);

/** What one rule does to resources that break the schema. */
export const rule = z.strictObject({
  match,
  mode: z.optional(mode),
  grace: z.optional(grace),
  deadline: z.optional(deadline),
  allow: about("Remedies that may lose work, by name, as ec2:stop", z._default(z.array(name), [])),
});

const environment = z.strictObject({
  accounts: about("Accounts, in quotes, that are this environment", z._default(z.array(glob), [])),
  organizationalUnits: about("Organizational units that are this environment", z._default(z.array(glob), [])),
});

const exemption = z.strictObject({
  match,
  reason: about("Why", name),
  owner: about("Who answers for it", z.optional(name)),
  until: about("The last day on which it holds, or the instant at which it ends", moment),
});

const defaults = z.strictObject({
  mode: z._default(mode, "observe"),
  grace: z._default(grace, "1h"),
  deadline: z._default(deadline, "24h"),
});

const readiness = z.strictObject({
  days: about("Days of observation before anything is turned on", z._default(count, 14)),
  decided: about("The least fraction of resources with a verdict", z._default(ratio, 0.95)),
  disputed: about("The greatest fraction of verdicts that people disputed", z._default(ratio, 0.02)),
});

const breaker = z.strictObject({
  perAccountPerHour: about("Remedies in one account", z._default(count, 5)),
  perOrganizationPerHour: about("Remedies in all accounts together", z._default(count, 20)),
  usdPerHour: about("What the resources acted on cost an hour, in US dollars", z._default(decimal, "500")),
});

const requests = z.strictObject({
  days: about("The most days for which an exemption may be asked for", z._default(wholeNumber(1), 90)),
  ownApproval: about(
    "Whether people may approve what they asked for themselves",
    z._default(z.boolean(), false),
  ),
});

/** Enforcement: everything off until somebody turns it on. */
export const enforcement = z.strictObject({
  since: about("Resources created before this are at most notified", z.optional(moment)),
  stop: about("true: no effect leaves, anywhere, without a deployment", z._default(z.boolean(), false)),
  principals: about(
    "Our own roles, whose actions are not judged",
    z._default(z.array(glob), ["arn:aws:iam::*:role/tagledger-*"]),
  ),
  default: about("What holds where no rule says otherwise", z.prefault(defaults, {})),
  rules: about("The first rule that matches decides", z._default(z.array(rule), [])),
  environments: about(
    "Accounts and units that establish an environment",
    z._default(z.record(name, environment), {}),
  ),
  production: about(
    "Environments that are at most notified unless a rule names them",
    z._default(z.array(name), ["prod"]),
  ),
  readiness: about("When enforcement may be turned on", z.prefault(readiness, {})),
  breaker: about("How much may happen in an hour before everything stops", z.prefault(breaker, {})),
  exemptions: about("What is left alone, why and until when", z._default(z.array(exemption), [])),
  requests: about("What people may ask for, and who decides", z.prefault(requests, {})),
  confidence: about("The least evidence for writing an inferred owner", z._default(ratio, 0.8)),
});
