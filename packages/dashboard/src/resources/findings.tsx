import type { FindingView } from "@tagledger/core/ledger/view/resource";
import { visible } from "../words/visible.ts";

/** What is wrong with a resource's tags: each finding as a sentence. */
export function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={`${finding.key} ${finding.reason}`}>
          <Finding finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Finding({ finding: { key, says, actual, expected } }: { readonly finding: FindingView }) {
  return (
    <>
      <code>{visible(key)}</code> {says}
      {actual === null ? null : (
        <>
          : <bdi class="actual">{actual === "" ? "an empty value" : visible(actual)}</bdi>
        </>
      )}
      <span class="expected">
        expected <bdi>{visible(expected)}</bdi>
      </span>
    </>
  );
}
