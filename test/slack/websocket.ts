import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** The server's end of one WebSocket: text, ping, pong and close frames, unfragmented (RFC 6455). */
export interface ServerSocket {
  send(text: string): void;
  /** Resolves when the peer has answered everything up to here: frames arrive in order. */
  roundTrip(): Promise<void>;
  /** Begins the closing handshake. */
  close(): void;
  /** Ends the connection without a word, as a failing network does. */
  cut(): void;
}
export interface SocketEvents {
  readonly text: (text: string) => void;
  readonly closed: () => void;
}

const guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** Answers the handshake of an `upgrade` and speaks from then on. */
export function acceptSocket(request: IncomingMessage, socket: Duplex, on: SocketEvents): ServerSocket {
  const key = request.headers["sec-websocket-key"] ?? "";
  const accept = createHash("sha1").update(`${key}${guid}`).digest("base64");
  const head = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
  socket.write([...head, `Sec-WebSocket-Accept: ${accept}`, "", ""].join("\r\n"));
  const waiting = new Map<string, () => void>();
  let pings = 0;
  const write = (opcode: number, payload: Buffer) => {
    if (socket.writable) socket.write(frame(opcode, payload));
  };
  let pending = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let read = readFrame(pending); read !== null; read = readFrame(pending)) {
      pending = pending.subarray(read.length);
      if (read.opcode === opcodes.text) on.text(read.payload.toString("utf8"));
      if (read.opcode === opcodes.ping) write(opcodes.pong, read.payload);
      if (read.opcode === opcodes.pong) waiting.get(read.payload.toString("utf8"))?.();
      if (read.opcode === opcodes.close) {
        write(opcodes.close, read.payload);
        socket.end();
      }
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    for (const done of waiting.values()) done();
    on.closed();
  });
  return {
    send: (text) => write(opcodes.text, Buffer.from(text, "utf8")),
    roundTrip: () =>
      new Promise((done) => {
        if (!socket.writable) return done();
        const name = `round trip ${++pings}`;
        waiting.set(name, () => {
          waiting.delete(name);
          done();
        });
        write(opcodes.ping, Buffer.from(name, "utf8"));
      }),
    close: () => write(opcodes.close, Buffer.from([0x03, 0xe8])),
    cut: () => void socket.destroy(),
  };
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  /** How many bytes the frame took. */
  readonly length: number;
}

/** The first frame in the bytes, unmasked; null while it is not complete. */
function readFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 6) return null;
  const opcode = bytes.readUInt8(0) & 0x0f;
  let size = bytes.readUInt8(1) & 0x7f;
  let at = 2;
  if (size === 126) {
    size = bytes.readUInt16BE(2);
    at = 4;
  } else if (size === 127) {
    if (bytes.length < 14) return null;
    size = Number(bytes.readBigUInt64BE(2));
    at = 10;
  }
  const length = at + 4 + size;
  if (bytes.length < length) return null;
  const mask = bytes.subarray(at, at + 4);
  const payload = Buffer.from(bytes.subarray(at + 4, length));
  for (let index = 0; index < payload.length; index++) {
    payload.writeUInt8(payload.readUInt8(index) ^ mask.readUInt8(index % 4), index);
  }
  return { opcode, payload, length };
}

/** A server's frames are not masked. */
function frame(opcode: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10);
  head.writeUInt8(0x80 | opcode, 0);
  if (head.length === 2) head.writeUInt8(payload.length, 1);
  else if (head.length === 4) {
    head.writeUInt8(126, 1);
    head.writeUInt16BE(payload.length, 2);
  } else {
    head.writeUInt8(127, 1);
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, payload]);
}
