import { findingsOf } from "../../bills/findings.ts";
import { Repairs } from "../../bills/repairs.ts";
import { RequiredKeys } from "../../bills/required-keys.ts";
import type { VersionContents } from "../../bills/version.ts";
import type { ChargeGroup } from "../../costs/charge.ts";
import { TagledgerError } from "../../errors.ts";
import type { IngestPorts, IngestRules } from "./request.ts";

/** What is noticed of the tags of a bill while its charges pass by. */
export class TagObserver {
  readonly #repairs: Repairs;
  readonly #required: RequiredKeys;

  constructor({ config }: IngestRules, { needs }: VersionContents) {
    this.#repairs = new Repairs(config, needs);
    this.#required = new RequiredKeys(config, needs.tagKeys);
  }

  add(group: ChargeGroup): void {
    this.#repairs.add(group);
    this.#required.add(group);
  }

  /** What a version keeps of it. */
  async noticed(
    ports: IngestPorts,
    { config }: IngestRules,
    { tagNames }: VersionContents,
  ): Promise<Pick<VersionContents, "findings" | "repairs" | "moreRepairs">> {
    const required = this.#required;
    const { repairs, more } = this.#repairs.largest();
    return {
      findings: findingsOf(config, { tagNames, required, costAllocationTags: await listed(ports) }),
      repairs,
      ...(more !== null && { moreRepairs: more }),
    };
  }
}

/** Null where nobody can be asked: a bill is no worse for that. */
async function listed({ costAllocationTags }: IngestPorts) {
  try {
    return (await costAllocationTags?.list()) ?? null;
  } catch (error) {
    if (error instanceof TagledgerError && error.code === "outside-failure") return null;
    throw error;
  }
}
