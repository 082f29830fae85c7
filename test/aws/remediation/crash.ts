import { Crashed } from "../local/gate/life.ts";
import type { Gate } from "../local/gate.ts";
import type { Company } from "./company.ts";
import { MINUTE } from "./rules.ts";

/**
 * Works in a process that ends instead of its n-th call, and goes on in another when what it held is free again.
 *
 * @returns whether it ended before its work was done
 */
export async function workUntil(gate: Gate, company: Company, calls: number): Promise<boolean> {
  gate.crash(calls);
  const isCrashed = await crashes(() => company.work());
  gate.life.reset();
  if (!isCrashed) return false;
  for (let time = 0; time < 3; time++) {
    company.now += 3 * MINUTE;
    await company.work();
  }
  return true;
}

async function crashes(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return false;
  } catch (error) {
    if (isOfCrash(error)) return true;
    throw error;
  }
}

function isOfCrash(error: unknown): boolean {
  return error instanceof Crashed || (error instanceof Error && isOfCrash(error.cause));
}
