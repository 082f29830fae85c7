import type { LedgerWrite } from "@tagledger/core/ledger/write";
import type { Change } from "./items.ts";
import { accrualSort, historyPartition, incarnationSort } from "./keys.ts";
import { accrualItem, factItem, incarnationItem, versionItem } from "./resource-items.ts";

type ResourceWrite = LedgerWrite & { readonly kind: "resource" };

/**
 * The changes of a history under its version.
 *
 * @throws RangeError when something in it is of another resource, or is both written and removed
 */
export function historyChanges(write: ResourceWrite): Change[] {
  const { resource, version, incarnations, accruals, removed, facts } = write;
  checkOwn(write);
  const items = [
    ...facts.map((fact) => factItem(resource, fact)),
    ...incarnations.map(incarnationItem),
    ...accruals.map(accrualItem),
  ];
  // Of a fact told twice, one is enough.
  const distinct = new Map(items.map((item) => [item.sort, item]));
  const partition = historyPartition(resource);
  return [
    { item: versionItem(resource, version + 1), when: { version } },
    ...[...distinct.values()].map((item) => ({ item })),
    ...[...new Set(removed)]
      .flatMap((incarnation) => [incarnationSort(incarnation), accrualSort(incarnation)])
      .map((sort) => ({ remove: { partition, sort } })),
  ];
}

function checkOwn({ resource, incarnations, accruals, removed }: ResourceWrite): void {
  const written = [...incarnations, ...accruals];
  const foreign = written.find((each) => each.resource !== resource);
  if (foreign) throw new RangeError(`an incarnation of ${foreign.resource} in the history of ${resource}`);
  const both = written.find(({ incarnation }) => removed.includes(incarnation));
  if (both) throw new RangeError(`the incarnation ${both.incarnation} of ${resource} is written and removed`);
}
