import { stageBill } from "./stage.ts";

// Stages files in a process of its own, and says how much memory that took.
const [threads, ...files] = process.argv.slice(2);
const staged = await stageBill(files, threads === "all" ? {} : { threads: Number(threads) });
await staged.discard();
process.stdout.write(
  JSON.stringify({ lines: staged.lines, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
