import { Profanity } from "@2toad/profanity";
import { Engine } from "json-rules-engine";
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { starterCharter, watchedTerms } from "./charter.ts";
import { timed, type Contestant } from "./figures.ts";
import { textOf, type Message } from "./input.ts";

/** What others do with the same texts: each its own natural job, set up as its documentation says. */
export function peers(messages: readonly Message[]): readonly Contestant[] {
  const texts = messages.map(({ parts }) => textOf(parts).plain);
  return [obscenity(texts), twoToadProfanity(texts), jsonRulesEngine(texts)];
}

function obscenity(texts: readonly string[]): Contestant {
  const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  if (!matcher.hasMatch("oh fuuuck")) throw new Error("obscenity does not match, so it cannot be measured");
  const round = () => timed(texts.length, () => texts.filter((text) => matcher.hasMatch(text)));
  return { name: "obscenity", round };
}

function twoToadProfanity(texts: readonly string[]): Contestant {
  const profanity = new Profanity({ languages: ["en", "fr"] });
  if (!profanity.exists("quel connard")) throw new Error("@2toad/profanity does not match, so it cannot be measured");
  const round = () => timed(texts.length, () => texts.filter((text) => profanity.exists(text)));
  return { name: "twoToadProfanity", round };
}

/** One rule: any of the terms that the starter charter watches for. Its own `contains` is for lists, so text needs an operator. */
function jsonRulesEngine(texts: readonly string[]): Contestant {
  const engine = new Engine();
  engine.addOperator("textContains", (text: string, term: string) => text.toLowerCase().includes(term));
  engine.addRule({
    conditions: {
      any: watchedTerms(starterCharter()).map((term) => ({
        fact: "text",
        operator: "textContains",
        value: term.toLowerCase(),
      })),
    },
    event: { type: "watched-term" },
  });
  const round = () =>
    timed(texts.length, async () => {
      let found = 0;
      for (const text of texts) found += (await engine.run({ text })).events.length;
      if (found === 0) throw new Error("json-rules-engine does not match, so it cannot be measured");
    });
  return { name: "jsonRulesEngine", round };
}
