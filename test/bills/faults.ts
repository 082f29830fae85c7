/** What a program that is killed says. */
export class Killed extends Error {}

/** When somebody is killed: before or after a call takes effect, counting all calls of all ports from 0. */
export interface Kill {
  readonly call: number;
  readonly when: "before" | "after";
}

/** Counts the calls of ports, and kills whoever makes one of them. */
export class Faults {
  calls = 0;
  readonly #kill: Kill | null;

  constructor(kill: Kill | null = null) {
    this.#kill = kill;
  }

  /** A port whose calls are counted; what they give is not. */
  watch<Port extends object>(port: Port): Port {
    const counted =
      (member: (...given: unknown[]) => unknown) =>
      async (...given: unknown[]): Promise<unknown> => {
        const isIt = this.calls++ === this.#kill?.call;
        if (isIt && this.#kill?.when === "before") throw new Killed();
        const result = await member.apply(port, given);
        if (isIt) throw new Killed();
        return result;
      };
    return new Proxy(port, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === "function" ? counted(member as never) : member;
      },
    });
  }
}
