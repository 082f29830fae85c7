import type { Existing, Inventory, Look, Sought } from "@tagledger/core/ports";
import type { Miss } from "@tagledger/core/tags/lifecycle/life";

export type Tags = Readonly<Record<string, string>>;

/** What was true of a resource from an instant on; null where it was not there. */
interface Truth {
  readonly since: number;
  readonly tags: Tags | null;
}

/** How reads of the simulated cloud go wrong: each time anew, and never for ever. */
export interface Weather {
  /** How old, in milliseconds, what a read shows may be. */
  lag(): number;
  /** Why a read finds nothing, though something is there; null where it does. */
  trouble(): Miss | null;
}

/** What really exists, whatever anybody was told of it. */
export class Cloud implements Inventory {
  readonly #weather: Weather;
  readonly #truths = new Map<string, Truth[]>();
  now = 0;
  reads = 0;

  constructor(weather: Weather) {
    this.#weather = weather;
  }

  /** Makes something true of a resource from now on. */
  become(arn: string, tags: Tags | null): void {
    const truths = this.#truths.get(arn) ?? [];
    truths.push({ since: this.now, tags });
    this.#truths.set(arn, truths);
  }

  /** What is true of a resource at an instant. */
  truth(arn: string, at: number): Tags | null {
    return this.#truths.get(arn)?.findLast(({ since }) => since <= at)?.tags ?? null;
  }

  async look(sought: readonly Sought[]): Promise<readonly Look[]> {
    return sought.map(({ arn }) => {
      this.reads += 1;
      const trouble = this.#weather.trouble();
      if (trouble !== null) return { miss: trouble };
      const tags = this.truth(arn ?? "", this.now - this.#weather.lag());
      return tags === null ? { miss: "absent" } : { tags };
    });
  }

  async *list(): AsyncGenerator<readonly Existing[]> {
    for (const arn of this.#truths.keys()) {
      const tags = this.truth(arn, this.now - this.#weather.lag());
      if (tags !== null) yield [{ ...soughtOf(arn), tags }];
    }
  }

  lists(): boolean {
    return true;
  }
}

function soughtOf(arn: string): Sought {
  const [, , service = "", region = "", account = "", rest = ""] = arn.split(":");
  const [type, id] = rest.includes("/") ? rest.split("/") : [service === "s3" ? "bucket" : "queue", rest];
  return {
    resource: arn,
    arn,
    id: id ?? rest,
    type: `${service}:${type}`,
    account: account === "" ? null : account,
    region: region === "" ? null : region,
  };
}
