import { type ChildProcess, spawn } from "node:child_process";
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const LAUNCHER = "packages/cli/bin/tagledger.js";
// Gives a new Node the version number of an old one; an option of this process only, so a process it starts is itself again.
const OLD = "--import=data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.0'})";

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "launcher-"));
  mkdirSync(join(home, "packages/cli/src"), { recursive: true });
  mkdirSync(join(home, "node_modules"));
  writeFileSync(join(home, "package.json"), '{ "type": "module" }');
  cpSync(join(ROOT, LAUNCHER), join(home, LAUNCHER));
});

afterEach(() => rmSync(home, { recursive: true }));

describe("the launcher", () => {
  test("can be run as a command", () => {
    expect(() => accessSync(join(ROOT, LAUNCHER), constants.X_OK)).not.toThrow();
  });

  test("runs the program itself where Node is new enough", async () => {
    main("const pid: number = process.ppid; console.log(pid, ...process.argv.slice(2));");
    expect(await run(["a", "b c"])).toEqual({
      stdout: `${process.pid} a b c\n`,
      stderr: "",
      code: 0,
      signal: null,
    });
  });

  test("hands over to the installed Node where this one is too old", async () => {
    installNode();
    main("const v: string = process.versions.node; console.log(v, ...process.argv.slice(2));");
    const { stdout, stderr, code } = await run(["a", "b c"], OLD);
    expect({ stdout, stderr, code }).toEqual({
      stdout: `${process.versions.node} a b c\n`,
      stderr: "",
      code: 0,
    });
  });

  test("passes on input and exit code", async () => {
    installNode();
    main('process.stdin.on("data", (data) => process.exit(Number(data)));');
    const { code } = await run([], OLD, (child) => child.stdin?.end("42"));
    expect(code).toBe(42);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("passes on %s", async (signal) => {
    installNode();
    main(
      `setTimeout(() => {}, 60_000); process.on("${signal}", () => process.exit(7)); console.log("ready");`,
    );
    const { code } = await run([], OLD, (child) => child.stdout?.once("data", () => child.kill(signal)));
    expect(code).toBe(7);
  });

  test("dies of what the program died of", async () => {
    installNode();
    main('process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 60_000);');
    expect(await run([], OLD)).toMatchObject({ code: null, signal: "SIGTERM" });
  });

  test("shows warnings, but not that a feature is experimental", async () => {
    main(
      'process.emitWarning("new", "ExperimentalWarning"); process.emitWarning("old", "DeprecationWarning");',
    );
    const { stderr } = await run([]);
    expect(stderr).toContain("DeprecationWarning: old");
    expect(stderr).not.toContain("ExperimentalWarning");
  });

  test("lets an error of the program through", async () => {
    main('throw new Error("of the program");');
    expect(await run([])).toMatchObject({ code: 1, stderr: expect.stringContaining("of the program") });
  });
});

describe("the launcher says what to install, with exit code 3,", () => {
  const saysWhatToInstall = { stdout: "", stderr: expect.stringContaining('"npm ci"'), code: 3 };

  test("without a new Node", async () => {
    main("console.log(1);");
    expect(await run([], OLD)).toMatchObject(saysWhatToInstall);
  });

  test("with an installed Node that is too old itself", async () => {
    fakeNode("20.0.0", process.execPath);
    main("console.log(1);");
    expect(await run([], OLD)).toMatchObject(saysWhatToInstall);
  });

  test("with an installed Node whose binary is missing", async () => {
    fakeNode("24.0.0", "bin/absent");
    main("console.log(1);");
    expect(await run([], OLD)).toMatchObject(saysWhatToInstall);
  });

  test("with a package missing, which it names", async () => {
    main('import "absent-package"; console.log(1);');
    const result = await run([]);
    expect(result).toMatchObject(saysWhatToInstall);
    expect(result.stderr).toContain("absent-package");
  });
});

function main(source: string): void {
  writeFileSync(join(home, "packages/cli/src/main.ts"), source);
}

function installNode(): void {
  symlinkSync(join(ROOT, "node_modules/node"), join(home, "node_modules/node"));
}

function fakeNode(version: string, binary: string): void {
  const manifest = { name: "node", version, bin: { node: binary } };
  mkdirSync(join(home, "node_modules/node"));
  writeFileSync(join(home, "node_modules/node/package.json"), JSON.stringify(manifest));
}

async function run(
  args: readonly string[],
  option?: string,
  started: (child: ChildProcess) => void = () => {},
) {
  const options = option === undefined ? [] : [option];
  const child = spawn(process.execPath, [...options, join(home, LAUNCHER), ...args]);
  started(child);
  const exit = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  const [stdout, stderr, ended] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { stdout, stderr, ...ended };
}
