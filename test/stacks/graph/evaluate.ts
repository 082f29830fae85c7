import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PLATFORM } from "../platform.ts";
import { type CallRequest, type MakeRequest, mockProviders } from "./mocks.ts";
import type { App, Resource } from "./types.ts";

// A process of its own: Pulumi's runtime is one for all of a process, and the program reads its environment.

/** What of Pulumi's runtime is used here. */
interface Runtime {
  setMocks(
    mocks: { newResource(made: MakeRequest): object; call(called: CallRequest): object },
    project: string,
    stack: string,
    preview: boolean,
  ): Promise<void>;
  runInPulumiStack(program: () => Promise<unknown>): Promise<unknown>;
  disconnect(): Promise<void>;
}

/** What of the class that stands in for Pulumi's engine is used here. */
interface Monitor {
  registerResource(asked: Registration, answer: unknown): Promise<void>;
}

/** What the engine is asked when a resource is made. */
interface Registration {
  getType(): string;
  getName(): string;
  getProtect(): boolean;
}

/** What this process is told, as JSON in its first argument. */
export interface Evaluation {
  readonly app: App;
  readonly account: string;
  readonly region: string;
  /** The program, as an ES module. */
  readonly program: string;
  /** The file into which the resources go. */
  readonly out: string;
}

const { app, account, region, program, out }: Evaluation = JSON.parse(process.argv[2] ?? "{}");
const load = createRequire(join(PLATFORM, "package.json"));
const { runtime } = load("@pulumi/pulumi") as { runtime: Runtime };

process.on("unhandledRejection", (error) => {
  console.error(error);
  process.exit(1);
});

const { resources, newResource, call } = mockProviders(app, account, region);
const guarded = protectedOnes();
await runtime.setMocks({ newResource, call }, app.name, app.stage, false);
const { default: run } = load(program) as { default: () => Promise<unknown> };
await runtime.runInPulumiStack(run);
// Otherwise what was asked for last is missing.
await runtime.disconnect();
const all: readonly Resource[] = resources.map((each) => ({
  ...each,
  isProtected: guarded.has(`${each.type} ${each.name}`),
}));
writeFileSync(out, JSON.stringify(all));
process.exit(0);

/** The resources that are protected, by type and name: mocks are not told. */
function protectedOnes(): ReadonlySet<string> {
  const found = new Set<string>();
  const { MockMonitor } = load("@pulumi/pulumi/runtime/mocks.js") as { MockMonitor: { prototype: Monitor } };
  const { registerResource } = MockMonitor.prototype;
  MockMonitor.prototype.registerResource = function (asked, answer) {
    if (asked.getProtect()) found.add(`${asked.getType()} ${asked.getName()}`);
    return registerResource.call(this, asked, answer);
  };
  return found;
}
