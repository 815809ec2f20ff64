import type { z } from 'zod'

/** What a type is when every part of it is read-only: so that a schema's output can be compared with a domain type. */
type Kept<T> = unknown extends T
  ? unknown
  : T extends string | number | boolean | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Kept<Item>[]
      : { readonly [Key in keyof T]: Kept<T[Key]> }

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? unknown : 'not the same type'

/**
 * The schema as one of exactly `T`. Does not compile where it lacks a field of `T`, has one that `T` lacks, or reads
 * one more narrowly or more widely, so that a field added to the domain cannot be forgotten in the files.
 */
export function schemaOf<T>() {
  return <S extends z.ZodType>(schema: S & Same<Kept<z.output<S>>, Kept<T>>): z.ZodType<T> =>
    schema as unknown as z.ZodType<T> // the parameter's type has proved it
}
