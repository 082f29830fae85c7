import type { RemediatePorts } from "@tagledger/core/flows/remediate/ports";

/** At which call of all that are made through ports a process ends: before the call reaches anybody, or after it. */
export interface CrashPoint {
  readonly call: number;
  readonly when: "before" | "after";
}

/** That a process ended. */
class Crash extends Error {}

/** Counts all calls of one story, and ends the process at some of them: then no call of it reaches anybody any more. */
export class Crashes {
  calls = 0;
  #isDead = false;
  readonly #points: readonly CrashPoint[];

  constructor(points: readonly CrashPoint[]) {
    this.#points = points;
  }

  /** Whether the process has ended, whatever came of that. */
  get hasEnded(): boolean {
    return this.#isDead;
  }

  /** Another process takes over. */
  revive(): void {
    this.#isDead = false;
  }

  /** Ports through which every call is counted. */
  through(ports: RemediatePorts): RemediatePorts {
    const { ledger, inventory, remedies, tagger, notifier, configurations } = ports;
    return {
      ...ports,
      ledger: this.#wrapped(ledger, ["transact", "history", "deeds", "due"]),
      inventory: this.#wrapped(inventory, ["look"]),
      remedies: this.#wrapped(remedies, ["inspect", "aim", "set"]),
      tagger: this.#wrapped(tagger, ["write"]),
      notifier: this.#wrapped(notifier, ["send"]),
      configurations: this.#wrapped(configurations, ["current"]),
    };
  }

  #wrapped<Port extends object>(port: Port, names: readonly (keyof Port & string)[]): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const method = Reflect.get(target, name);
        if (typeof method !== "function") return method;
        const bound = method.bind(target);
        return names.some((each) => each === name)
          ? (...given: unknown[]) => this.#called(() => bound(...given))
          : bound;
      },
    });
  }

  async #called<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    if (this.#isDead) throw new Crash("the process has ended");
    this.calls += 1;
    const point = this.#points.find((each) => each.call === this.calls);
    if (point?.when === "before") this.#end();
    const answer = await call();
    if (point?.when === "after") this.#end();
    return answer;
  }

  #end(): never {
    this.#isDead = true;
    throw new Crash("the process ends");
  }
}
