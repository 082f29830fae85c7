import type { Stores } from "./environment.ts";
import { houseFunction, type Made } from "./function.ts";
import { type DkimRecords, mailIdentity } from "./mail-identity.ts";
import { mailRules } from "./mail-rules.ts";
import type { Site } from "./site.ts";
import type { Told } from "./told.ts";
import { fedBy, takenBy, workQueue } from "./work-queue.ts";

/** What mails months, and where that is which could not be mailed. */
export interface Mail {
  readonly queue: sst.aws.Queue;
  readonly functions: readonly Made[];
  readonly deadLetters: Readonly<Record<string, sst.aws.Queue>>;
  /** What whoever deploys is to put into the DNS of the sender's domain; null where there is nothing. */
  readonly dkim: DkimRecords | null;
}

/** How long the mail of a month may take, in seconds: some hundred teams. */
const TIMEOUT = 600;
/** How often it is tried before somebody has to look at it: for most of a day, as a message waits for an hour. */
const TRIES = 10;
/** How long a message waits, in minutes: a month is divided on several bases one after the other, and mail speaks of all of them. */
const DELAY = 15;
/** As few at a time as Lambda lets us say: what one sends, the other leaves. */
const AT_ONCE = 2;

/**
 * From a snapshot that is published, over a queue, to mails; and from mail that came back to where that is known.
 *
 * @param site to which mails lead
 */
export function mail(told: Told, stores: Stores, site: Site | null): Mail {
  const work = workQueue("Mail", { timeout: TIMEOUT, tries: TRIES, delay: DELAY });
  const set = configurationSet(told);
  const named = { configurationSet: set === null ? null : told.names.ours };
  fedBy(work, told, mailRules(work, told, stores, named));

  const monthlyEmail = houseFunction("monthly-email", told, stores, {
    description: "Mails teams what they bear of a month.",
    timeout: TIMEOUT,
    memory: 1024,
    role: told.names.reader,
    queues: { from: work.queue },
    told: {
      ...(set !== null && { TAGLEDGER_CONFIGURATION_SET: set.configurationSetName }),
      ...(site !== null && { TAGLEDGER_PAGE: site.url }),
    },
  });
  takenBy(work, monthlyEmail, { batchSize: 1, atOnce: AT_ONCE });
  return {
    queue: work.queue,
    functions: [monthlyEmail],
    deadLetters: work.deadLetters,
    dkim: mailIdentity(told),
  };
}

/** What has SES tell of mail that came back, where mail is sent. */
function configurationSet({ config, names, home }: Told): aws.sesv2.ConfigurationSet | null {
  if (config.notify.email === undefined) return null;
  const set = new aws.sesv2.ConfigurationSet("Mails", {
    configurationSetName: names.ours,
    deliveryOptions: { tlsPolicy: "REQUIRE" },
    reputationOptions: { reputationMetricsEnabled: true },
    suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
  });
  new aws.sesv2.ConfigurationSetEventDestination("MailsReturned", {
    configurationSetName: set.configurationSetName,
    eventDestinationName: "returned",
    eventDestination: {
      enabled: true,
      matchingEventTypes: ["BOUNCE", "COMPLAINT"],
      eventBridgeDestination: {
        eventBusArn: `arn:${names.partition}:events:${home.region}:${home.account}:event-bus/default`,
      },
    },
  });
  return set;
}
