import { partIn, type Case } from "../../core/case.ts";
import { caseView, type CaseReader } from "../../core/case-view.ts";
import type { Asked, CommandTools } from "../../core/command.ts";
import type { Localised } from "../../core/model.ts";
import { text, viewOf, type Reply } from "../../core/view.ts";

/** A case in the hands of somebody who may see it; `typed` is what they wrote after the verb. */
export interface Handling {
  readonly asked: Asked;
  readonly tools: CommandTools;
  readonly reader: CaseReader;
  readonly each: Case;
  readonly typed: string;
}

/** The case as it stands after what was just done, with a sentence before it. */
export async function showCase({ tools, reader, each }: Handling, first: Localised | null = null): Promise<Reply> {
  const now = (await tools.store.cases.findById(each.id)) ?? each;
  const sources = { charter: tools.revision().charter, rules: tools.rules };
  const view = caseView(now, sources, { ...reader, part: partIn(now, reader) ?? reader.part });
  return viewOf(...(first ? [text(first[reader.locale])] : []), ...view);
}
