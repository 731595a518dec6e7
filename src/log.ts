/** Writes one line of JSON an event. Fields are ids, names, codes and numbers: there is no place for words of people. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean>>) => void;

export const logTo =
  (stream: { write(line: string): unknown }): Log =>
  (event, fields = {}) => {
    stream.write(
      `${JSON.stringify({ at: Temporal.Now.instant().toString({ smallestUnit: "millisecond" }), event, ...fields })}\n`,
    );
  };
