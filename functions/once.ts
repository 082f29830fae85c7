/**
 * Makes something when it is first asked for, and gives the same from then on; what failed is made again.
 *
 * @example const ledger = once(() => openLedger()); // await ledger() === await ledger()
 */
export function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    if (made !== undefined) return made;
    const making = make();
    making.catch(() => {
      made = undefined;
    });
    made = making;
    return making;
  };
}
