import type { ResourceView } from "@tagledger/core/ledger/view/resource";
import { visible } from "../words/visible.ts";

/** Why there is no line to put a resource right. */
export function NoFix({ resource: { verdict, exemption } }: { readonly resource: ResourceView }) {
  if (verdict === "compliant") return <p class="no-fix">Nothing to put right.</p>;
  if (exemption !== null) {
    const { reason, owner, until } = exemption;
    return (
      <p class="no-fix">
        Left alone until {visible(until)}: <bdi>{visible(reason)}</bdi>
        {owner === null ? null : (
          <>
            , for <bdi>{visible(owner)}</bdi>
          </>
        )}
      </p>
    );
  }
  return <p class="no-fix">No line of the AWS CLI could put this right.</p>;
}
