import * as z from "zod/mini";
import { path } from "../values.ts";

/** Usage that people hand in as CSV. */
export const csv = z.strictObject({ kind: z.literal("csv"), path });

/** Usage that people hand in as JSON. */
export const json = z.strictObject({ kind: z.literal("json"), path });

/** Files of usage. */
export type FileSource = z.infer<typeof csv> | z.infer<typeof json>;
