import type { Configurations } from "../../ports.ts";

/**
 * Whether everything is to stop, as the configuration says at this instant. Where nobody can tell, everything does.
 *
 * @example await isStopped(configurations) // false
 */
export async function isStopped(configurations: Configurations): Promise<boolean> {
  try {
    return (await configurations.current()).config.enforcement.stop;
  } catch {
    return true;
  }
}
