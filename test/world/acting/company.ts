import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import type { Random } from "@tagledger/cli/sample/random";
import { enforce } from "@tagledger/core/flows/enforce";
import { type Rules, rulesOf } from "@tagledger/core/flows/rules";
import type { Ledger, Published } from "@tagledger/core/ports";
import { type Fields, isSameValue } from "@tagledger/core/remediation/fields";
import type { Miss } from "@tagledger/core/tags/lifecycle/life";
import { Estate, type Thing } from "../estate.ts";
import { type Call, KINDS } from "../kinds.ts";
import { Agenda } from "./agenda.ts";
import { runCall } from "./calls.ts";
import { type Facts, Laws } from "./laws.ts";
import { ACCOUNTS, type Limits, published } from "./places.ts";
import type { Resident } from "./resident.ts";
import { Trail } from "./trail.ts";
import { WatchedCloud } from "./watched-cloud.ts";

type Tags = Readonly<Record<string, string>>;

const [SECOND, MINUTE] = [1000, 60_000];
const TROUBLES: readonly Miss[] = ["throttled", "not-ready", "failed", "absent"];

/** A company with all that goes on in it; events of it come late, twice, or never. */
export class Company {
  readonly random: Random;
  readonly cloud: WatchedCloud;
  /** What can be done to what there is; whoever lets the company live puts a worse one in its place. */
  estate: Estate;
  /** What owners do when something of theirs is quarantined, and when they are told that it will be. */
  onQuarantine: (resident: Resident, remedy: string) => void = () => {};
  onNotice: (resident: Resident, deadline: number | null) => void = () => {};
  readonly agenda = new Agenda<() => Promise<unknown> | undefined>();
  readonly residents = new Map<string, Resident>();
  readonly prices = offlinePrices();
  readonly laws = new Laws();
  readonly counts: Record<string, number> = {};
  readonly exempt: string[] = [];
  readonly #limits: Limits;
  readonly ledger: Ledger;
  readonly #trail: Trail;
  #stopped: number | null = null;
  askRelease: (resource: string) => Promise<unknown> = async () => undefined;
  published: Published;
  rules: Rules;

  constructor(
    ledger: Ledger,
    random: Random,
    { start, limits }: { readonly start: number; readonly limits: Limits },
  ) {
    this.random = random;
    this.ledger = ledger;
    this.#trail = new Trail(random.fork("trail"));
    this.#limits = limits;
    const weather = random.fork("weather");
    const trouble = () => (weather.chance(8) ? weather.pick(TROUBLES) : null);
    this.cloud = new WatchedCloud({ lag: () => weather.integer(0, 4 * MINUTE), trouble });
    this.cloud.now = start;
    this.estate = new Estate(this.cloud, async () => this.published);
    this.published = published(limits, { stop: false, exempt: [] });
    this.rules = rulesOf(this.published.config, this.published.hash, () => true);
  }

  /** Publishes the configuration, with all exemptions that were asked for. */
  publish(stop: boolean): void {
    const { now } = this.cloud;
    this.#stopped = stop ? (this.#stopped ?? now) : null;
    this.published = published(this.#limits, { stop, exempt: this.exempt });
    this.rules = rulesOf(this.published.config, this.published.hash, () => true);
    for (const arn of this.exempt) {
      const resident = this.residents.get(arn);
      if (resident !== undefined) resident.exempt ??= now;
    }
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** Lets everything happen until an instant. */
  async pass(until: number): Promise<void> {
    for (let next = this.agenda.next(until); next !== undefined; next = this.agenda.next(until)) {
      this.cloud.now = Math.max(this.cloud.now, next.at);
      await next.happening();
    }
    this.cloud.now = Math.max(this.cloud.now, until);
  }

  /** Does something after a time, at a whole second as logs have it. */
  later(after: number, happening: () => void): void {
    const at = Math.ceil((this.cloud.now + after) / SECOND) * SECOND;
    this.agenda.add(at, () => {
      happening();
      return undefined;
    });
  }

  /** Logs a call in the account of a resource: its event comes soon as a rule, late, twice or never. */
  log({ place }: Resident, call: Call, isOurs = false): void {
    for (const { at, record } of this.#trail.log(
      { account: ACCOUNTS[place], call, isOurs },
      this.cloud.now,
    )) {
      this.agenda.add(at, () => this.#hear(record));
    }
  }

  async #hear(record: Call): Promise<void> {
    const ports = { ledger: this.ledger, prices: this.prices, hash: nodeHash };
    await enforce(ports, this.rules, { record, now: this.cloud.now });
  }

  tags({ arn }: Resident): Tags {
    return this.cloud.truth(arn, this.cloud.now) ?? {};
  }

  /** All that the laws ask of a resource now. */
  facts(resident: Resident, fields: Fields): Facts {
    return {
      now: this.cloud.now,
      resident,
      fields: structuredClone(fields) as Fields,
      tags: this.cloud.truth(resident.arn, this.cloud.now),
      earlier: this.cloud.truth(resident.arn, this.cloud.now - 5 * MINUTE),
      right: this.cloud.rightSince(resident.arn),
      deviantFor: this.cloud.wrongFor(resident.arn),
      shownRight: this.cloud.shownRight(resident.arn),
      stopped: this.#stopped,
      limits: this.#limits,
    };
  }

  /** We wrote tags. */
  wasTagged(resident: Resident, set: Tags): void {
    const written = resident.kind === "bucket" ? this.tags(resident) : set;
    this.log(resident, KINDS[resident.kind].tag(resident.name, written), true);
  }

  /** Its owner, or what scales it, sets a field; what we had set in its place is over then. */
  want(resident: Resident, remedy: string, fields: Fields): void {
    const thing = this.estate.things.get(resident.arn);
    if (thing === undefined || resident.born === null) return;
    const { now } = this.cloud;
    resident.will[remedy] = { ...resident.will[remedy], ...fields };
    resident.willed = now;
    thing.fields[remedy] = { ...thing.fields[remedy], ...fields };
    if (remedy === "ec2:stop") thing.state = isSameValue(fields.running, true) ? "running" : "stopped";
    if (resident.quarantined?.remedy === remedy) this.end(resident, "undone");
    this.ran(resident, remedy, fields, false);
  }

  end(resident: Resident, how: string): void {
    if (resident.quarantined !== null) this.count(how);
    resident.lasted = this.cloud.now - (resident.quarantined?.at ?? this.cloud.now);
    resident.quarantined = null;
    resident.ended = this.cloud.now;
  }

  /** Logs that something was started, stopped or scaled; changed groups are nothing that anybody listens for. */
  ran(resident: Resident, remedy: string, { running }: Fields, isOurs: boolean): void {
    if (remedy === "ec2:isolate") return;
    const name = running === true ? "StartInstances" : "StopInstances";
    const call = remedy === "ec2:stop" ? name : "UpdateEndpointWeightsAndCapacities";
    this.log(resident, runCall(resident.kind, resident.name, call), isOurs);
  }

  /** A resource changes for a while. */
  settle(thing: Thing, lasts: number): void {
    thing.state = "Updating";
    this.later(lasts, () => {
      thing.state = "InService";
    });
  }

  /** A person asks to give a resource back, after a time. */
  ask(resident: Resident, after: number): void {
    this.agenda.add(this.cloud.now + after, async () => {
      if (resident.quarantined === null) return;
      resident.asked = true;
      this.count("asked");
      // Where the ledger does not know of the quarantine yet, the person is told so.
      await this.askRelease(resident.arn).catch(() => undefined);
    });
  }

  react(resident: Resident, remedy: string): void {
    this.onQuarantine(resident, remedy);
  }

  hearNotice(resident: Resident, deadline: number | null): void {
    this.onNotice(resident, deadline);
  }
}
