import {
  alarmsCallSomebody,
  alarmsWait,
  allAlarmsAreShown,
  everythingCalls,
  topicsAreSecure,
} from "./alarms.ts";
import type { Check } from "./check.ts";
import { deliveriesAreKept, failuresAreKept, rulesLeadSomewhere } from "./deliveries.ts";
import { environmentsAreRead, environmentsAreWhole } from "./environment.ts";
import { dueRunsDoNotOverlap, functionsAreOfTheHouse, logsAreKept } from "./functions.ts";
import { pagesAreGuarded, requestsAreLimited, signedRoutesAreSigned } from "./gateway.ts";
import { namesAreOurs, namesAreUnique } from "./names.ts";
import { nothingIsOpen, noWildcardAction, onlyServicesTakeOnRoles, servicesActForUs } from "./policies.ts";
import { batchesAreTakenOnce, deadLettersAreKept, queuesAreSecure } from "./queues.ts";
import { bucketsAreClosed, tableIsTheLedgers, tablesOutliveMistakes, whatIsKnownIsKept } from "./stores.ts";
import { everythingIsTagged } from "./tags.ts";

/** What holds of every deployment. */
export const CHECKS: Readonly<Record<string, Check>> = {
  "no policy allows what it does not name": noWildcardAction,
  "only services take on roles": onlyServicesTakeOnRoles,
  "nothing is open to anyone": nothingIsOpen,
  "services act for us only": servicesActForUs,
  "what nobody could take is kept": deadLettersAreKept,
  "queues are encrypted and reached with TLS only": queuesAreSecure,
  "a batch is handed out once, and no event fails for another": batchesAreTakenOnce,
  "rules are on, short, and lead somewhere": rulesLeadSomewhere,
  "what cannot be delivered is kept": deliveriesAreKept,
  "runs that fail are kept": failuresAreKept,
  "tables outlive mistakes": tablesOutliveMistakes,
  "the table is that of the ledger": tableIsTheLedgers,
  "buckets are closed and keep old versions for a while": bucketsAreClosed,
  "what nobody can make again is kept": whatIsKnownIsKept,
  "functions are of the house": functionsAreOfTheHouse,
  "logs are JSON and kept for a while": logsAreKept,
  "runs of what is due do not overlap": dueRunsDoNotOverlap,
  "functions start with what they are told": environmentsAreWhole,
  "functions read all that they are told, and are told all that they read": environmentsAreRead,
  "everything that can go wrong calls somebody": everythingCalls,
  "alarms call somebody, and know what silence means": alarmsCallSomebody,
  "what ends by itself calls nobody": alarmsWait,
  "topics are reached with TLS only": topicsAreSecure,
  "all alarms are on the page": allAlarmsAreShown,
  "requests are limited, and written down for a while": requestsAreLimited,
  "what is for whoever signs is for nobody else": signedRoutesAreSigned,
  "pages are guarded": pagesAreGuarded,
  "names are ours, and AWS takes them": namesAreOurs,
  "names are unique": namesAreUnique,
  "everything carries our tags": everythingIsTagged({ "ml-team": "ml-platform", "ml-environment": "prod" }),
};
