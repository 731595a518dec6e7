import type { Revision } from "../src/core/charter.ts";
import { known, unknown, type Colleague, type Facts } from "../src/core/facts.ts";
import {
  mint,
  type AccountId,
  type MessagePosted,
  type PersonId,
  type SpaceId,
  type WorkspaceId,
} from "../src/core/model.ts";
import { colleague } from "../src/facts/colleague.ts";
import { accountOf, spaceOf, textOf, zoneOf, type Message } from "./input.ts";

/** An event with everything that the store would know of it. */
export interface Prepared {
  readonly event: MessagePosted;
  readonly facts: Facts;
}

/** The messages as an adapter hands them to the door, with the facts that the pipeline would have gathered. */
export function prepare(revision: Revision, messages: readonly Message[]): readonly Prepared[] {
  return messages.map((message) => ({
    event: eventOf(message),
    facts: {
      author: colleagueOf(revision, message.author),
      mentioned: known(message.mentions.flatMap((person) => valueOf(colleagueOf(revision, person)))),
      space: known({ purpose: "undeclared" }),
      members: unknown("not asked"),
    },
  }));
}

const workspace = mint<WorkspaceId>("bench", "T0BENCH");
const account = (person: number): AccountId => mint("bench", accountOf(person));

function eventOf({ parts, author, mentions, space, at }: Message): MessagePosted {
  return {
    kind: "message.posted",
    platform: "bench",
    workspace,
    at: Temporal.Instant.fromEpochNanoseconds(BigInt(at) * 1000n),
    message: { space: mint<SpaceId>("bench", spaceOf(space)), id: String(at), version: 0 },
    author: account(author),
    text: textOf(parts),
    mentions: mentions.map(account),
    thread: null,
  };
}

function colleagueOf(revision: Revision, person: number): Facts["author"] {
  const id = account(person);
  return colleague(revision, {
    id,
    // An account begins as a person of its own.
    person: String(id) as PersonId,
    workspace,
    standing: "member",
    zone: zoneOf(person),
    locale: null,
    domain: null,
    home: null,
    groups: [],
    week: null,
    language: null,
    absences: [],
  });
}
const valueOf = (fact: Facts["author"]): Colleague[] => (fact.known ? [fact.value] : []);
