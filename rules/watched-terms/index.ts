import { compileTerms } from "../../src/core/terms.ts";
import type { Span, Text } from "../../src/core/model.ts";
import { defineRule } from "../../src/core/rule.ts";
import { examples } from "./examples.ts";
import { languageOf } from "./language.ts";
import { compilePatterns } from "./patterns.ts";
import { settings, type Settings } from "./settings.ts";

/** More marks than these would tell the author nothing new. */
const mostSpans = 20;

/** The company's own terms and patterns. */
export const watchedTerms = defineRule({
  id: "watched-terms",
  title: { en: "Watched terms", fr: "Termes surveillés" },
  trace: "excerpt",
  on: ["message.posted", "message.edited"],
  needs: [],
  settings,
  messages: {
    en: {
      "watched-term": {
        reason: "The marked words are among those that your organisation’s charter asks to keep out of messages.",
        better: "Please edit the message and use other words. Where they were needed here, you need do nothing.",
      },
    },
    fr: {
      "watched-term": {
        reason: "Les mots signalés font partie de ceux que la charte de votre organisation demande d’éviter.",
        better:
          "Merci de modifier le message avec d’autres mots. S’ils étaient nécessaires ici, vous n’avez rien à faire.",
      },
    },
  },
  examples,
  prepare({ terms, patterns }: Settings) {
    const findTerms = compileTerms(terms.map(({ term }) => term));
    const findPatterns = compilePatterns(patterns.map(({ pattern }) => pattern));
    const watched = [...terms, ...patterns];
    const except = compileExceptions(watched);
    return ({ text }) => {
      const found: Found[] = [
        ...findTerms(text).map(({ term, start, end }) => ({ watched: term, start, end })),
        ...findPatterns(text).map(({ pattern, start, end }) => ({ watched: terms.length + pattern, start, end })),
      ];
      if (found.length === 0) return [];
      const language = languageOf(text);
      const inLanguage = found.filter((one) => {
        const wanted = watched[one.watched]?.locale;
        return wanted === undefined || language === null || language === wanted;
      });
      const spans = joined(except(text, inLanguage.toSorted(byStart)));
      return spans.length > 0 ? [{ code: "watched-term", spans: spans.slice(0, mostSpans) }] : [];
    };
  },
});

interface Found extends Span {
  /** Which of the terms, then of the patterns, it is. */
  readonly watched: number;
}
const byStart = (one: Span, other: Span): number => one.start - other.start || one.end - other.end;

/** Gives what leaves out the matches that lie inside a phrase allowed for them. Matches come in order. */
function compileExceptions(watched: readonly { readonly allow: readonly string[] }[]) {
  const phrases = watched.flatMap(({ allow }, index) => allow.map((phrase) => ({ phrase, watched: index })));
  const findPhrases = compileTerms(phrases.map(({ phrase }) => phrase));
  return (text: Text, found: readonly Found[]): readonly Found[] => {
    if (phrases.length === 0) return found;
    const allowed = findPhrases(text);
    let first = 0;
    return found.filter((match) => {
      while ((allowed[first]?.end ?? Infinity) <= match.start) first++;
      for (let index = first; (allowed[index]?.start ?? Infinity) <= match.start; index++) {
        const phrase = allowed[index];
        if (phrase && phrase.end >= match.end && phrases[phrase.term]?.watched === match.watched) return false;
      }
      return true;
    });
  };
}

/** Joins matches that overlap. They come in order. */
function joined(found: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of found) {
    const before = spans.at(-1);
    if (before && start < before.end) spans[spans.length - 1] = { start: before.start, end: Math.max(before.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}
