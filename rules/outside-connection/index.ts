import type { Colleague } from "../../src/core/facts.ts";
import type { ConnectionSeen, SettingRead } from "../../src/core/model.ts";
import { defineRule, type Finding } from "../../src/core/rule.ts";
import { isResting } from "../../src/core/time.ts";
import { holidayProblems, publicHolidays } from "../resting-hours/holidays.ts";
import { isSomewhere, isWithin, readAddress, readNetwork } from "./address.ts";
import { examples } from "./examples.ts";
import { messages, type Code } from "./messages.ts";
import { settings, type Settings } from "./settings.ts";

/** Connections from where nobody expects them, and settings of the platform that no longer forbid what they should. */
export const outsideConnection = defineRule({
  id: "outside-connection",
  title: { en: "Connections from outside", fr: "Connexions de l’extérieur" },
  // Of a connection nothing may be kept: neither when it was, nor from where.
  trace: "none",
  on: ["connection.seen", "setting.read"],
  // Of a setting there is no author, and none is needed.
  needs: ["author"],
  settings,
  messages,
  examples,
  problems: holidayProblems,
  prepare(chosen: Settings) {
    const whereFrom = compileWhere(chosen);
    const hasDrifted = compileDrift(chosen);
    return (event, { author }): Finding<Code>[] => {
      if (event.kind === "setting.read") return hasDrifted(event);
      const code = whereFrom(event) ?? (chosen.hours && rests(author, event.at) ? "outside-hours" : null);
      return code === null ? [] : [{ code, spans: [] }];
    };
  },
});

/** Gives what tells whether a connection comes from elsewhere than expected. An address that is none tells nothing. */
function compileWhere({ networks, countries, unknownCountry }: Settings): (event: ConnectionSeen) => Code | null {
  const expected = networks.flatMap((written) => {
    const network = readNetwork(written);
    return network ? [network] : [];
  });
  const named = new Set(countries);
  return ({ address: written, country }) => {
    const address = readAddress(written);
    if (!address || expected.some((network) => isWithin(address, network))) return null;
    if (named.size === 0 || !isSomewhere(address)) return expected.length > 0 ? "outside-network" : null;
    if (country === null || country === "") return unknownCountry === "notice" ? "unknown-country" : null;
    return named.has(country.toUpperCase()) ? null : "outside-country";
  };
}

/** Only staff have working hours that the charter knows, and only where there are any. */
const rests = (who: Colleague, at: Temporal.Instant): boolean =>
  who.audience === "staff" &&
  who.week.some((shifts) => shifts.length > 0) &&
  isResting(who, at, { isHoliday: publicHolidays(who.holidays) });

/** Gives what tells whether a setting is otherwise than the charter asks. `number` is its place in the clause's list, from 1. */
function compileDrift({ platformSettings }: Settings): (event: SettingRead) => Finding<Code>[] {
  return ({ setting, value }) =>
    platformSettings.flatMap((one, index) =>
      one.setting === setting && bare(one.expected) !== bare(value)
        ? [{ code: "setting-drift", spans: [], data: { number: index + 1 } }]
        : [],
    );
}
const bare = (value: string): string => value.trim().toLowerCase();
