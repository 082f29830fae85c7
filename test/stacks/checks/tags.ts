import type { Graph } from "../graph/types.ts";
import type { Check } from "./check.ts";

/** Everything that can carry tags carries ours. */
export const everythingIsTagged =
  (tags: Readonly<Record<string, string>>): Check =>
  ({ resources }: Graph) =>
    resources.flatMap(({ name, tags: own }) =>
      own === null
        ? []
        : Object.entries(tags)
            .filter(([key, value]) => own[key] !== value)
            .map(([key, value]) => `${name} is not tagged ${key}=${value}`),
    );
