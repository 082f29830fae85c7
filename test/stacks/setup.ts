import { makePlatform } from "./platform.ts";

/** Vitest calls this once, before all tests. */
export async function setup(): Promise<void> {
  await makePlatform();
}
