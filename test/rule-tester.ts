import { readCharter, type Revision } from "../src/core/charter.ts";
import { evaluate, type Verdict } from "../src/core/evaluate.ts";
import { known, unknown, type Absence, type Colleague, type Facts, type Member } from "../src/core/facts.ts";
import {
  locales,
  mint,
  type AccountId,
  type JudgedEvent,
  type Locale,
  type PersonId,
  type SpaceId,
  type Span,
  type Text,
  type WorkspaceId,
} from "../src/core/model.ts";
import type { AnyRule, Example, Finding } from "../src/core/rule.ts";

/** Tuesday morning, in working time. */
const ordinaryTime = "2026-11-24T10:00:00+01:00[Europe/Paris]";
const day = ["09:00-18:00"];
const organisation = {
  name: "Example",
  zone: "Europe/Paris",
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: { country: "FR" },
  holidaysByZone: { "America/Montreal": { country: "CA", region: "QC" }, "Europe/London": { country: "GB" } },
};

/** What an example gave: what its rule found, and all that is wrong with it, in sentences. */
export interface Tried {
  readonly findings: readonly Finding[];
  readonly problems: readonly string[];
}

/** Runs an example through the real engine, twice, on inputs that cannot be changed. */
export function tryExample(rule: AnyRule, example: Example): Tried {
  const written = deepFreeze({ organisation, clauses: [clauseOf(rule, example)] });
  const read = readCharter(written, 1, [rule]);
  if (!read.ok) return { findings: [], problems: read.problems.map(({ field, text }) => `${field}: ${text}`) };
  const { revision } = read;
  deepFreeze(revision.charter);
  const at = Temporal.ZonedDateTime.from(example.at ?? ordinaryTime);
  const event = deepFreeze(eventOf(rule, example, at));
  const facts = deepFreeze(factsOf(revision, example, at));
  const verdict = evaluate(revision, event, facts);
  const again = evaluate(revision, event, facts);
  const findings = verdict.found.flatMap((found) => found.findings);
  const problems = [...engineProblems(verdict), ...findingProblems(example, findings)];
  if (outcome(verdict) !== outcome(again)) problems.push("judging it again gives something else");
  return { findings, problems };
}
const outcome = ({ found, undecided, failures }: Verdict): string =>
  JSON.stringify([found.map(({ findings }) => findings), undecided, failures]);

function engineProblems({ undecided, failures }: Verdict): string[] {
  return [
    ...failures.map(({ error }) => `the rule threw ${error}`),
    ...undecided.map(({ fact, because }) => `it could not be judged: ${fact} is ${because}`),
  ];
}

function findingProblems({ finds, text }: Example, findings: readonly Finding[]): string[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const problems =
    codes.toSorted().join() === finds.toSorted().join() ? [] : [`it finds ${list(codes)}, not ${list(finds)}`];
  for (const span of findings.flatMap(({ spans }) => spans)) {
    const { start, end } = span;
    if (!(start >= 0 && start < end && end <= text.length)) problems.push(`its span ${show(span)} is out of range`);
    else if (splitsPair(text, start) || splitsPair(text, end))
      problems.push(`its span ${show(span)} splits a character`);
  }
  return problems;
}
const list = (codes: readonly string[]): string => (codes.length > 0 ? codes.join(", ") : "nothing");
const show = ({ start, end }: Span): string => `${start}-${end}`;
const splitsPair = (text: string, index: number): boolean => index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;

function clauseOf(rule: AnyRule, { settings }: Example): object {
  const title = { en: "A clause", fr: "Une clause" };
  return { id: "example", title, prose: title, rule: rule.id, stage: "nudge", settings: settings ?? {} };
}

const account = (name: string): AccountId => mint<AccountId>("example", name);

const space = mint<SpaceId>("example", "space");

/** The event that an example stands for: who is in a space, a connection, a setting, or else a message. */
function eventOf(rule: AnyRule, example: Example, at: Temporal.ZonedDateTime): JudgedEvent {
  const { text, mentions = [], members, connection, setting } = example;
  const happened = {
    platform: "example",
    workspace: mint<WorkspaceId>("example", "workspace"),
    at: at.toInstant(),
  };
  if (members) return { ...happened, kind: "space.composed", space, cause: { kind: "sweep" } };
  if (connection) {
    const { address, country = null } = connection;
    return { ...happened, kind: "connection.seen", account: account("author"), address, country };
  }
  if (setting) return { ...happened, kind: "setting.read", setting: setting.name, value: setting.value };
  return {
    ...happened,
    kind: rule.on.includes("message.posted") ? "message.posted" : "message.edited",
    message: { space, id: "1", version: 0 },
    author: account("author"),
    text: textOf(text),
    mentions: mentions.map((_, index) => account(`mentioned-${index}`)),
    thread: null,
  };
}

/** In an example, `code` stands in backquotes, a link is an address and a mention a name after an @. */
function textOf(plain: string): Text {
  const marks = plain.matchAll(/(?<code>`[^`]+`)|(?<link>https?:\S+)|(?<mention>(?<!\S)@\p{L}+)/gu);
  return {
    plain,
    marks: [...marks].map(({ index, 0: words, groups = {} }) => {
      const kind = groups["code"] ? "code" : groups["link"] ? "link" : "mention";
      return { kind, start: index, end: index + words.length };
    }),
  };
}

/** Only what the product knows of such an event is known: nobody writes a setting, and a message is not told who reads it. */
function factsOf({ charter }: Revision, example: Example, at: Temporal.ZonedDateTime): Facts {
  const colleague = (name: string, zone: string, absence?: Absence["kind"]): Colleague => ({
    ...memberOf(name, { audience: "staff" }),
    person: account(name) as string as PersonId,
    groups: [],
    host: null,
    zone,
    week: charter.organisation.week,
    holidays:
      zone === charter.organisation.zone
        ? charter.organisation.holidays
        : (charter.organisation.holidaysByZone[zone] ?? null),
    absences: absence ? [around(absence, at)] : [],
  });
  const author = colleague("author", at.timeZoneId, example.author?.absence);
  const { members, mentions = [] } = example;
  return {
    author:
      members || example.setting
        ? unknown("not asked")
        : known({ ...author, audience: example.author?.audience ?? author.audience }),
    mentioned: known(mentions.map(({ zone, absence }, index) => colleague(`mentioned-${index}`, zone, absence))),
    space: known({ purpose: example.purpose ?? "internal" }),
    members: members ? known(members.map((one, index) => memberOf(`member-${index}`, one))) : unknown("not asked"),
  };
}
/** Staff are members of the platform and others its guests, unless the example says otherwise. */
const memberOf = (
  name: string,
  { audience, party = null, standing }: Partial<Pick<Member, "party" | "standing">> & Pick<Member, "audience">,
): Member => ({
  account: account(name),
  audience,
  party,
  standing: standing ?? (audience === "staff" ? "member" : "guest"),
});
function around(kind: Absence["kind"], at: Temporal.ZonedDateTime): Absence {
  return { kind, from: at.subtract({ hours: 8 }).toInstant(), until: at.add({ hours: 8 }).toInstant() };
}

/** Everything that a rule's declaration lacks or has twice: examples, wording, values for its placeholders. */
export function ruleProblems(rule: AnyRule): string[] {
  return [...repeatedExamples(rule), ...locales.flatMap((locale) => localeProblems(rule, locale))];
}

function repeatedExamples({ examples }: AnyRule): string[] {
  const seen = new Set<string>();
  return examples.flatMap((example) => {
    const { says, locale } = example;
    const rest = Object.entries(example).filter(([name]) => name !== "says" && name !== "finds");
    const keys = [`${locale}: ${says}`, JSON.stringify(rest.toSorted(([one], [other]) => one.localeCompare(other)))];
    const repeated = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return repeated ? [`the example "${says}" is there twice`] : [];
  });
}

function localeProblems(rule: AnyRule, locale: Locale): string[] {
  const examples = rule.examples.filter((example) => example.locale === locale);
  const problems: string[] = [];
  if (examples.length < 6) problems.push(`${locale}: it has ${examples.length} examples; write six at least`);
  if (!examples.some(({ finds }) => finds.length === 0)) problems.push(`${locale}: no example finds nothing`);
  const findings = examples.flatMap((example) => tryExample(rule, example).findings);
  for (const [code, wording] of Object.entries(rule.messages[locale])) {
    const given = findings.filter((finding) => finding.code === code);
    if (given.length === 0) problems.push(`${locale}: no example finds ${code}`);
    for (const name of placeholdersOf(`${wording.reason} ${wording.better}`)) {
      if (given.some(({ data = {} }) => !(name in data)))
        problems.push(`${locale}: ${code} gives no value for {${name}}`);
    }
  }
  return problems;
}
const placeholdersOf = (words: string): string[] => [...words.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

/** So that a rule which changes what it is given fails. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
