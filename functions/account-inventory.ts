import type { Place } from "@tagledger/adapters/aws/inventory/place";
import type { Inventory, Sought } from "@tagledger/core/ports";
import type { AccountInventory } from "./system.ts";

/**
 * What exists, one account at a time.
 *
 * @param inventoryOf what exists in some accounts and regions
 */
export function inventoriesOf(
  places: readonly Place[],
  inventoryOf: (places: readonly Place[]) => Inventory,
): readonly AccountInventory[] {
  const accounts = [...new Set(places.map(({ account }) => account))];
  return accounts.map((account) => {
    const inventory = inventoryOf(places.filter((place) => place.account === account));
    // What is of nobody knows which account is missing from none of several.
    const lists = (sought: Sought) =>
      (accounts.length === 1 || hasAccount(sought)) && inventory.lists(sought);
    return { account, inventory: { ...inventory, lists } };
  });
}

function hasAccount({ arn, account }: Sought): boolean {
  return account !== null || (arn?.split(":")[4] ?? "") !== "";
}
