import type { Call } from "./core/adapter.ts";
import { roleOf } from "./core/case.ts";
import { isZone } from "./core/charter.ts";
import { localeOf, mayUse, parseLine, type CommandTools } from "./core/command.ts";
import type { Locale, Reader } from "./core/model.ts";
import { code, text, viewOf, type Reply } from "./core/view.ts";
import { nearest } from "./nearest.ts";

/** From a line to an answer: which command, may they, and where. Typed, clicked and submitted lines all come this way. */
export async function dispatch(tools: CommandTools, call: Call): Promise<Reply> {
  const [account] = (await tools.store.directory.accounts([call.by])).values();
  const { charter } = tools.revision();
  // The directory knows the zone that somebody chose, and else what the platform told.
  const zone = account?.zone ?? call.reader.zone;
  const reader: Reader = {
    // What somebody chose wins over what their client says.
    locale: account?.language ?? call.reader.locale ?? localeOf(account?.locale),
    zone: zone !== null && isZone(zone) ? zone : charter.organisation.zone,
  };
  const { name, rest } = parseLine(call.line);
  const role = roleOf(charter, call.by);
  const wanted = name === "" ? "charter" : name;
  const allowed = tools.commands.filter((each) => mayUse(role, each.role));
  const command = allowed.find((each) => each.name === wanted);
  if (!command)
    return unknownCommand(
      nearest(
        wanted,
        allowed.map((each) => each.name),
      ),
      reader.locale,
    );
  if (!call.privately && !command.public) return viewOf(text(words.privately[reader.locale]));
  return command.run({ call, rest, reader, role }, tools);
}

const words = {
  unknown: { en: "There is no such command. ", fr: "Cette commande n’existe pas. " },
  didYouMean: { en: ["Did you mean ", "?"], fr: ["Vouliez-vous dire ", "\u00a0?"] },
  seeHelp: { en: [" All commands: ", "."], fr: [" Toutes les commandes\u00a0: ", "."] },
  privately: {
    en: "The answer would be for you alone: please ask again in our private conversation.",
    fr: "La réponse ne regarde que vous\u00a0: reposez la question dans notre conversation privée.",
  },
} as const;

/** The word typed is not repeated: it may be something that was meant for somebody else. */
function unknownCommand(near: string | null, locale: Locale): Reply {
  const [mean, end] = words.didYouMean[locale];
  const [help, stop] = words.seeHelp[locale];
  const suggestion = near === null ? [] : [mean, code(`/charter ${near}`), end];
  return viewOf(text(words.unknown[locale], ...suggestion, help, code("/charter help"), stop));
}
