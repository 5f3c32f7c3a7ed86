/**
 * What one request may ask for. Generous for people and programs that page through their own articles; far below what
 * it takes to keep the server busy with one small document.
 */
export const LIMITS = {
  /** Of the query text, in UTF-16 units. */
  queryLength: 100_000,
  /** Lexical tokens of the document; bounds the parser's and every other recursion. */
  tokens: 4_000,
  /** Brackets within brackets of the document: fields, arguments and values. */
  nesting: 60,
  /** Fields within fields, fragments opened. The introspection query of GraphiQL has 13. */
  depth: 15,
  /** Fields of the operation, fragments opened. */
  fields: 600,
  /** Fields of the query or mutation itself, fragments opened. */
  rootFields: 20,
  /** Fields with an alias, fragments opened. */
  aliases: 30,
  /** Times that one field may stand in one place. */
  repeats: 10,
  /** Directives on one field, fragment or operation. */
  directives: 5,
  /** Objects that the operation can bring back: see `cost.ts`. */
  objects: 10_000,
  /** Arrays and objects within one another in the variables. */
  variablesDepth: 20,
  /** Of the request's body in bytes: an article of 20 MiB, in JSON. */
  bodyBytes: 30 * 1024 * 1024,
  /** The same for those who may not import: variables need no more. */
  readerBodyBytes: 1024 * 1024,
  /** Things that one mutation does at once: `items` of its input. */
  items: 100,
  /** Errors of one answer that are told. */
  errors: 20,
} as const;
