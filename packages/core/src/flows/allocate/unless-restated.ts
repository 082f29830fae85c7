import { type BillVersions, type NewestBills, newestBills } from "./newest-bills.ts";

/**
 * What is made of bills; undefined where that fails as they were restated meanwhile: cells that nobody reads any more are
 * removed, and those of a version that is taken in again are numbered anew.
 *
 * @throws what `make` throws, where the bills are as they were found
 */
export async function unlessRestated<Made>(
  records: BillVersions,
  found: NewestBills,
  make: () => Promise<Made>,
): Promise<Made | undefined> {
  try {
    return await make();
  } catch (error) {
    const now = await newestBills(records, found.state.period);
    if (standing(now) === standing(found)) throw error;
    return undefined;
  }
}

function standing({ state, cells }: NewestBills): string {
  return JSON.stringify([state.revision, cells]);
}
