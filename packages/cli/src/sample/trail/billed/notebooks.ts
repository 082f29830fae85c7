import type { Company } from "../../company.ts";
import { MONTH } from "../../month.ts";
import type { Random } from "../../random.ts";
import { type Call, change, type Scene } from "../call.ts";
import { principalOf } from "../people.ts";

/** Who switches a notebook on, and off again. */
export function* notebooks({ notebooks }: Company, random: Random): Iterable<Call> {
  for (const { arn, creator, running, account, region } of notebooks) {
    const notebookInstanceName = arn.slice(arn.lastIndexOf("/") + 1);
    const call = (name: string, at: number) => {
      const scene: Scene = { account, region, by: principalOf(creator), at };
      return change(scene, "sagemaker", name, { notebookInstanceName });
    };
    for (const { from, until } of running) {
      if (from > 0) yield call("StartNotebookInstance", from + random.integer(0, 3));
      if (until < MONTH.seconds) yield call("StopNotebookInstance", until + random.integer(0, 3));
    }
  }
}
