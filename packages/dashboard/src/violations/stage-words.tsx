import type { StageView } from "@tagledger/core/ledger/view/resource";
import { Moment } from "../parts/moment.tsx";

const WORDS: Readonly<Record<StageView["stage"], string>> = {
  notified: "told",
  repairing: "being repaired",
  repaired: "repaired",
  quarantining: "being quarantined",
  quarantined: "quarantined",
  released: "given back",
  slipped: "no longer quarantined",
};

/** What was last done about a resource, and until when there is time. */
export function StageWords({ stage: { stage, since, deadline } }: { readonly stage: StageView }) {
  return (
    <span class="detail">
      {WORDS[stage]} <Moment at={since} />
      {deadline === null ? null : (
        <strong class="deadline">
          may be quarantined from <Moment at={deadline} />
        </strong>
      )}
    </span>
  );
}
