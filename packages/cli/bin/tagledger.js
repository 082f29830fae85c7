#!/usr/bin/env node
// Plain JavaScript without imports of ours, because an older Node must be able to read it: where this Node cannot run
// TypeScript, the one that is installed beside the sources takes over.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const OUTSIDE_FAILURE = 3;

if (isNewEnough(process.versions.node) && process.features.typescript) await start();
else handOver();

async function start() {
  hideExperimentalWarnings();
  try {
    await import("../src/main.ts");
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("Cannot find package")) throw error;
    giveUp(`tagledger is not completely installed: ${error.message}`);
  }
}

function handOver() {
  const node = installedNode();
  if (node === null)
    return giveUp(`tagledger needs Node ${NEEDED} or newer; this is ${process.versions.node}.`);
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  child.on("error", (error) => giveUp(`tagledger could not start ${node}: ${error.message}`));
  passSignals(child);
}

/** @param {import("node:child_process").ChildProcess} child */
function passSignals(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to both processes; passed on as well, it would count as pressed twice.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    for (const passed of signals) process.removeAllListeners(passed);
    process.kill(process.pid, signal);
  });
}

function installedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve("node/package.json");
    const { version, bin } = JSON.parse(readFileSync(manifest, "utf8"));
    // An older one would start this file again and again.
    return isNewEnough(version) ? join(dirname(manifest), bin.node) : null;
  } catch {
    return null;
  }
}

/** @param {string} version */
function isNewEnough(version) {
  return Number.parseInt(version, 10) >= NEEDED;
}

// The first releases of Node 24 warn about type stripping, which is no news to whoever runs a command.
function hideExperimentalWarnings() {
  const emit = process.emitWarning;
  process.emitWarning = (/** @type {string | Error} */ warning, /** @type {unknown[]} */ ...rest) => {
    const [options] = rest;
    const type =
      typeof options === "object" && options !== null && "type" in options ? options.type : options;
    if (type !== "ExperimentalWarning") Reflect.apply(emit, process, [warning, ...rest]);
  };
}

/** @param {string} reason */
function giveUp(reason) {
  const remedy = `Run "npm ci" in the folder of tagledger's package.json (its install scripts must be allowed to run), or install Node ${NEEDED}.`;
  process.stderr.write(`${reason}\n${remedy}\n`);
  process.exitCode = OUTSIDE_FAILURE;
}
