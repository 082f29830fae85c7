import type { IngestFinding } from "@tagledger/core/bills/finding";
import { listWords } from "@tagledger/core/reports/render/wording/words";
import { visible } from "@tagledger/core/text/visible";

/** Says what is odd about the tags of a bill, and what to do. */
export function findingWords(finding: IngestFinding): string {
  if (finding.kind === "collapsed-keys") {
    const keys = listWords(finding.keys.map((key) => visible(key)));
    if (finding.apart === true)
      return `this export tells ${keys} apart, and rules read them as one: the spelling that they ask for counts first`;
    return `${keys} are one key, ${visible(finding.key)}, in this export: nobody can tell them apart there`;
  }
  const key = visible(finding.key);
  switch (finding.active) {
    case true:
      return `${key} stands on no line, though it is active as a cost allocation tag`;
    case false:
      return `${key} stands on no line, as it is not active as a cost allocation tag: tagledger activate`;
    case null:
      return `${key} stands on no line; whether it is active as a cost allocation tag says tagledger activate`;
  }
}
