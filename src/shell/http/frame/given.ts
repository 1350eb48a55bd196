// Fields that a request left out, and fields that it set: a difference commands insist on.

/** A type whose optional fields may be absent but never `undefined`. */
export type Given<Body> = {
  [Name in keyof Body as undefined extends Body[Name] ? never : Name]: Body[Name]
} & {
  [Name in keyof Body as undefined extends Body[Name] ? Name : never]?: Exclude<
    Body[Name],
    undefined
  >
}

/** The fields that are there. */
export function given<Body extends object>(body: Body): Given<Body> {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined),
  ) as Given<Body>
}
