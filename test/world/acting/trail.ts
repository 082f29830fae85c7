import type { Random } from "@tagledger/cli/sample/random";
import type { Call } from "../kinds.ts";
import { byUs, callIn } from "./calls.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

/** The log of all calls, and when it tells of them: mostly soon, some late or twice, a few never. */
export class Trail {
  readonly #random: Random;
  #events = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  log(
    { account, call, isOurs }: { readonly account: string; readonly call: Call; readonly isOurs: boolean },
    now: number,
  ): readonly { readonly at: number; readonly record: Call }[] {
    const random = this.#random;
    if (random.integer(0, 199) === 0) return [];
    const eventTime = new Date(Math.floor(now / SECOND) * SECOND).toISOString().replace(".000Z", "Z");
    const eventID = `00000000-0000-4000-8000-${String(this.#events++).padStart(12, "0")}`;
    const logged = callIn(account, call);
    const record = { ...(isOurs ? byUs(account, logged) : logged), eventTime, eventID };
    const luck = random.integer(0, 99);
    const most = luck < 85 ? 2 * MINUTE : luck < 96 ? 15 * MINUTE : luck < 99 ? 3 * HOUR : 2 * DAY;
    const at = now + random.integer(5 * SECOND, most);
    const again = random.chance(5) ? [{ at: at + random.integer(SECOND, DAY), record }] : [];
    return [{ at, record }, ...again];
  }
}
