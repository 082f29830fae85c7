import type { Random } from "@tagledger/cli/sample/random";
import type { Delivered, Remedies, Sought, Tagging } from "@tagledger/core/ports";
import { type Fields, holdsAll } from "@tagledger/core/remediation/fields";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import type { Message } from "@tagledger/core/remediation/message";
import type { Refusal, Why } from "@tagledger/core/remediation/refusal";
import { AIMS, Estate } from "../estate.ts";
import type { Company } from "./company.ts";
import { knowsQuarantine, knowsTags } from "./known.ts";

const MINUTE = 60_000;
const FAULTS: readonly Why[] = ["throttled", "denied", "not-ready", "failed"];

/** An estate whose services refuse and lose answers at random, and which holds every change against the laws. */
export class FaultyEstate extends Estate {
  readonly #company: Company;
  readonly #random: Random;

  constructor(company: Company, random: Random) {
    super(company.cloud, async () => {
      if (random.chance(2)) throw new Error("the configuration cannot be reached");
      return company.published;
    });
    this.#company = company;
    this.#random = random;
    this.trouble = () => (random.chance(10) ? this.#fault() : null);
  }

  #fault(): Refusal {
    return { refused: this.#random.pick(FAULTS), message: "at random" };
  }

  #lost<Answer>(answer: Answer): Answer | Refusal {
    return this.#random.chance(4) ? { refused: "failed", message: "the answer was lost" } : answer;
  }

  override async inspect(target: Sought, names: readonly string[]): Promise<Inspection | Refusal> {
    const resident = this.#company.residents.get(target.arn ?? "");
    if (resident !== undefined) resident.looks += 1;
    return super.inspect(target, names);
  }

  override async set(target: Sought, remedy: string, fields: Fields): ReturnType<Remedies["set"]> {
    const company = this.#company;
    const [resident, thing] = [company.residents.get(target.arn ?? ""), this.things.get(target.arn ?? "")];
    if (resident === undefined || thing === undefined) return super.set(target, remedy, fields);
    if (thing.state === "Updating") return { refused: "not-ready", message: "it is updating" };
    const [facts, ours] = [company.facts(resident, thing.fields[remedy] ?? {}), AIMS[remedy] ?? {}];
    const [at, count] = [company.cloud.now, this.writes.length];
    const isKnown = await knowsQuarantine(company, resident, at);
    const before = structuredClone(thing.fields[remedy] ?? {}) as Fields;
    const answer = await super.set(target, remedy, fields);
    if (this.writes.length === count) return answer;
    const isQuarantine = holdsAll(ours, fields);
    if (isQuarantine) {
      company.laws.quarantine(facts, remedy, isKnown);
      if (!holdsAll(before, ours) && resident.quarantined === null) {
        resident.quarantined = { at, remedy };
        resident.asked = false;
        company.count("quarantined");
        company.react(resident, remedy);
      }
    } else {
      company.laws.release(facts, { fields, ours }, resident.will[remedy] ?? {});
      company.end(resident, "released");
    }
    company.ran(resident, remedy, fields, true);
    if (resident.kind === "endpoint") company.settle(thing, 3 * MINUTE);
    return this.#lost(answer);
  }

  override async write(taggings: readonly Tagging[]): Promise<readonly (Refusal | null)[]> {
    const company = this.#company;
    const answers: (Refusal | null)[] = [];
    for (const tagging of taggings) {
      const arn = tagging.target.arn ?? "";
      const resident = company.residents.get(arn);
      const [before, now] = [company.cloud.truth(arn, company.cloud.now), company.cloud.now];
      const [answer = null] = await super.write([tagging]);
      if (answer === null && resident !== undefined && before !== null) {
        const isKnown = await knowsTags(company, resident);
        company.laws.tag({ ...company.facts(resident, {}), tags: before }, tagging, isKnown);
        resident.tagged = { at: now, text: JSON.stringify(tagging.set) };
        company.count("tagged");
        company.wasTagged(resident, tagging.set);
      }
      answers.push(answer === null ? this.#lost(null) : answer);
    }
    return answers;
  }

  override async send(message: Message): Promise<Delivered> {
    if (this.#random.chance(5)) return { via: [], refusedBy: ["slack"] };
    const { residents, cloud } = this.#company;
    for (const { resource, happened, deadline } of message.items) {
      const resident = residents.get(resource);
      this.#company.count(happened);
      if (happened !== "violating" || resident === undefined) continue;
      resident.notices.push({ at: cloud.now, deadline });
      this.#company.hearNotice(resident, deadline);
    }
    const delivered = await super.send(message);
    if (this.#random.chance(3)) throw new Error("the channel took it and did not answer");
    return delivered;
  }
}
