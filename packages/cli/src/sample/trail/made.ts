import type { Call, Scene } from "./call.ts";
import type { Making } from "./making.ts";
import type { Story } from "./story.ts";
import { tagging } from "./tagging.ts";

/** The call that makes something, and those that tag it later. */
export function made(making: Making, scene: Scene, { requested, changes, delay }: Story): Call[] {
  const { service, name, response } = making;
  const creation = { ...scene, service, name, request: making.request(requested), response };
  return [
    delay === undefined ? creation : { ...creation, delay },
    ...changes.map((change) => tagging(making, scene, change)),
  ];
}
