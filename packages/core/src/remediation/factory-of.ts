import type { ControlledBy } from "../tags/plan/input.ts";
import type { Judgement } from "../tags/verdict/judge.ts";

/** The text of the change where a resource comes from; null where nothing is known of how to make it. */
export function factoryOf(
  _controller: ControlledBy,
  _resource: {
    readonly type: string;
    readonly id: string;
    readonly arn: string | null;
    readonly region: string | null;
  },
  _judgement: Judgement,
): string | null {
  return null;
}
