import { Cloud } from "../world/cloud.ts";
import { START } from "./system.ts";

/** A cloud whose reads are always true. */
export function calmCloud(): Cloud {
  const quiet = new Cloud({ lag: () => 0, trouble: () => null });
  quiet.now = START;
  return quiet;
}
