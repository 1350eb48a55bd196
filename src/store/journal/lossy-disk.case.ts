// A disk in memory that loses its power: what was not synced may be kept, lost, torn or overtaken.
import type { Disk, GrowingFile } from './disk.ts'

/** Smallest piece that a disk writes whole, in bytes. */
const SECTOR_BYTES = 512

/** Chance from 0 up to, not including, 1. */
export type Chance = () => number

/** Repeatable chance from a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Thrown by every call from the moment in which the power fails. */
export class PowerCut extends Error {}

interface Stored {
  /** What a program reads. */
  bytes: Uint8Array
  /** What is sure to be on the disk. */
  synced: Uint8Array
}

/**
 * After `powerAfter` calls every further one throws, and `crashed` answers the disk as it may be
 * found then. The call that is under way when the power fails may have been done, in part or not.
 */
export class LossyDisk implements Disk {
  readonly #chance: Chance
  #callsLeft: number
  /** What names lead to now, and what they are sure to lead to. */
  #names: Map<string, Stored>
  #syncedNames: Map<string, Stored>

  constructor(
    chance: Chance,
    powerAfter: number,
    names: ReadonlyMap<string, Uint8Array> = new Map(),
  ) {
    this.#chance = chance
    this.#callsLeft = powerAfter
    const stored = [...names].map(([name, bytes]): [string, Stored] => [
      name,
      { bytes, synced: bytes },
    ])
    this.#names = new Map(stored)
    this.#syncedNames = new Map(stored)
  }

  get hasPower(): boolean {
    return this.#callsLeft > 0
  }

  async list(): Promise<readonly string[]> {
    this.#call()
    return [...this.#names.keys()]
  }

  async read(name: string): Promise<Uint8Array> {
    this.#call()
    return Uint8Array.from(this.#found(name).bytes)
  }

  async create(name: string): Promise<GrowingFile> {
    const stored: Stored = { bytes: new Uint8Array(), synced: new Uint8Array() }
    this.#done(() => this.#names.set(name, stored))
    return this.#growing(stored)
  }

  async grow(name: string): Promise<GrowingFile> {
    this.#call()
    return this.#growing(this.#found(name))
  }

  async cut(name: string, sizeBytes: number): Promise<void> {
    const stored = this.#found(name)
    this.#done(() => {
      stored.bytes = stored.bytes.slice(0, sizeBytes)
    })
    this.#done(() => {
      stored.synced = stored.bytes
    })
  }

  async remove(name: string): Promise<void> {
    this.#done(() => this.#names.delete(name))
  }

  async syncFolder(): Promise<void> {
    this.#done(() => {
      this.#syncedNames = new Map(this.#names)
    })
  }

  /** The disk as it is found when the power is back. */
  crashed(): Map<string, Uint8Array> {
    const left = new Map<string, Uint8Array>()
    const names = new Set([...this.#names.keys(), ...this.#syncedNames.keys()])
    for (const name of names) {
      const now = this.#names.get(name)
      const before = this.#syncedNames.get(name)
      // The change of a name that was not synced may have come to the disk or not.
      const stored = now === before || this.#chance() < 0.5 ? now : before
      if (stored !== undefined) left.set(name, this.#leftOf(stored))
    }
    return left
  }

  /** Sector by sector what was written, what was there before, or what a torn write leaves. */
  #leftOf({ bytes, synced }: Stored): Uint8Array {
    if (bytes === synced) return bytes
    const longer = Math.max(bytes.length, synced.length)
    const shorter = Math.min(bytes.length, synced.length)
    // The size is written apart from the bytes, and may be any that it ever was.
    const size = shorter + Math.floor(this.#chance() * (longer - shorter + 1))
    const left = new Uint8Array(size)
    left.set(synced.subarray(0, size))
    for (let at = 0; at < size; at += SECTOR_BYTES) {
      const end = Math.min(at + SECTOR_BYTES, size)
      // A sector of which nothing changed since the sync is not written again.
      if (end <= shorter) continue
      const fate = this.#chance()
      if (fate < 0.45) left.set(bytes.subarray(at, end), at)
      else if (fate < 0.65) {
        const torn = at + Math.floor(this.#chance() * (end - at))
        left.set(bytes.subarray(at, torn), at)
      } else if (fate < 0.75) {
        for (let each = Math.max(at, synced.length); each < end; each++) {
          left[each] = Math.floor(this.#chance() * 256)
        }
      }
    }
    return left
  }

  #growing(stored: Stored): GrowingFile {
    return {
      append: async (bytes) =>
        this.#done(() => {
          const grown = new Uint8Array(stored.bytes.length + bytes.length)
          grown.set(stored.bytes)
          grown.set(bytes, stored.bytes.length)
          stored.bytes = grown
        }),
      sync: async () =>
        this.#done(() => {
          stored.synced = stored.bytes
        }),
      close: async () => {},
    }
  }

  /** Does what is asked; when the power fails in the midst of it, perhaps. */
  #done(work: () => void): void {
    const isLast = this.#callsLeft === 1
    if (!isLast || this.#chance() < 0.5) if (this.#callsLeft > 0) work()
    this.#call()
  }

  #call(): void {
    this.#callsLeft -= 1
    if (this.#callsLeft <= 0) {
      this.#callsLeft = 0
      throw new PowerCut('the power is off')
    }
  }

  #found(name: string): Stored {
    const stored = this.#names.get(name)
    if (stored === undefined) throw new PowerCut(`no file ${name}`)
    return stored
  }
}
