import { createRandom, type Random } from "@tagledger/cli/sample/random";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { GOOD } from "@tagledger/core/tags/testing/make-subject";
import { type Call, KINDS, type Kind } from "../world/kinds.ts";

const [SECOND, MINUTE, DAY] = [1000, 60_000, 86_400_000];

const START = Date.UTC(2026, 8, 1);

/** When all of it is taken in: later than it happened, whoever is quicker. */
export const NOW = START + DAY + 15 * MINUTE;

/** What an event tells of. */
export type Tells = "a compliant creation" | "a bare creation" | "tagging" | "a deletion" | "nothing";

/** An event as it arrives. */
export interface Delivery {
  readonly tells: Tells;
  readonly text: string;
}

/** What happens so many milliseconds after the beginning of its story. */
interface Act {
  readonly after: number;
  readonly tells: Tells;
  readonly call: Call;
}

/**
 * A day of an account as it arrives: of a hundred events, 55 create with tags that comply, 15 create without and 15 tag
 * that a moment later, 5 delete and 10 tell of nothing. They come in another order than they happened, one in twenty
 * twice.
 *
 * @param events how many different ones
 */
export function deliveries(events: number): readonly Delivery[] {
  const random = createRandom("a day of events");
  const all: (Delivery & { readonly arrives: number })[] = [];
  for (let story = 0, told = 0; told < events; story++) {
    const began = random.integer(0, DAY - 3 * MINUTE);
    for (const { after, tells, call } of actsOf(story, random).slice(0, events - told)) {
      const at = START + Math.floor((began + after) / SECOND) * SECOND;
      const text = JSON.stringify({ ...call, ...envelope(random, at, told++) });
      const arrives = at + random.integer(5 * SECOND, 2 * MINUTE);
      all.push({ tells, text, arrives });
      if (random.chance(5)) all.push({ tells, text, arrives: arrives + random.integer(SECOND, 10 * MINUTE) });
    }
  }
  return all.sort((a, b) => a.arrives - b.arrives);
}

function actsOf(story: number, random: Random): readonly Act[] {
  const name = `load-${story}`;
  const kind = random.pick(Object.values<Kind>(KINDS));
  const tags = { ...GOOD, "ml-project": `project-${random.integer(1, 300)}`, Name: name };
  // Buckets take no tags when they are made.
  const bearer = kind === KINDS.bucket ? KINDS.queue : kind;
  const good: Act = { after: 0, tells: "a compliant creation", call: bearer.create(name, tags) };
  const part = random.integer(0, 79);
  if (part < 50) return [good];
  if (part < 55)
    return [good, { after: random.integer(SECOND, MINUTE), tells: "a deletion", call: bearer.remove(name) }];
  if (part < 70)
    return [
      { after: 0, tells: "a bare creation", call: kind.create(name, {}) },
      { after: random.integer(SECOND, 3 * SECOND), tells: "tagging", call: kind.tag(name, tags) },
    ];
  return [{ after: 0, tells: "nothing", call: random.pick([READ, REFUSED]) }];
}

const READ = makeRecord({ eventName: "DescribeInstances", readOnly: true, responseElements: null });
const REFUSED = { ...KINDS.queue.create("refused", {}), errorCode: "AccessDenied" };

/** What is different in each record, and what makes records as large as they are. */
function envelope(random: Random, at: number, number: number): Call {
  const [person, role] = [`person-${random.integer(1, 400)}@example.com`, `vision-${random.integer(1, 40)}`];
  const id = String(number).padStart(12, "0");
  return {
    userIdentity: {
      type: "AssumedRole",
      principalId: `AROAEXAMPLE:${person}`,
      arn: `arn:aws:sts::444455556666:assumed-role/${role}/${person}`,
      accountId: "444455556666",
      accessKeyId: `ASIAEXAMPLE${id}`,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          principalId: "AROAEXAMPLE",
          arn: `arn:aws:iam::444455556666:role/${role}`,
          accountId: "444455556666",
          userName: role,
        },
        attributes: { creationDate: "2026-09-01T00:00:00Z", mfaAuthenticated: "false" },
      },
    },
    eventTime: new Date(at).toISOString().replace(".000Z", "Z"),
    eventID: `00000000-0000-4000-8000-${id}`,
    requestID: `11111111-0000-4000-8000-${id}`,
    userAgent: "APN/1.0 HashiCorp/1.0 Terraform/1.9.5 aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.6",
    managementEvent: true,
    eventCategory: "Management",
    tlsDetails: { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256" },
  };
}
