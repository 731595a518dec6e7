import { createHash } from "node:crypto";
import { locales, type Locale, type Text } from "../src/core/model.ts";
import { seededRandom, type Random } from "./random.ts";
import { blocks, emoji, links, phrases, snippets } from "./sentences.ts";

/** A stretch of a message, as somebody wrote it. */
export interface Part {
  readonly kind: "text" | "code" | "block" | "link" | "mention" | "emoji";
  readonly text: string;
}
/** One message at work. People and spaces are numbers; `at` is in microseconds since 1970 and no two are the same. */
export interface Message {
  readonly locale: Locale;
  readonly parts: readonly Part[];
  readonly author: number;
  readonly mentions: readonly number[];
  readonly space: number;
  readonly at: number;
}
/** The messages that everything here is measured with, and the name of exactly these. */
export interface Input {
  readonly messages: readonly Message[];
  readonly sha256: string;
}

/** Whoever changes what is generated writes the new name here: figures of two inputs are not to be compared. */
const expected = "5be77537a6415a66b743564495c71d14e108aacc9b0668b1aaf0a33c72d6add8";
const seed = 20_260_302;
const count = 20_000;

export const peopleCount = 200;
export const spaceCount = 24;
const abroad = 180;
/** The people of Paris come first, then those of Toronto. */
export const zoneOf = (person: number): string => (person < abroad ? "Europe/Paris" : "America/Toronto");
export const accountOf = (person: number): string => `U${String(person).padStart(4, "0")}`;
export const spaceOf = (space: number): string => `C${String(space).padStart(3, "0")}`;

/** Makes the input, the same on every machine. Throws a sentence where it is not the one that the figures are about. */
export function fixedInput(): Input {
  const random = seededRandom(seed);
  const messages = Array.from({ length: count }, (_, index) => makeMessage(random, index));
  const sha256 = createHash("sha256").update(JSON.stringify(messages)).digest("hex");
  if (sha256 !== expected) {
    throw new Error(
      `The input is not the one that this bench measures with: its SHA-256 is ${sha256}, not ${expected}. ` +
        "If it was changed on purpose, write the new one into bench/input.ts and compare no figures across the change.",
    );
  }
  return { messages, sha256 };
}

/** The author's own words with their marks, in the form that adapters give them. */
export function textOf(parts: readonly Part[]): Text {
  let plain = "";
  const marks: Text["marks"][number][] = [];
  for (const { kind, text } of parts) {
    const start = plain.length;
    plain += text;
    if (kind === "text" || kind === "emoji") continue;
    marks.push({ start, end: plain.length, kind: kind === "block" ? "code" : kind });
  }
  return { plain, marks };
}

function makeMessage(random: Random, index: number): Message {
  const locale = random.pick(locales);
  const author = random.below(peopleCount);
  const mentions = random.chance(0.12) ? [random.below(peopleCount)] : [];
  const parts: Part[] = mentions.flatMap((person) => [
    { kind: "mention", text: `@${accountOf(person)}` },
    { kind: "text", text: " " },
  ]);
  parts.push({ kind: "text", text: makeProse(random, locale) });
  if (random.chance(0.08)) parts.push({ kind: "text", text: " " }, { kind: "link", text: random.pick(links) });
  if (random.chance(0.05)) parts.push({ kind: "text", text: " " }, { kind: "code", text: random.pick(snippets) });
  if (random.chance(0.15)) parts.push({ kind: "text", text: " " }, { kind: "emoji", text: `:${random.pick(emoji)}:` });
  if (random.chance(0.02)) parts.push({ kind: "text", text: "\n" }, { kind: "block", text: random.pick(blocks) });
  return { locale, parts, author, mentions, space: random.below(spaceCount), at: makeTime(random, author, index) };
}

/** Mostly one to three sentences; one message in a hundred is a long one. */
function makeProse(random: Random, locale: Locale): string {
  const { sentences, lively, breaches, slots } = phrases[locale];
  const length = random.chance(0.01) ? 8 + random.below(12) : 1 + random.below(3);
  const said = Array.from({ length }, () => random.pick(random.chance(0.06) ? lively : sentences));
  if (random.chance(0.02)) said.splice(random.below(length + 1), 0, random.pick(breaches));
  const prose = said.join(" ").replace(/\{(\w+)\}/g, (_, slot: string) => random.pick(slots[slot] ?? []));
  // Phones put the space that does not break before French signs, keyboards mostly do not.
  return locale === "fr" && random.chance(0.5) ? prose.replace(/ (?=[;:!?])/g, "\u00a0") : prose;
}

/** Monday 2 March 2026 00:00 in Paris, in seconds since 1970. */
const monday = 1_772_406_000;
const hour = 3600;

/** In the author's working hours of one week, and a little in the evening. */
function makeTime(random: Random, author: number, index: number): number {
  const evening = random.chance(0.015);
  const [from, hours] = evening ? [20 * hour, 3] : [9 * hour, 9];
  const shift = zoneOf(author) === "Europe/Paris" ? 0 : 6 * hour;
  const second = monday + shift + random.below(5) * 24 * hour + from + random.below(hours * hour);
  return second * 1_000_000 + index;
}
