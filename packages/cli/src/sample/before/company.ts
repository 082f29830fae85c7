import { MACHINES } from "../company/machines.ts";
import type { Node } from "../company/nodes.ts";
import { TEAMS } from "../company/teams.ts";
import { type Company, createCompany } from "../company.ts";
import { DAY } from "../month.ts";
import type { Random } from "../random.ts";

/** How many of a hundred jobs were run already by those whose projects grew since. */
const GREW: Readonly<Record<string, number>> = {
  [TEAMS.documents.prefix]: 72,
  [TEAMS.personalization.prefix]: 88,
  [TEAMS.forecasting.prefix]: 96,
};

/** The company a month earlier: other jobs and machines of the same habits, fewer where something grew since. */
export function companyBefore(random: Random): Company {
  const company = createCompany(random.fork("company"));
  const some = random.fork("jobs");
  return {
    ...company,
    nodes: company.nodes.filter((node) => !isNew(node)),
    jobs: company.jobs.filter(({ creator }) => {
      const [, prefix] = /assumed-role\/([a-z]+)-/.exec(creator) ?? [];
      return some.chance(GREW[prefix ?? ""] ?? 100);
    }),
  };
}

/** The GPU node on demand that came in the month. */
function isNew({ machine, life, plan }: Node): boolean {
  return MACHINES[machine].gpus > 0 && plan === undefined && life.from > 8 * DAY && life.until > 1000 * DAY;
}
