import type { Condition } from "@tagledger/core/catalog/type-facts";
import type {
  Configurations,
  Delivered,
  Notifier,
  Remedies,
  Sought,
  Tagger,
  Tagging,
} from "@tagledger/core/ports";
import { type Fields, isSameValue } from "@tagledger/core/remediation/fields";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import type { Message } from "@tagledger/core/remediation/message";
import type { Refusal } from "@tagledger/core/remediation/refusal";
import type { ControlledBy } from "@tagledger/core/tags/plan/input";
import type { Cloud } from "./cloud.ts";

/** What a resource of the simulated cloud is like. */
export interface Thing {
  /** When it was made, where its service tells. */
  made?: number;
  state: string;
  /** By remedy: what it would change, as it is now. */
  fields: Record<string, Fields>;
  conditions: Partial<Record<Condition, boolean>>;
  controller: ControlledBy | null;
}

/** A call that changed something. */
export interface WriteCall {
  readonly at: number;
  readonly arn: string;
  readonly call: string;
  readonly fields: Fields;
}

/** What each remedy of the simulated cloud sets. */
export const AIMS: Readonly<Record<string, Fields>> = {
  "ec2:stop": { running: false },
  "ec2:isolate": { groups: ["sg-quarantine"] },
  "sagemaker:scale-endpoint": { instances: 0 },
  "rds:stop": { running: false },
};

/** What a remedy leaves behind as the state of a resource: where its fields are as given. */
const RUNS: Readonly<Record<string, readonly [running: string, stopped: string]>> = {
  "ec2:stop": ["running", "stopped"],
  "rds:stop": ["available", "stopped"],
};

/** A running instance that nothing keeps. */
export function instanceThing(more: Partial<Thing> = {}): Thing {
  return {
    state: "running",
    fields: { "ec2:stop": { running: true }, "ec2:isolate": { groups: ["sg-1", "sg-2"] } },
    conditions: NOTHING_HOLDS,
    controller: null,
    ...more,
  };
}

/** An endpoint of three instances that nothing scales. */
export function endpointThing(more: Partial<Thing> = {}): Thing {
  return {
    state: "InService",
    fields: { "sagemaker:scale-endpoint": { instances: 3 } },
    conditions: { "minimum-above-zero": false, "scaled-automatically": false },
    controller: null,
    ...more,
  };
}

/** A database that runs. */
export function databaseThing(more: Partial<Thing> = {}): Thing {
  return {
    state: "available",
    fields: { "rds:stop": { running: true } },
    conditions: {},
    controller: null,
    ...more,
  };
}

const NOTHING_HOLDS: Partial<Record<Condition, boolean>> = {
  "in-auto-scaling-group": false,
  "in-fleet": false,
  "spot-one-time": false,
  "instance-store-root": false,
  "stop-protected": false,
  "several-network-interfaces": false,
  "termination-protected": false,
};

/** What can be done to the resources of a simulated cloud, and all that was done. */
export class Estate implements Remedies, Tagger, Notifier, Configurations {
  readonly things = new Map<string, Thing>();
  readonly writes: WriteCall[] = [];
  readonly messages: Message[] = [];
  /** How often each call was made, whatever its answer. */
  readonly counts: Record<string, number> = {};
  /** Asked before each call; what it gives is the answer. */
  trouble: (call: string, arn: string) => Refusal | null = () => null;
  channels: readonly string[] = ["slack"];
  /** Channels that take nothing. */
  refusing: readonly string[] = [];
  current: Configurations["current"];
  readonly #cloud: Cloud;

  constructor(cloud: Cloud, current: Configurations["current"]) {
    this.#cloud = cloud;
    this.current = current;
  }

  async inspect({ arn }: Sought, names: readonly string[]): Promise<Inspection | Refusal> {
    const refusal = this.#asked("inspect", arn);
    if (refusal !== null) return refusal;
    const thing = this.things.get(arn ?? "");
    if (thing === undefined) return { refused: "gone", message: `${arn} is not there` };
    const { state, conditions, controller, fields, made } = thing;
    const remedies = Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
    return { state, conditions, controller, remedies, ...(made === undefined ? {} : { made }) };
  }

  async aim({ arn }: Sought, remedy: string): Promise<Fields | Refusal> {
    return this.#asked("aim", arn) ?? AIMS[remedy] ?? { refused: "unsupported", message: remedy };
  }

  async set({ arn }: Sought, remedy: string, fields: Fields): Promise<Refusal | null> {
    const refusal = this.#asked("set", arn);
    if (refusal !== null) return refusal;
    const thing = this.things.get(arn ?? "");
    if (thing === undefined) return { refused: "gone", message: `${arn} is not there` };
    this.writes.push({ at: this.#cloud.now, arn: arn ?? "", call: remedy, fields });
    thing.fields[remedy] = { ...thing.fields[remedy], ...fields };
    const runs = RUNS[remedy];
    if (runs !== undefined) thing.state = runs[isSameValue(fields.running, false) ? 1 : 0];
    return null;
  }

  async write(taggings: readonly Tagging[]): Promise<readonly (Refusal | null)[]> {
    return taggings.map(({ target: { arn }, set, remove }) => {
      const refusal = this.#asked("tag", arn);
      if (refusal !== null) return refusal;
      const before = this.#cloud.truth(arn ?? "", this.#cloud.now);
      if (before === null) return { refused: "gone", message: `${arn} is not there` };
      const kept = Object.entries({ ...before, ...set }).filter(([key]) => !remove.includes(key));
      this.#cloud.become(arn ?? "", Object.fromEntries(kept));
      this.writes.push({ at: this.#cloud.now, arn: arn ?? "", call: "tag", fields: set });
      return null;
    });
  }

  async send(message: Message): Promise<Delivered> {
    this.counts.send = (this.counts.send ?? 0) + 1;
    if (this.channels.length > 0) this.messages.push(message);
    return { via: this.channels, refusedBy: this.refusing };
  }

  #asked(call: string, arn: string | null): Refusal | null {
    this.counts[call] = (this.counts[call] ?? 0) + 1;
    return this.trouble(call, arn ?? "");
  }
}
