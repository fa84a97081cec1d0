import { isAscii, isUtf8 } from 'node:buffer';
import type { Encoding } from './record.ts';

/** Result of checking all bytes of a file. Offsets count from the first byte, byte-order mark included. */
export interface ByteFindings {
  /** First byte that is invalid in the encoding. */
  readonly invalidAt: number | null;
  /** First NUL character. */
  readonly nulAt: number | null;
  /** Whether the file contains a valid UTF-8 character of several bytes. */
  readonly multiByte: boolean;
  /** First byte that is neither UTF-8 nor a character of Windows-1252. */
  readonly undefinedAt: number | null;
}

/** Checks the bytes of a file chunk by chunk; chunks may split characters. */
export interface ByteCheck {
  push(chunk: Buffer): void;
  /** Ends the file: a character that is still incomplete is invalid. */
  finish(): ByteFindings;
}

/** The check for an encoding; `open` is UTF-8 or Windows-1252. */
export function byteCheck(encoding: Encoding | 'open'): ByteCheck {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? new Utf16Check(encoding) : new Utf8Check();
}

/** Bytes that Windows-1252 leaves undefined; 0x81 and 0x90 are ü and É in the code pages of DOS. */
const UNDEFINED: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

class Utf8Check implements ByteCheck {
  #carry = Buffer.alloc(0);
  #offset = 0;
  #invalidAt: number | null = null;
  #nulAt: number | null = null;
  #multiByte = false;
  #undefinedAt: number | null = null;

  push(chunk: Buffer): void {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const complete = bytes.subarray(0, bytes.length - incompleteTail(bytes));
    this.#scan(complete);
    this.#carry = Buffer.from(bytes.subarray(complete.length));
  }

  finish(): ByteFindings {
    if (this.#carry.length > 0) this.#invalidAt ??= this.#offset;
    return {
      invalidAt: this.#invalidAt,
      nulAt: this.#nulAt,
      multiByte: this.#multiByte,
      undefinedAt: this.#undefinedAt,
    };
  }

  #scan(bytes: Buffer): void {
    const nul = this.#nulAt === null ? bytes.indexOf(0) : -1;
    if (nul !== -1) this.#nulAt = this.#offset + nul;
    if (!isAscii(bytes)) {
      if (isUtf8(bytes)) this.#multiByte = true;
      else this.#locate(bytes);
    }
    this.#offset += bytes.length;
  }

  #locate(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at++) {
      if (this.#invalidAt !== null && this.#multiByte) return;
      const lead = bytes[at] ?? 0;
      if (lead < 0x80) continue;
      const length = sequenceLength(lead);
      const followed = ((bytes[at + 1] ?? 0) & 0xc0) === 0x80;
      if (length > 1 && followed && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) {
        this.#multiByte = true;
        at += length - 1;
      } else {
        this.#invalidAt ??= this.#offset + at;
        if (UNDEFINED.has(lead)) this.#undefinedAt ??= this.#offset + at;
      }
    }
  }
}

/** Length in bytes of the UTF-8 character that begins with this byte; 1 if no character begins with it. */
function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc2 ? 2 : 1;
}

/** Number of bytes at the end that belong to an incomplete UTF-8 character. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

class Utf16Check implements ByteCheck {
  readonly #bigEndian: boolean;
  #carry = Buffer.alloc(0);
  #offset = 0;
  #invalidAt: number | null = null;
  #nulAt: number | null = null;

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.#bigEndian = encoding === 'utf-16be';
  }

  push(chunk: Buffer): void {
    this.#scan(Buffer.concat([this.#carry, chunk]), false);
  }

  finish(): ByteFindings {
    this.#scan(this.#carry, true);
    return { invalidAt: this.#invalidAt, nulAt: this.#nulAt, multiByte: false, undefinedAt: null };
  }

  #scan(bytes: Buffer, last: boolean): void {
    let at = 0;
    for (; at + 1 < bytes.length; at += 2) {
      const unit = this.#unit(bytes, at);
      if (unit === 0) this.#nulAt ??= this.#offset + at;
      if (unit < 0xd800 || unit > 0xdfff) continue;
      if (at + 3 >= bytes.length && !last) break;
      const low = at + 3 < bytes.length ? this.#unit(bytes, at + 2) : 0;
      if (unit < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) at += 2;
      else this.#invalidAt ??= this.#offset + at;
    }
    if (last && at < bytes.length) this.#invalidAt ??= this.#offset + at;
    this.#carry = Buffer.from(bytes.subarray(at));
    this.#offset += at;
  }

  #unit(bytes: Buffer, at: number): number {
    return this.#bigEndian ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at);
  }
}
