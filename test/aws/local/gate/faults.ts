import type { Asked } from "./request.ts";
import { type Failure, isKnownFailure, type ServiceError } from "./service-error.ts";

/** What goes wrong with calls. */
export interface Fault {
  /** As permissions name it: `ec2:StopInstances`. */
  readonly action: string;
  /**
   * A failure in the words of the service, an error of one's own, or a connection that is lost before the service
   * heard the call, or after it did what it was asked.
   */
  readonly answer: Failure | ServiceError | "dropBefore" | "dropAfter";
  /** How many calls; one where it is left out. Clients ask twice what is worth it, and each time is a call. */
  readonly times?: number;
  /** How many go well before. */
  readonly after?: number;
  readonly account?: string;
  /** What the request must hold, as an id. */
  readonly about?: string;
}

/** What goes wrong, and how often yet. */
export interface Faults {
  /** @throws Error where nobody knows what a service says that fails in this way */
  add(fault: Fault): void;
  /** What goes wrong with this call; null where nothing does. */
  take(asked: Asked, account: string): Fault | null;
  /** Those that did not come up as often as they should have. */
  unused(): readonly Fault[];
  clear(): void;
}

/** No faults yet. */
export function makeFaults(): Faults {
  let all: { readonly fault: Fault; after: number; times: number }[] = [];
  return {
    add(fault) {
      const { action, answer, times = 1, after = 0 } = fault;
      if (
        typeof answer === "string" &&
        !answer.startsWith("drop") &&
        !isKnownFailure(action, answer as Failure)
      ) {
        throw new Error(`how ${action} says ${answer} is not known: give its code and status`);
      }
      all.push({ fault, times, after });
    },
    take(asked, account) {
      for (const each of all) {
        if (each.times === 0 || !concerns(each.fault, asked, account)) continue;
        if (each.after > 0) {
          each.after -= 1;
          continue;
        }
        each.times -= 1;
        return each.fault;
      }
      return null;
    },
    unused: () =>
      all.filter(({ times }) => times > 0 && times < Number.POSITIVE_INFINITY).map(({ fault }) => fault),
    clear() {
      all = [];
    },
  };
}

function concerns(fault: Fault, asked: Asked, account: string): boolean {
  const { action, about = "" } = fault;
  return action === asked.action && (fault.account ?? account) === account && textOf(asked).includes(about);
}

/** Path and body of a call. */
export function textOf({ path, body }: Asked): string {
  return `${decodeURIComponent(path)} ${body.toString()}`;
}
