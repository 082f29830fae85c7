import type { Random } from "@tagledger/cli/sample/random";

/** A process that dies somewhere: the call at which it does may have had its effect, and none after it has any. */
export class Process {
  #left: number;
  readonly #random: Random;
  readonly #tick: () => Promise<void>;
  isDead = false;

  /** @param calls how many calls it lives; infinite where it does not die */
  constructor(calls: number, random: Random, tick: () => Promise<void>) {
    this.#left = calls;
    this.#random = random;
    this.#tick = tick;
  }

  /** A part of the world as this process reaches it: every call takes time. */
  reach<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function" || name === "list") return value;
        return async (...given: unknown[]) => {
          await this.#tick();
          if (this.isDead) throw new Error("the process has died");
          this.#left -= 1;
          const dies = this.#left <= 0;
          if (dies) this.isDead = true;
          if (dies && this.#random.chance(50)) throw new Error("the process dies before a call");
          const answer: unknown = await Reflect.apply(value, target, given);
          if (dies) throw new Error("the process dies before an answer");
          return answer;
        };
      },
    });
  }
}
