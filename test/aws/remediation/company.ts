import { setTimeout } from "node:timers/promises";
import type { Clients, ClientsFor } from "@tagledger/adapters/aws/inventory/clients";
import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import { awsRemedies } from "@tagledger/adapters/aws/remedies/remedies";
import { awsTagger } from "@tagledger/adapters/aws/tagging/tagger";
import { publishedFrom } from "@tagledger/adapters/configuration/published";
import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { notifier } from "@tagledger/adapters/notify/notifier";
import { slackChannel } from "@tagledger/adapters/notify/slack";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import type { TagMap } from "@tagledger/core/catalog/tags";
import { enforce } from "@tagledger/core/flows/enforce";
import type { RemediatePorts } from "@tagledger/core/flows/remediate/ports";
import { type Rules, rulesOf } from "@tagledger/core/flows/rules";
import { work } from "@tagledger/core/flows/work";
import type { Fact } from "@tagledger/core/ledger/fact";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import type { Configurations, Hash, Ledger, Published } from "@tagledger/core/ports";
import type { Made, Make } from "../local/company/made.ts";
import { clientsBeside, clientsThrough } from "../local/gate/clients.ts";
import type { Gate } from "../local/gate.ts";
import { listersOfMoto } from "../local/listers.ts";
import { DEV, START } from "./rules.ts";
import type { Slack } from "./slack.ts";
import { tagBy } from "./tag-by.ts";

const STEP = 10 * 60_000;

/** What a company is made of that tests choose. */
export interface CompanySetting {
  readonly gate: Gate;
  readonly slack: Slack;
  /** The text of its configuration. */
  readonly configuration: string;
  readonly ledger?: Ledger;
  /** How accounts are reached, where that is not the usual way. */
  readonly clientsFor?: ClientsFor;
  /** Where its configuration is published, where that is not in memory. */
  readonly configurations?: Configurations;
}

/** How somebody makes something. */
export interface Wished {
  readonly name: string;
  readonly tags?: TagMap;
  readonly account?: string;
  /** Other facts of the record, as who called. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A company in the emulator, where one thing happens after the other, by a clock of its own. */
export interface Company {
  /** Epoch milliseconds. */
  now: number;
  readonly ledger: Ledger;
  readonly ports: RemediatePorts & { readonly hash: Hash };
  rules(): Promise<Rules>;
  /** Puts another configuration in force. */
  publish(configuration: string): Promise<void>;
  /** What people of an account do, whom nobody watches. */
  people(account?: string): Clients;
  /** Takes in what CloudTrail tells. */
  hear(record: Readonly<Record<string, unknown>>): Promise<void>;
  make<Kind extends Made>(make: Make<Kind>, wished: Wished): Promise<Kind>;
  /** Lets the owner tag something, by a call of its service, of which CloudTrail tells. */
  tag(made: Made, tags: TagMap, account?: string): Promise<void>;
  work(): Promise<void>;
  /** Lets time pass, with the work of each ten minutes. */
  pass(milliseconds: number): Promise<void>;
  record(resource: string): Promise<ResourceRecord | undefined>;
  facts<Kind extends Fact["kind"]>(
    resource: string,
    kind: Kind,
  ): Promise<readonly Extract<Fact, { kind: Kind }>[]>;
}

/** Opens a company whose calls go through a gate; those of its ledger and notices end with the gate's life as well. */
export async function openCompany(setting: CompanySetting): Promise<Company> {
  const {
    gate,
    slack,
    clientsFor = (account, region) => clientsThrough(gate, { account, region }),
  } = setting;
  const ledger = setting.ledger ?? memoryLedger();
  let published = await publishedFrom({ text: setting.configuration, name: "tagledger.yaml" }, nodeHash);
  const configurations = setting.configurations ?? { current: async (): Promise<Published> => published };
  const reach = { places: [DEV], clientsFor: kept(clientsFor) };
  const channel = slackChannel({ webhook: slack.webhook, fetch, wait: setTimeout });
  const beside = kept((account, region) => clientsBeside(gate, { account, region }));

  const company: Company = {
    now: START,
    ledger,
    ports: {
      ledger: gate.life.with(ledger),
      inventory: awsInventory({ ...reach, listers: listersOfMoto }),
      prices: offlinePrices(),
      hash: nodeHash,
      remedies: awsRemedies(reach),
      tagger: awsTagger(reach),
      notifier: gate.life.with(notifier(published.config, { slack: channel }, () => {})),
      configurations,
      clock: () => company.now,
    },
    async rules() {
      const { config, hash } = await configurations.current();
      return rulesOf(config, hash, () => true);
    },
    async publish(text) {
      published = await publishedFrom({ text, name: "tagledger.yaml" }, nodeHash);
    },
    people(account = DEV.account) {
      const clients = beside(account, DEV.region);
      if (clients === null) throw new Error(`nobody is in ${account}`);
      return clients;
    },
    async hear(record) {
      await enforce({ ...company.ports, ledger }, await company.rules(), { record, now: company.now });
    },
    async make(make, { name, tags = {}, account, facts = {} }) {
      const made = await make(company.people(account), { name, tags, at: company.now, facts });
      await company.hear(made.record);
      return made;
    },
    async tag(made, tags, account) {
      await company.hear(await tagBy(company.people(account), made, { tags, at: company.now }));
    },
    async work() {
      await work(company.ports, await company.rules());
    },
    async pass(milliseconds) {
      const end = company.now + milliseconds;
      while (company.now < end) {
        company.now = Math.min(end, company.now + STEP);
        await company.work();
      }
    },
    async record(resource) {
      return (await ledger.history(resource)).incarnations.at(-1);
    },
    async facts<Kind extends Fact["kind"]>(resource: string, kind: Kind) {
      const { facts } = await ledger.history(resource);
      return facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
    },
  };
  return company;
}

/** One set of clients for each account and region, so that credentials are asked for once. */
function kept(clientsFor: ClientsFor): ClientsFor {
  const known = new Map<string, Clients>();
  return (account, region) => {
    const key = `${account} ${region}`;
    const clients = known.get(key) ?? clientsFor(account, region);
    if (clients !== null) known.set(key, clients);
    return clients;
  };
}
