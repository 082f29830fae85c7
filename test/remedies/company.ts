import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { loadConfig } from "@tagledger/core/config/load";
import { enforce } from "@tagledger/core/flows/enforce";
import { judgeAnew } from "@tagledger/core/flows/judge-anew";
import type { RemediatePorts } from "@tagledger/core/flows/remediate/ports";
import { rulesOf } from "@tagledger/core/flows/rules";
import { work } from "@tagledger/core/flows/work";
import type { Happened } from "@tagledger/core/remediation/deed";
import { unknownPrice } from "@tagledger/core/spend/price";
import { makePrice } from "@tagledger/core/spend/testing/rates";
import type { Miss } from "@tagledger/core/tags/lifecycle/life";
import type { Tags } from "../world/cloud.ts";
import { Cloud } from "../world/cloud.ts";
import { Estate, instanceThing, type Thing } from "../world/estate.ts";
import { type Call, KINDS, type Kind } from "../world/kinds.ts";

export const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
export const START = Date.UTC(2026, 8, 1, 12);
export const GOOD: Tags = { "ml-team": "vision" };

/** The one account, as an environment in which more than notices is allowed. */
const IN_DEV = `environments: { dev: { accounts: ["444455556666"] } }`;

/** Everything is permitted; stopping is allowed by name. */
export const EVERYTHING = `rules: [{ match: { environment: dev }, mode: [notify, repair, quarantine], allow: ["ec2:stop", "rds:stop", "sagemaker:scale-endpoint"] }]`;
/** What restores fully is permitted. */
export const MILD = `rules: [{ match: { environment: dev }, mode: [notify, repair, quarantine] }]`;

/** What is different in a company; all else is as in {@link company}. */
export interface Settings {
  /** Lines under `enforcement`. */
  readonly enforcement?: string;
  readonly environments?: string;
  readonly tags?: string;
  readonly isTurnedOn?: boolean;
}

function published({
  enforcement = MILD,
  environments = IN_DEV,
  tags = "ml-team: { required: true, values: [vision, ranking] }",
}: Settings) {
  const { config } = loadConfig(
    `version: 1
dimensions: { team: ml-team, environment: ml-environment }
tags: { ${tags} }
teams: { vision: {}, ranking: { principals: ["arn:aws:iam::*:role/ranking-*"], accounts: [] } }
enforcement:
  since: 2026-01-01
  ${environments}
  default: { mode: observe, grace: 1h, deadline: 4h }
${enforcement.replace(/^/gm, "  ")}
`,
    "rules.yaml",
  );
  return { config, hash: nodeHash.sha256(JSON.stringify(config)) };
}

/** A company in which one thing happens after the other: by default teams are required, and grace and deadline are 1 h and 4 h. */
export class Company {
  readonly cloud = new Cloud({ lag: () => this.lag(), trouble: () => this.unreadable ?? this.trouble() });
  readonly ledger = memoryLedger();
  readonly estate: Estate;
  readonly ports: RemediatePorts;
  /** How old what is read may be, and why a read finds nothing: each time anew. */
  lag: () => number = () => 0;
  trouble: () => Miss | null = () => null;
  /** Why live tags cannot be read. */
  unreadable: Miss | null = null;
  isTurnedOn: boolean;
  /** What an instance costs an hour in US dollars; null where nobody knows. */
  price: string | null = null;
  /** What is published, which a worker may not know yet. */
  current: ReturnType<typeof published>;
  #settings: Settings;
  #events = 0;

  constructor(settings: Settings = {}) {
    this.#settings = settings;
    this.isTurnedOn = settings.isTurnedOn ?? true;
    this.current = published(settings);
    this.cloud.now = START;
    this.estate = new Estate(this.cloud, async () => this.current);
    this.ports = {
      ledger: this.ledger,
      inventory: this.cloud,
      prices: {
        price: async () => (this.price === null ? unknownPrice("nobody knows") : makePrice(this.price)),
      },
      hash: nodeHash,
      remedies: this.estate,
      tagger: this.estate,
      notifier: this.estate,
      configurations: this.estate,
      clock: () => this.cloud.now,
    } as RemediatePorts;
  }

  rules() {
    return rulesOf(this.current.config, this.current.hash, () => this.isTurnedOn);
  }

  /** Publishes another configuration, by which everything is judged anew. */
  async publish(settings: Settings): Promise<void> {
    this.#settings = { ...this.#settings, ...settings };
    this.current = published(this.#settings);
    await judgeAnew(this.ports, this.rules(), this.cloud.now);
  }

  /** An event arrives, of something that happened just now or earlier. */
  async hear(call: Call, at = this.cloud.now): Promise<void> {
    const eventTime = new Date(at).toISOString().replace(".000Z", "Z");
    const record = { ...call, eventTime, eventID: `event-${this.#events++}` };
    const ports = { ...this.ports, hash: nodeHash };
    await enforce(ports, this.rules(), { record, now: this.cloud.now });
  }

  async launch(name = "1", tags: Tags = {}, thing: Partial<Thing> = {}, more: Call = {}): Promise<void> {
    this.make(KINDS.instance, name, tags, instanceThing(thing));
    await this.hear({ ...KINDS.instance.create(name, tags), ...more });
  }

  /** Makes a resource of which no event tells. */
  make(kind: Kind, name: string, tags: Tags, thing: Thing): void {
    this.cloud.become(kind.arn(name), tags);
    this.estate.things.set(kind.arn(name), thing);
  }

  async tag(tags: Tags, name = "1", kind: Kind = KINDS.instance): Promise<void> {
    this.retag(tags, name, kind);
    await this.hear(kind.tag(name, tags));
  }

  /** Somebody tags, and no event tells of it. */
  retag(tags: Tags, name = "1", kind: Kind = KINDS.instance): void {
    const arn = kind.arn(name);
    this.cloud.become(arn, { ...this.cloud.truth(arn, this.cloud.now), ...tags });
  }

  /** Deletes a resource of which no event tells. */
  destroy(name = "1", kind: Kind = KINDS.instance): void {
    this.cloud.become(kind.arn(name), null);
    this.estate.things.delete(kind.arn(name));
  }

  /** Lets time pass, with the work that is due every ten minutes. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.cloud.now + milliseconds;
    while (this.cloud.now < end) {
      this.cloud.now = Math.min(end, this.cloud.now + 10 * MINUTE);
      await work(this.ports, this.rules());
    }
  }

  thing(name = "1", kind: Kind = KINDS.instance): Thing {
    const thing = this.estate.things.get(kind.arn(name));
    if (thing === undefined) throw new Error(`${name} is not there`);
    return thing;
  }

  async record(name = "1", kind: Kind = KINDS.instance) {
    return (await this.ledger.history(kind.arn(name))).incarnations.at(-1);
  }

  async facts(name = "1", kind: Kind = KINDS.instance) {
    return (await this.ledger.history(kind.arn(name))).facts;
  }

  /** All that changed something, in order. */
  calls() {
    return this.estate.writes.map(({ call, fields }) => [call, fields]);
  }

  /** How often people were told that something happened to a resource. */
  happened(what: Happened): number {
    return this.estate.messages.flatMap(({ items }) => items).filter((item) => item.happened === what).length;
  }

  /** Who was told what. */
  told() {
    return this.estate.messages.map(({ to, items }) => [
      to === "fallback" ? to : to.team,
      items.map(({ happened }) => happened).join(),
    ]);
  }
}

/** In this time something without tags is told of and, when its deadline has passed, quarantined. */
export const UNTIL_QUARANTINED = 6 * HOUR;

export const ISOLATED = ["ec2:isolate", { groups: ["sg-quarantine"] }];
export const GIVEN_BACK = ["ec2:isolate", { groups: ["sg-1", "sg-2"] }];
export const ARN = KINDS.instance.arn("1");
