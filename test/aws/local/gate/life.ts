/** What every call of a process fails with that is no more. */
export class Crashed extends Error {
  override readonly name = "Crashed";
}

/** How long a process lives whose calls are counted. */
export interface Life {
  /** Ends it instead of the n-th call from now on. */
  crash(calls: number): void;
  /** Begins another. */
  reset(): void;
  /** Does what is called, as long as there is somebody to call it and to hear the answer. */
  live<Answer>(call: () => Promise<Answer>): Promise<Answer>;
  /**
   * A port, as the ledger, that ends with the life: its calls count like those of AWS.
   *
   * @example life.with(memoryLedger()).history(arn) // rejects with Crashed when it is over
   */
  with<Port extends object>(port: Port): Port;
}

/** A life that goes on until somebody says otherwise. */
export function makeLife(): Life {
  let left = Number.POSITIVE_INFINITY;
  return {
    crash(calls) {
      left = calls;
    },
    reset() {
      left = Number.POSITIVE_INFINITY;
    },
    async live(call) {
      begin();
      return heard(call());
    },
    with: (port) =>
      new Proxy(port, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== "function") return member;
          return (...given: unknown[]) => {
            try {
              begin();
            } catch (error) {
              // As ports do, which never throw before they are waited for.
              return Promise.reject(error);
            }
            const answer: unknown = member.apply(target, given);
            return answer instanceof Promise ? heard(answer) : answer;
          };
        },
      }),
  };

  function begin(): void {
    left -= 1;
    requireLife();
  }

  /** Whatever the answer is, nobody hears it who is no more. */
  async function heard<Answer>(answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer;
    } finally {
      requireLife();
    }
  }

  function requireLife(): void {
    if (left <= 0) throw new Crashed("the process is no more");
  }
}
