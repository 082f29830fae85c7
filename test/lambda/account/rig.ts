import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type Moto, startMoto } from "../../aws/local/moto.ts";
import type { Service } from "../../aws/local/service.ts";
import { openSlack, type Slack } from "../../aws/remediation/slack.ts";
import { type Account, makeAccount } from "./account.ts";
import { NONE, startKinesis, startPrices } from "./unknown-to-moto.ts";
import { layWire, type Wire } from "./wire.ts";

/** For moto to start while much else does. */
const FIRST_TIME = 300_000;

/** What the tests of one file run in. */
export interface Rig {
  /** The account of the test that runs, with such a configuration in force. */
  open(configuration: string): Promise<Account>;
  /** What the functions ask of AWS, the ledger's table aside. */
  readonly cloud: Wire;
  readonly slack: Slack;
  /** Whom they told what: `#vision: 1 resource repaired`. */
  told(): readonly string[];
}

/** Starts all that the tests of a file need, and stops it when they are over. */
export function makeRig(): Rig {
  let started: { moto: Moto; slack: Slack; cloud: Wire; services: readonly [Service, Service] } | undefined;
  const opened: Account[] = [];

  beforeAll(async () => {
    const moto = await startMoto({ withImages: false });
    started = {
      moto,
      slack: await openSlack(),
      cloud: await layWire(moto.endpoint, NONE),
      services: [await startKinesis(), await startPrices()],
    };
  }, FIRST_TIME);
  beforeEach(() => {
    parts().slack.reset();
    parts().cloud.mend();
  });
  afterEach(async () => {
    for (const account of opened.splice(0)) await account.close();
  });
  afterAll(async () => {
    if (started === undefined) return;
    const { moto, slack, cloud, services } = started;
    for (const part of [...services, cloud, slack, moto]) await part.stop();
  });

  return {
    async open(configuration) {
      const { services, ...around } = parts();
      const [kinesis, prices] = services;
      const account = await makeAccount(
        { ...around, kinesis: kinesis.endpoint, prices: prices.endpoint },
        configuration,
      );
      opened.push(account);
      return account;
    },
    get cloud() {
      return parts().cloud;
    },
    get slack() {
      return parts().slack;
    },
    told: () =>
      parts()
        .slack.posts()
        .map(({ channel, subject }) => `${channel ?? "fallback"}: ${subject}`),
  };

  function parts() {
    if (started === undefined) throw new Error("the tests have not begun");
    return started;
  }
}
