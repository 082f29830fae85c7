import { takeDelivery } from "./take.ts";

// Takes in a delivery in a process of its own, and says how much memory that took.
const [manifest = ""] = process.argv.slice(2);
const lines = await takeDelivery(manifest);
process.stdout.write(JSON.stringify({ lines, megabytes: process.resourceUsage().maxRSS / 1024 }));
