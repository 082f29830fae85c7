import { TEAMS, type Team } from "../company/teams.ts";

/** The team whose role a session is of; the platform's, where it is nobody's. */
export function teamOf(creator: string): Team {
  const [team = TEAMS.platform] = Object.values(TEAMS).filter(({ prefix }) =>
    creator.includes(`/${prefix}-`),
  );
  return team;
}
