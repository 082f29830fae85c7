import { pooled } from "../config/consumers.ts";
import type { Config } from "../config/definition.ts";
import { checkHandedIn, monthsOf, sampleOf } from "../costs/sharing/handed-in.ts";
import { readUsage } from "../costs/sharing/read-usage.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import { badInput, TagledgerError } from "../errors.ts";
import type { PastUpload, Upload, UploadRecords, UsageText } from "../ports/uploads.ts";
import type { Hash } from "../ports.ts";

/** By what usage is uploaded. */
export interface UploadPorts {
  readonly uploads: UploadRecords;
  readonly text: UsageText;
  readonly hash: Hash;
}

/** What is uploaded, and by whom. */
export interface UploadRequest {
  /** What it is called: a newer upload of a name replaces the older. */
  readonly name: string;
  readonly text: string;
  readonly by: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Which other uploads they see; all where it is left out. What they do not see they neither replace nor are told of. */
  readonly sees?: (upload: Upload) => boolean;
  /** Which teams and pools they may be told of where they name none that there is; all where it is left out. */
  readonly isTold?: (name: string) => boolean;
}

/** What became of an upload: it was `kept`, it `replaced` another, or all was as it is `again`. */
export interface Uploaded {
  readonly upload: Upload;
  readonly outcome: "kept" | "replaced" | "again";
}

/** No name of a file is longer. */
const LONGEST_NAME = 255;
/** What was replaced longer ago is not remembered. */
const MOST_REPLACED = 20;

/**
 * Keeps usage that somebody uploads, whole or not at all, so that it is read whenever a month is divided from then on.
 *
 * @throws bad-input naming the line and the value of a row that cannot be read, or that the configuration knows nothing of,
 * or that another upload holds already
 */
export async function uploadUsage(
  { uploads, text, hash }: UploadPorts,
  config: Config,
  request: UploadRequest,
): Promise<Uploaded> {
  const { by, now, sees = () => true } = request;
  const name = checkedName(request.name);
  const digest = hash.sha256(request.text);
  const before = await uploads.find(name);
  if (before !== null && !sees(before)) {
    throw badInput(`${name}: another upload is called so; choose another name`, { file: name });
  }
  if (before !== null && before.withdrawn === null && before.hash === digest) {
    return { upload: before, outcome: "again" };
  }
  const rows = checkHandedIn(text.rows(name, request.text), config, request.isTold);
  if (rows.length === 0) throw badInput(`${name}: there is no row in it`, { file: name });
  const periods = monthsOf(rows);
  await refuseTwice({ uploads, text }, config, { name, rows, periods, sees });
  const upload: Upload = {
    name,
    revision: before?.revision ?? 0,
    hash: digest,
    by,
    at: now,
    rows: rows.length,
    periods,
    teams: [...new Set(rows.map(({ team }) => team))].sort(),
    withdrawn: null,
    replaced: before === null ? [] : [pastOf(before), ...before.replaced].slice(0, MOST_REPLACED),
  };
  if (!(await uploads.keep(upload, request.text))) {
    throw new TagledgerError("outside-failure", `${name}: somebody else uploads it right now`, {
      file: name,
    });
  }
  const isNew = before === null || before.withdrawn !== null;
  return { upload: { ...upload, revision: upload.revision + 1 }, outcome: isNew ? "kept" : "replaced" };
}

/** Use that stands in two uploads would count twice. */
async function refuseTwice(
  { uploads, text }: Pick<UploadPorts, "uploads" | "text">,
  config: Config,
  {
    name,
    rows,
    periods,
    sees,
  }: { readonly name: string; readonly rows: readonly UsageRow[] } & Pick<Upload, "periods"> &
    Pick<Required<UploadRequest>, "sees">,
): Promise<void> {
  const others = (await uploads.list()).filter(
    (other) =>
      other.name !== name &&
      other.withdrawn === null &&
      other.periods.some((period) => periods.includes(period)),
  );
  if (others.length === 0) return;
  const known = new Map(rows.map((row) => [sampleOf(row), row.place]));
  for (const other of others) {
    // As the organisation writes its teams today, whatever it did then.
    for (const row of readAgain(text.rows(other.name, await uploads.read(other.hash)), config)) {
      const place = known.get(sampleOf(row));
      if (place === undefined) continue;
      const where = sees(other)
        ? `stands in ${row.place} already, which was uploaded before`
        : "was uploaded before";
      throw badInput(`${place}: this use ${where}: it would count twice`, { place });
    }
  }
}

/** What an earlier configuration knew may mean nothing today: then it counts nowhere, and nothing twice. */
function readAgain(rows: readonly UsageRow[], config: Config): readonly UsageRow[] {
  const pools = new Set(config.pools.map(({ name }) => name));
  const known = rows.filter(({ pool, team }) => pools.has(pool) && pools.has(pooled(team) ?? pool));
  return readUsage(known, config, "unowned");
}

function checkedName(given: string): string {
  const name = given.trim();
  const isName = name !== "" && name.length <= LONGEST_NAME && !/[\p{Cc}/\\]/u.test(name);
  if (isName) return name;
  throw badInput(
    `"${given.slice(0, LONGEST_NAME)}" is no name for an upload: expected one such as usage-2026-09.csv, without folders`,
    { value: given.slice(0, LONGEST_NAME) },
  );
}

function pastOf({ hash, by, at, rows }: Upload): PastUpload {
  return { hash, by, at, rows };
}
