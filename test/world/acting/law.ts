/** Everything that has to hold, whatever happens. */
export const LAWS = [
  "what has been right for longer than reads lag is not quarantined",
  "what the last look showed to be right is not quarantined",
  "what is exempt is not quarantined",
  "production and what may be production is not quarantined",
  "what a controller keeps is not quarantined",
  "what loses something is done only where a rule names it",
  "nothing is quarantined of which nobody was told in this life",
  "nothing is quarantined before the deadline that was told",
  "nothing is quarantined before its life has lasted for grace and deadline",
  "nothing is quarantined within a day of the end of its last quarantine, as far as anybody could know",
  "no more is quarantined within an hour than breakers let through",
  "nothing is done where everything stops, but for what was under way",
  "only what was quarantined in this life is given back",
  "nothing is given back that is wrong, unless somebody asked",
  "what an owner set during a quarantine is not overwritten",
  "what is given back is as it was before, or as its owner wants it since",
  "a good tag that others wrote is not overwritten, and no other tag is lost",
  "production and what may be production is not tagged",
  "what a controller keeps is not tagged",
  "the same tags are not written twice within a day, as far as anybody could know",
  "in the end everything is as its owner wants it, or quarantined",
  "in the end what is right again has been given back",
  "in the end nothing has been due for an hour",
  "nobody looks at one resource again and again",
] as const;

export type Law = (typeof LAWS)[number];
