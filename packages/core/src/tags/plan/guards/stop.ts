import type { Guard } from "../guard.ts";

/** The one switch: no effect leaves, anywhere. */
export const stop: Guard = {
  name: "stop",
  compile: ({ enforcement }) => {
    const hold = enforcement.stop ? { reason: "enforcement.stop holds back every effect" } : null;
    return () => hold;
  },
};
