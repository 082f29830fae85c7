import { createRandom, type Random } from "@tagledger/cli/sample/random";
import { askRelease } from "@tagledger/core/flows/ask-release";
import { sweep } from "@tagledger/core/flows/sweep";
import { work } from "@tagledger/core/flows/work";
import type { Fields } from "@tagledger/core/remediation/fields";
import type { Why } from "@tagledger/core/remediation/refusal";
import type { Miss } from "@tagledger/core/tags/lifecycle/life";
import { Company, DAY, HOUR, MINUTE } from "../../remedies/company.ts";
import { Crashes } from "../../remedies/crashing.ts";
import type { Tags } from "../cloud.ts";
import { type Call, started } from "../kinds.ts";
import { Laws } from "./laws.ts";
import { bornWith, GOOD, isRight, othersFields, type Resident, residentOf, thingOf } from "./resident.ts";

const SECOND = 1000;
const STEP = 5 * MINUTE;
const TROUBLES: readonly Miss[] = ["throttled", "not-ready", "failed", "absent"];
const REFUSALS: readonly Why[] = ["throttled", "denied", "failed", "not-ready", "conflict"];

/** How a company lives, and for how long. */
export interface Living {
  readonly seed: string;
  readonly resources: number;
  readonly days: number;
  /** Whether instances are stopped, which a rule allows by name; else they are isolated. */
  readonly isStopping: boolean;
}

/** What came of it. */
export interface Lived {
  readonly company: Company;
  readonly laws: Laws;
  readonly residents: readonly Resident[];
  readonly crashes: number;
}

/** Lets a company live whose rules act: reads lag and fail, calls are refused, events are late or lost, processes end. */
export class Life {
  readonly company: Company;
  readonly laws: Laws;
  readonly residents: Resident[] = [];
  crashes = 0;
  readonly #random: Random;
  readonly #agenda = new Map<number, (() => Promise<void>)[]>();
  readonly #byArn = new Map<string, Resident>();
  readonly #rules: string;
  #exempt: string[] = [];
  #isStopped = false;

  constructor({ seed, isStopping }: Living) {
    this.#random = createRandom(seed);
    const allow = isStopping ? `"ec2:stop", "sagemaker:scale-endpoint"` : `"sagemaker:scale-endpoint"`;
    this.#rules = `rules: [{ match: { account: "444455556666" }, mode: [notify, repair, quarantine], allow: [${allow}] }]
breaker: { perAccountPerHour: 20, perOrganizationPerHour: 20 }`;
    this.company = new Company({
      enforcement: this.#rules,
      tags: `ml-team: { required: true, values: [vision, ranking] }, ml-environment: { required: false, values: [dev, prod] }`,
    });
    const { company } = this;
    this.laws = new Laws(company.estate);
    const weather = this.#random.fork("weather");
    company.lag = () => weather.integer(0, 4 * MINUTE);
    company.trouble = () => (weather.chance(8) ? weather.pick(TROUBLES) : null);
    company.estate.trouble = () =>
      weather.chance(8) ? { refused: weather.pick(REFUSALS), message: "not now" } : null;
    this.#watch();
  }

  async live({ resources, days, isStopping }: Living): Promise<Lived> {
    const { company } = this;
    const begin = company.cloud.now;
    for (let index = 0; index < resources; index++) {
      const resident = residentOf(this.#random.fork(`resident ${index}`), index, isStopping);
      this.residents.push(resident);
      this.#byArn.set(resident.arn, resident);
      this.#later(this.#random.integer(0, (days - 6) * DAY), () => this.#birth(resident));
    }
    this.#later(5 * DAY, () => this.#publish(true));
    this.#later(5 * DAY + 8 * HOUR, () => this.#publish(false));
    this.#later(6 * DAY, () => this.#exemptSome());
    const luck = this.#random.fork("crashes");
    while (company.cloud.now < begin + days * DAY) {
      company.cloud.now += STEP;
      for (const happen of this.#agenda.get(company.cloud.now) ?? []) await happen();
      this.#agenda.delete(company.cloud.now);
      await this.#work(luck);
      const { now } = company.cloud;
      // What two looks in a row did not find, though it is there, only a sweep finds again.
      if ((now - begin) % (2 * DAY) === DAY) await sweep(company.ports, company.rules(), { now });
    }
    const { laws, residents, crashes } = this;
    return { company, laws, residents, crashes };
  }

  async #work(luck: Random): Promise<void> {
    const when = luck.chance(50) ? "before" : "after";
    const points = luck.chance(30) ? [{ call: luck.integer(1, 40), when } as const] : [];
    const crashes = new Crashes(points);
    try {
      await work(crashes.through(this.company.ports), this.company.rules());
    } catch (error) {
      if (!crashes.hasEnded) throw error;
      this.crashes += 1;
    }
  }

  /** Every call that changes something is held against the laws, and owners see what was done. */
  #watch(): void {
    const { estate, cloud, ledger } = this.company;
    const [set, write] = [estate.set.bind(estate), estate.write.bind(estate)];
    const instant = async (arn: string | null) => {
      const resident = this.#byArn.get(arn ?? "");
      if (resident === undefined) throw new Error(`${arn} is nobody's`);
      const { facts } = await ledger.history(resident.arn);
      return { now: cloud.now, resident, facts, isStopped: this.#isStopped };
    };
    estate.set = async (target, remedy, fields) => {
      const at = await instant(target.arn);
      const found = estate.things.get(at.resident.arn)?.fields[remedy];
      const done = estate.writes.length;
      const answer = await set(target, remedy, fields);
      if (estate.writes.length === done || found === undefined) return answer;
      if (!this.laws.isQuarantine(remedy, fields)) this.laws.release(at, found, fields);
      else {
        this.laws.quarantine(at);
        this.#react(at.resident);
      }
      return answer;
    };
    estate.write = async (taggings) => {
      const answers = [];
      for (const tagging of taggings) {
        const at = await instant(tagging.target.arn);
        const before = cloud.truth(at.resident.arn, cloud.now);
        const [answer = null] = await write([tagging]);
        if (answer === null) this.laws.tag(at, tagging, before);
        this.#judge(at.resident);
        answers.push(answer);
      }
      return answers;
    };
  }

  /** What an owner, or a scaler, does when something was quarantined. */
  #react(resident: Resident): void {
    const { habit, remedy } = resident;
    const soon = this.#random.integer(HOUR, 30 * HOUR);
    const change = async () => {
      this.#change(resident, othersFields(resident));
      if (remedy === "ec2:stop") this.#tell(resident, started("instance", resident.name));
    };
    if (habit.startsWith("changes it")) this.#later(soon, change);
    if (habit.startsWith("changes it and tags")) this.#later(soon + HOUR, () => this.#tag(resident, GOOD));
    if (habit.startsWith("tags it when")) this.#later(soon, () => this.#tag(resident, GOOD));
    if (habit.startsWith("deletes it")) this.#later(soon, () => this.#end(resident));
    if (habit.endsWith("anew under its name")) this.#later(soon + 2 * HOUR, () => this.#birth(resident));
    if (habit.startsWith("has a scaler")) this.#later(this.#random.integer(MINUTE, 10 * MINUTE), change);
    if (habit.startsWith("asks")) this.#later(soon, () => this.#ask(resident));
  }

  async #birth(resident: Resident): Promise<void> {
    const { cloud } = this.company;
    if (cloud.truth(resident.arn, cloud.now) !== null) return;
    const tags = bornWith(resident);
    const thing = thingOf(resident);
    this.company.make(resident.kind, resident.name, tags, thing);
    resident.wanted = thing.fields[resident.remedy] ?? {};
    resident.born = cloud.now;
    resident.heard = this.#tell(resident, resident.kind.create(resident.name, tags), false);
    this.#judge(resident);
    this.#expect(resident);
  }

  /** What is to happen to it in time, whatever is done to it. */
  #expect(resident: Resident): void {
    const within = (from: number, to: number, happen: () => Promise<void>) =>
      this.#later(this.#random.integer(from, to), happen);
    switch (resident.habit) {
      case "tags it within its grace":
        within(MINUTE, 50 * MINUTE, () => this.#tag(resident, GOOD));
        break;
      case "tags it about its deadline":
        within(4 * HOUR, 7 * HOUR, () => this.#tag(resident, GOOD));
        break;
      case "tags it later":
        within(2 * HOUR, 80 * HOUR, () => this.#tag(resident, GOOD));
        break;
      case "removes its tags later":
        within(2 * HOUR, 80 * HOUR, () => this.#tag(resident, { "ml-team": "nobody" }));
        break;
      case "changes it about its deadline":
        within(5 * HOUR, 6 * HOUR, async () => this.#change(resident, othersFields(resident)));
        break;
      case "applies Terraform every six hours, which writes its own spelling":
        within(6 * HOUR, 6 * HOUR, () => this.#apply(resident));
        break;
      default:
    }
  }

  async #apply(resident: Resident): Promise<void> {
    await this.#tag(resident, { "ml-team": "Vision" });
    this.#later(6 * HOUR, () => this.#apply(resident));
  }

  async #tag(resident: Resident, tags: Tags): Promise<void> {
    const { cloud } = this.company;
    const before = cloud.truth(resident.arn, cloud.now);
    if (before === null) return;
    cloud.become(resident.arn, { ...before, ...tags });
    this.#judge(resident);
    this.#tell(resident, resident.kind.tag(resident.name, tags));
  }

  async #end(resident: Resident): Promise<void> {
    this.company.destroy(resident.name, resident.kind);
    resident.born = null;
    this.#judge(resident);
    this.#tell(resident, resident.kind.remove(resident.name), false);
  }

  async #ask(resident: Resident): Promise<void> {
    const { ports } = this.company;
    resident.asked = this.company.cloud.now;
    const request = { resource: resident.arn, by: "ann", reason: null };
    await askRelease(ports, this.company.rules(), request).catch(() => undefined);
  }

  #change(resident: Resident, fields: Fields): void {
    const thing = this.company.estate.things.get(resident.arn);
    if (thing === undefined) return;
    thing.fields[resident.remedy] = fields;
    if (resident.remedy === "ec2:stop") thing.state = "running";
    resident.wanted = fields;
  }

  async #publish(isStopped: boolean): Promise<void> {
    this.#isStopped = isStopped;
    const until = "2026-12-31";
    const exempt = this.#exempt.map(
      (arn) => `{ match: { resource: "${arn}" }, reason: migration, until: ${until} }`,
    );
    const enforcement = `stop: ${isStopped}\n${this.#rules}\nexemptions: [${exempt.join(", ")}]`;
    await this.company.publish({ enforcement });
  }

  async #exemptSome(): Promise<void> {
    const some = this.residents.filter(() => this.#random.chance(5));
    for (const resident of some) resident.exempt = this.company.cloud.now;
    this.#exempt = some.map(({ arn }) => arn);
    await this.#publish(this.#isStopped);
  }

  #judge(resident: Resident): void {
    const { cloud } = this.company;
    const isGood = isRight(cloud.truth(resident.arn, cloud.now));
    if (!isGood) resident.right = null;
    else resident.right ??= cloud.now;
  }

  /** An event of it arrives: mostly soon, some late, some twice, some never. */
  #tell(resident: Resident, call: Call, mayBeLost = true): number {
    const at = Math.floor(this.company.cloud.now / SECOND) * SECOND;
    const luck = this.#random.integer(0, 99);
    if (mayBeLost && luck < 8) return at;
    const late = this.#random.integer(
      5 * SECOND,
      luck < 85 ? 3 * MINUTE : luck < 97 ? 20 * MINUTE : 3 * HOUR,
    );
    const hear = () => this.company.hear(call, at);
    const heard = this.#later(late, hear);
    if (luck > 94) this.#later(late + this.#random.integer(MINUTE, DAY), hear);
    return resident.born === null ? at : heard;
  }

  /** @returns when it happens */
  #later(milliseconds: number, happen: () => Promise<void>): number {
    const at = Math.ceil((this.company.cloud.now + milliseconds) / STEP) * STEP;
    const soonest = Math.max(at, this.company.cloud.now + STEP);
    this.#agenda.set(soonest, [...(this.#agenda.get(soonest) ?? []), happen]);
    return soonest;
  }
}
