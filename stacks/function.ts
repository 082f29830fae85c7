import type { BillStores } from "@tagledger/core/policy/iam/bill-stores";
import type { OwnFunction } from "@tagledger/core/policy/iam/stores";
import type { Packaged } from "./bill-engine.ts";
import { environmentOf, namesOfStores, type Stores } from "./environment.ts";
import { type Queues, roleOf } from "./role.ts";
import type { Told } from "./told.ts";

/** What one function has that others do not. */
export interface Particulars {
  readonly description: string;
  /** In seconds. */
  readonly timeout: number;
  /** In MiB. */
  readonly memory: number;
  /** Of its own disk, in MiB; 512 where it is left out. */
  readonly storage?: number;
  /** The name of the role that it takes on in other accounts. */
  readonly role: string;
  readonly queues: Queues;
  readonly packaged?: Packaged;
  /** What bills are read from and kept in. */
  readonly bills?: $util.Output<BillStores>;
  /** What only this one is told by its environment. */
  readonly told?: Readonly<Record<string, $util.Output<string>>>;
  readonly secrets?: Readonly<Record<string, $util.Output<string>>>;
  /** For what nobody waits for: how often it is tried again, and for how many seconds it may wait. */
  readonly unattended?: { readonly retries: 0 | 1 | 2; readonly patience: number };
}

/** A function, and what it is called. */
export interface Made {
  readonly name: OwnFunction;
  readonly function: sst.aws.Function;
}

/** Makes a function like all of the house: small, traced, its logs kept, and allowed no more than it does. */
export function houseFunction(name: OwnFunction, told: Told, stores: Stores, own: Particulars): Made {
  const { queues, unattended, packaged } = own;
  const component = componentOf(name);
  const made = new sst.aws.Function(component, {
    name: `${told.names.ours}-${name}`,
    description: own.description,
    handler: `functions/${name}.handler`,
    runtime: "nodejs24.x",
    architecture: "arm64",
    memory: `${own.memory} MB`,
    timeout: `${own.timeout} seconds`,
    ...(own.storage !== undefined && { storage: `${own.storage} MB` as const }),
    nodejs: { minify: true, splitting: true, ...(packaged !== undefined && { install: packaged.install }) },
    ...(packaged !== undefined && { copyFiles: [...packaged.copyFiles] }),
    environment: { ...environmentOf(told, namesOfStores(stores), own.role), ...own.told, ...own.secrets },
    logging: { format: "json", retention: told.isKept ? "1 year" : "1 month" },
    ...(unattended !== undefined && { retries: unattended.retries }),
    transform: {
      function: { tracingConfig: { mode: "Active" } },
      role: roleOf(
        name,
        component,
        told,
        { ...stores, ...(own.bills !== undefined && { bills: own.bills }) },
        queues,
      ),
      eventInvokeConfig: {
        ...(unattended !== undefined && { maximumEventAgeInSeconds: unattended.patience }),
        ...(queues.failed && { destinationConfig: { onFailure: { destination: queues.failed.arn } } }),
      },
    },
  });
  return { name, function: made };
}

/**
 * What a component is called for a name in words.
 *
 * @example componentOf("on-due") // "OnDue"
 */
export function componentOf(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}
