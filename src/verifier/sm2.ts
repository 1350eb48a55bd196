/**
 * SM2 signatures (GB/T 32918.2) as a verifier has to check them, written from the standard over
 * whole numbers: nothing here is secret, so nothing here has to take the same time for all of them.
 */

/** y² = x³ + ax + b over a prime, with a point of prime order (GB/T 32918.5). */
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
const A = P - 3n
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const BASE: Point = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
  z: 1n,
}

/** The user id where none was agreed (GM/T 0009). */
const USER = Buffer.from('1234567812345678')
const BYTES = 32

/** x/z² and y/z³; z is 0 at infinity. */
interface Point {
  readonly x: bigint
  readonly y: bigint
  readonly z: bigint
}

const INFINITY: Point = { x: 1n, y: 1n, z: 0n }

const mod = (value: bigint): bigint => {
  const rest = value % P
  return rest < 0n ? rest + P : rest
}

function twice({ x, y, z }: Point): Point {
  const square = mod(y * y)
  const s = mod(4n * x * square)
  const m = mod(3n * x * x + A * mod(mod(z * z) * mod(z * z)))
  const doubled = mod(m * m - 2n * s)
  return {
    x: doubled,
    y: mod(m * (s - doubled) - 8n * square * square),
    z: mod(2n * y * z),
  }
}

function sum(one: Point, other: Point): Point {
  if (one.z === 0n) return other
  if (other.z === 0n) return one
  const [zz, ww] = [mod(one.z * one.z), mod(other.z * other.z)]
  const [u, v] = [mod(one.x * ww), mod(other.x * zz)]
  const [s, t] = [mod(one.y * ww * other.z), mod(other.y * zz * one.z)]
  if (u === v) return s === t ? twice(one) : INFINITY
  const [h, r] = [mod(v - u), mod(t - s)]
  const hh = mod(h * h)
  const [hhh, uhh] = [mod(h * hh), mod(u * hh)]
  const x = mod(r * r - hhh - 2n * uhh)
  return { x, y: mod(r * (uhh - x) - s * hhh), z: mod(h * one.z * other.z) }
}

/** The points as often as the numbers say, added up: both at once, bit by bit from above. */
function sumOf(base: Point, times: bigint, other: Point, otherTimes: bigint): Point {
  const both = sum(base, other)
  const choices = [null, base, other, both] as const
  let reached = INFINITY
  for (let bit = 255n; bit >= 0n; bit -= 1n) {
    reached = twice(reached)
    const choice = choices[Number(((times >> bit) & 1n) + 2n * ((otherTimes >> bit) & 1n))]
    if (choice != null) reached = sum(reached, choice)
  }
  return reached
}

/** The inverse modulo a prime, by Euclid. */
function inverse(value: bigint): bigint {
  let [a, b] = [mod(value), P]
  let [u, v] = [1n, 0n]
  while (a !== 0n) {
    const whole = b / a
    ;[a, b] = [b - whole * a, a]
    ;[u, v] = [v - whole * u, u]
  }
  return mod(v)
}

const numberIn = (bytes: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)

const bytesOf = (value: bigint): Buffer =>
  Buffer.from(value.toString(16).padStart(2 * BYTES, '0'), 'hex')

/** The point of a key as it is spelled: 4, x and y. Null where it is not on the curve. */
function pointIn(raw: Uint8Array): Point | null {
  if (raw.length !== 1 + 2 * BYTES || raw[0] !== 4) return null
  const [x, y] = [numberIn(raw.subarray(1, 1 + BYTES)), numberIn(raw.subarray(1 + BYTES))]
  if (x >= P || y >= P) return null
  return mod(y * y) === mod(x * x * x + A * x + B) ? { x, y, z: 1n } : null
}

/** What is signed: the message behind a hash that binds the user id, the curve and the key. */
function digestOf(
  sm3: (...parts: readonly (Uint8Array | string)[]) => Buffer,
  message: Uint8Array,
  raw: Uint8Array,
): bigint {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(8 * USER.length)
  const curve = [A, B, BASE.x, BASE.y].map(bytesOf)
  const bound = sm3(length, USER, ...curve, raw.subarray(1))
  return numberIn(sm3(bound, message))
}

/** Whether the owner of a key signed the message with SM2 and SM3; r and s, one after the other. */
export function isSm2Signature(
  sm3: (...parts: readonly (Uint8Array | string)[]) => Buffer,
  message: Uint8Array,
  signature: Uint8Array,
  raw: Uint8Array,
): boolean {
  const key = pointIn(raw)
  if (key === null || signature.length !== 2 * BYTES) return false
  const [r, s] = [numberIn(signature.subarray(0, BYTES)), numberIn(signature.subarray(BYTES))]
  if (r < 1n || r >= N || s < 1n || s >= N) return false
  const t = (r + s) % N
  if (t === 0n) return false
  const { x, z } = sumOf(BASE, s, key, t)
  if (z === 0n) return false
  const over = inverse(z)
  return (digestOf(sm3, message, raw) + mod(x * mod(over * over))) % N === r
}
