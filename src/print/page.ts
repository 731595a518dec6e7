/** Text as HTML shows it. */
export const escape = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

/** A list of texts; nothing where there is none. */
export const listOf = (items: readonly string[]): string =>
  items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join("")}</ul>`;

/** One question and its answers, each a paragraph or, where there are several, a list. */
export function row(question: string, answers: readonly string[]): string {
  const answer = answers.length === 1 ? escape(answers[0] ?? "") : listOf(answers);
  return answers.length === 0
    ? ""
    : `<div class="row"><dt>${escape(question)}</dt><dd>${commandsIn(answer)}</dd></div>`;
}

/** Commands in sentences of ours, set in letters of one width. */
export const commandsIn = (html: string): string => html.replaceAll(/\/charter [a-z]+/g, "<code>$&</code>");

/** A whole page that fetches nothing: it may be mailed, printed and put on a wall. `body` is HTML. */
export const page = ({ lang, title, body }: { lang: string; title: string; body: string }): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

const style = `
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page); font: 9pt Georgia, serif; color: #666; } }
:root { --ink: #1c2321; --soft: #56605c; --line: #d9ded9; --accent: #1f5a4c; --wash: #f3f6f3; }
* { box-sizing: border-box; }
html { font-size: 10.5pt; }
body { margin: 0 auto; max-width: 50rem; padding: 2.5rem 1.5rem 4rem; color: var(--ink); background: #fff;
  font-family: Charter, "Bitstream Charter", "Source Serif 4", Georgia, "DejaVu Serif", serif; line-height: 1.42; hyphens: auto; }
h1, h2, h3, dt, .state, .number, footer, header p { font-family: "Source Sans 3", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
h1, h2, h3 { line-height: 1.2; hyphens: manual; text-wrap: balance; break-after: avoid; }
h1 { font-size: 2rem; margin: 0.2rem 0 0.6rem; letter-spacing: -0.01em; }
header { border-bottom: 2px solid var(--accent); padding-bottom: 1rem; }
header p { margin: 0; color: var(--soft); font-size: 0.92rem; }
header p.organisation { color: var(--accent); font-weight: 600; font-size: 1rem; }
header p.state { margin-top: 0.7rem; padding: 0.6rem 0.8rem; background: var(--wash); border-left: 3px solid var(--accent); color: var(--ink); }
h2 { font-size: 1.25rem; color: var(--accent); margin: 1.5rem 0 0.5rem; }
h3 { font-size: 1.08rem; margin: 0 0 0.3rem; }
.number { color: var(--soft); font-weight: 400; margin-right: 0.4em; }
p { margin: 0 0 0.7rem; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 0.7rem; padding-left: 1.2rem; }
li { margin-bottom: 0.2rem; }
article { border-top: 1px solid var(--line); padding: 0.7rem 0 0.35rem; }
.prose { margin-bottom: 0.4rem; }
dl { margin: 0.3rem 0 0; background: var(--wash); border-radius: 6px; padding: 0.15rem 0.9rem; font-size: 0.92rem; line-height: 1.4; }
.row { display: grid; grid-template-columns: 10.6rem 1fr; gap: 0.9rem; padding: 0.25rem 0; break-inside: avoid; }
.row + .row { border-top: 1px solid var(--line); }
dt { font-weight: 600; color: var(--soft); font-size: 0.88rem; padding-top: 0.05rem; }
dd { margin: 0; }
dd ul { margin: 0; padding-left: 1rem; }
dd li:last-child { margin-bottom: 0; }
.stands { color: var(--accent); font-style: italic; font-size: 0.92rem; margin: -0.2rem 0 0.4rem; }
.box { border: 1px solid var(--accent); border-radius: 6px; padding: 0.2rem 1.1rem 0.4rem; margin: 1.6rem 0; break-inside: avoid; }
.box h2 { margin-top: 0.8rem; }
code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 0.88em; white-space: nowrap; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 0.8rem; color: var(--soft); font-size: 0.82rem; }
@media (max-width: 34rem) { .row { grid-template-columns: 1fr; gap: 0.1rem; } }
@media print {
  body { padding: 0; max-width: none; }
  dl { border: 1px solid var(--line); background: none; }
  header p.state { border: 1px solid var(--line); border-left: 3px solid var(--accent); background: none; }
  article header, .prose { break-after: avoid; }
}
`;
