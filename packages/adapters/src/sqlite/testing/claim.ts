import { claim, recorded } from "@tagledger/core/ledger/testing/records";
import { openSqliteLedger } from "../ledger.ts";

// A process of its own: `claim.ts FILE COUNT` claims the events 0, 1, … below COUNT, together with a resource each,
// and says after each that was written that it was.
const [path = "", count = "Infinity"] = process.argv.slice(2);
const ledger = await openSqliteLedger(path);
for (let index = 0; index < Number(count); index += 1) {
  const { done } = await ledger.transact([claim(`${index}`), recorded({ resource: `${index}` })]);
  if (done) process.stdout.write(`${index}\n`);
}
await ledger.close();
