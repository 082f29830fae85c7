import type { Markup } from "./markup.ts";
import { CHARTS } from "./style/charts.ts";
import { COLOURS } from "./style/colours.ts";
import { PAGE } from "./style/page.ts";
import { PRINT } from "./style/print.ts";
import { TABLES } from "./style/tables.ts";

/** The whole style sheet of a report; it holds no text of a report. */
export const STYLE: Markup = { markup: [COLOURS, PAGE, CHARTS, TABLES, PRINT].join("") };
