import type { ResourceView } from "@tagledger/core/ledger/view/resource";
import { Name } from "../parts/name.tsx";
import { visible } from "../words/visible.ts";

/** Who did something, as far as that may still be said. */
export function ActorName({ actor }: { readonly actor: ResourceView["actor"] }) {
  const name = actor?.display ?? actor?.arn ?? null;
  if (actor === null || name === null) return <span class="none">nobody named</span>;
  return (
    <span title={actor.arn === null ? undefined : visible(actor.arn)}>
      <Name value={name} />
    </span>
  );
}
