import type { Locale } from "../../core/model.ts";
import { escape } from "../html.ts";
import { words } from "./words.ts";

/** The playground's page: landmarks, labels and empty places that the script fills. */
export function playgroundPage(locale: Locale): string {
  const say = words[locale];
  const other = locale === "fr" ? "en" : "fr";
  const e = escape;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${e(say.title)}</title>
<link rel="icon" href="/playground/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/playground/style.css">
<script type="module" src="/playground/browser/app.ts"></script>
</head>
<body>
<a class="skip" href="#box">${e(say.skip)}</a>
<header class="top">
  <p class="brand"><img src="/playground/icon.svg" alt="" width="30" height="30"> <span>Charter</span></p>
  <p class="tagline">${e(say.tagline)}</p>
  <a class="language" id="language" href="/?lang=${other}" hreflang="${other}" lang="${other}">${e(say.otherLanguage)}</a>
</header>
<main>
  <h1 class="unseen">${e(say.title)}</h1>
  <noscript><p class="notice">${e(say.needsScript)}</p></noscript>
  <section class="scene" aria-label="${e(say.scene)}">
    <p class="sentence">${e(say.youAre)}
      <select id="person" aria-label="${e(say.person)}"></select>
      ${e(say.writingIn)}
      <select id="space" aria-label="${e(say.space)}"></select><span aria-hidden="true">.</span>
      <span class="time">${e(say.itIs)} <output id="clock" for="moments wall"></output><span aria-hidden="true">.</span></span>
    </p>
    <div class="when">
      <div id="moments" class="chips" role="group" aria-label="${e(say.when)}"></div>
      <label class="wall">${e(say.otherTime)} <input id="wall" type="datetime-local" min="2000-01-01T00:00" max="2099-12-31T23:59"></label>
      <p id="elsewhere" class="quiet"></p>
    </div>
  </section>
  <div class="stage">
    <section class="chat" aria-labelledby="place">
      <header class="place"><h2 id="place"></h2><p id="place-about" class="quiet"></p><p id="seen" class="quiet seen" hidden></p>
        <div id="waiting" role="status"></div>
        <div id="left"></div>
        <details id="people" class="people">
          <summary id="people-count"></summary>
          <ul id="people-here" aria-labelledby="people-count"></ul>
          <form id="invite" class="invite">
            <label for="guest">${e(say.inviteLabel)}</label>
            <select id="guest"></select>
            <button type="submit" class="button">${e(say.invite)}</button>
          </form>
        </details>
      </header>
      <ol id="feed" class="feed" tabindex="0"></ol>
      <div id="unsent"></div>
      <div class="suggested"><h3 id="try-title">${e(say.try)}</h3><ul id="try" class="tries" aria-labelledby="try-title"></ul></div>
      <form id="composer" class="composer">
        <label for="box" id="box-label" class="unseen"></label>
        <textarea id="box" rows="2" maxlength="40000" dir="auto" aria-describedby="box-hint"></textarea>
        <button type="submit" class="button primary">${e(say.send)}</button>
        <p id="box-hint" class="hint">${e(say.boxHint)} ${e(say.commandHint)}</p>
      </form>
    </section>
    <aside class="side">
      <section class="card" aria-labelledby="happened-title">
        <h2 id="happened-title">${e(say.happened)}</h2>
        <div id="happened"><p class="quiet">${e(say.happenedEmpty)}</p></div>
      </section>
      <section class="card" aria-labelledby="eyes-title">
        <h2 id="eyes-title">${e(say.eyes)}</h2>
        <div id="eyes" class="chips"></div>
      </section>
      <section class="card plain" aria-labelledby="about-title">
        <h2 id="about-title">${e(say.about)}</h2>
        <p class="quiet">${e(say.aboutText)}</p>
      </section>
    </aside>
  </div>
</main>
<dialog id="dialog"></dialog>
<p id="status" class="unseen" role="status"></p>
</body>
</html>
`;
}
