import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/** What the page may do: its own scripts and styles, its own server, and nothing else anywhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const pageHeaders = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** An answer of the console's own, with the headers that every one of its pages and assets carries. */
export const ownResponse = (body: string, contentType: string): Response =>
  new Response(body, { headers: { ...pageHeaders, "content-type": contentType } });

/** Answers one of the console's own files, read when first asked for: scripts lose their types here, since nothing is built. */
export function loadAsset(path: string): () => Response {
  const kind = path.slice(path.lastIndexOf(".") + 1);
  let body: string | null = null;
  return () => {
    body ??= readAsset(path, kind);
    return ownResponse(body, contentTypes[kind] ?? "application/octet-stream");
  };
}
function readAsset(path: string, kind: string): string {
  const written = readFileSync(new URL(path, import.meta.url), "utf8");
  return kind === "ts" ? withoutTypes(written) : written;
}
const contentTypes: Readonly<Record<string, string>> = {
  ts: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** Node warns once that the stripping it itself starts us with is experimental; that says nothing to whoever runs this. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
