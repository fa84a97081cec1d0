/** A set of row numbers, one bit each: rows settle in any order, and a large export has ten million. */
export class RowSet {
  #bits: Uint8Array;
  #size: number;

  constructor(rows?: RowSet) {
    this.#bits = rows === undefined ? new Uint8Array(1_024) : Uint8Array.from(rows.#bits);
    this.#size = rows?.size ?? 0;
  }

  get size(): number {
    return this.#size;
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  add(row: number): void {
    if (this.has(row)) return;
    const at = row >>> 3;
    if (at >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (row & 7));
    this.#size++;
  }
}
