import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Call } from "../local/gate/calls.ts";
import { type Gate, openGate } from "../local/gate.ts";
import { type Moto, startMoto } from "../local/moto.ts";
import { type Company, type CompanySetting, openCompany } from "./company.ts";
import { configured } from "./rules.ts";
import { openSlack, type Slack } from "./slack.ts";

/** For moto to be installed. */
const FIRST_TIME = 600_000;

/** What the tests of one file run in: an emulator, a gate before it, and a webhook. */
export interface Rig {
  readonly gate: Gate;
  readonly slack: Slack;
  /** A new company, by what its configuration says of enforcement. */
  open(enforcement: string, more?: Partial<CompanySetting>): Promise<Company>;
  /** What we changed since the test began. */
  writes(): readonly Call[];
  /** The permissions that these needed, in their order. */
  written(): readonly string[];
  /** Whom we told what: `#vision: 1 resource repaired`. */
  told(): readonly string[];
}

/** Starts all that the tests of a file need, and stops it when they are over. */
export function makeRig(name: string): Rig {
  let moto: Moto | undefined;
  let gate: Gate | undefined;
  let slack: Slack | undefined;
  beforeAll(async () => {
    moto = await startMoto({ severalAccounts: true });
    gate = await openGate(moto, name, "on-due");
    slack = await openSlack();
  }, FIRST_TIME);
  beforeEach(() => {
    gate?.reset();
    slack?.reset();
  });
  afterAll(async () => {
    await slack?.stop();
    await gate?.stop();
    await moto?.stop();
  });
  const rig: Rig = {
    get gate() {
      return started(gate);
    },
    get slack() {
      return started(slack);
    },
    open: (enforcement, more) =>
      openCompany({ gate: rig.gate, slack: rig.slack, configuration: configured(enforcement), ...more }),
    writes: () => rig.gate.calls().filter(({ isWrite }) => isWrite),
    written: () => rig.writes().map(({ action }) => action),
    told: () => rig.slack.posts().map(({ channel, subject }) => `${channel ?? "fallback"}: ${subject}`),
  };
  return rig;
}

function started<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error("the tests have not begun");
  return part;
}
