import type { Look, Sought } from "@tagledger/core/ports";
import { Cloud } from "../cloud.ts";

type Tags = Readonly<Record<string, string>>;

/** Whether tags comply with the rules of the company. */
export function isRight(tags: Tags | null): boolean {
  return tags?.["ml-team"] === "vision" || tags?.["ml-team"] === "ranking";
}

/** A cloud that remembers which tags it showed last, and since when what it holds is right or wrong. */
export class WatchedCloud extends Cloud {
  readonly #shown = new Map<string, Tags | null>();
  readonly #right = new Map<string, number>();
  readonly #wrong = new Map<string, number>();

  override become(arn: string, tags: Tags | null): void {
    super.become(arn, tags);
    const [held, lost] = isRight(tags) ? [this.#right, this.#wrong] : [this.#wrong, this.#right];
    lost.delete(arn);
    if (!held.has(arn)) held.set(arn, this.now);
  }

  override async look(sought: readonly Sought[]): Promise<readonly Look[]> {
    const looks = await super.look(sought);
    for (const [place, look] of looks.entries()) {
      if ("tags" in look) this.#shown.set(sought[place]?.arn ?? "", look.tags);
    }
    return looks;
  }

  /** Whether the tags that were read last were right. */
  shownRight(arn: string): boolean {
    return isRight(this.#shown.get(arn) ?? null);
  }

  /** Since when its tags have been right; null where they are not. */
  rightSince(arn: string): number | null {
    return this.#right.get(arn) ?? null;
  }

  /** For how long its tags have not been right. */
  wrongFor(arn: string): number {
    return this.now - (this.#wrong.get(arn) ?? this.now);
  }
}
