/**
 * Whether brackets of any kind nest deeper than `limit` in a GraphQL document, told without parsing it: the parser
 * recurses once a level, and runs out of stack long before it runs out of allowed tokens. One pass.
 */
export function nestsDeeperThan(source: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    // Strings and comments are taken whole, so that no bracket in them counts.
    if (character === '"') at = source.startsWith('"""', at) ? endOfBlockString(source, at) : endOfString(source, at);
    else if (character === '#') at = endOfLine(source, at);
    else if (character === '{' || character === '[' || character === '(') depth++;
    else if (character === '}' || character === ']' || character === ')') depth--;
    if (depth > limit) return true;
  }
  return false;
}

/** Each gives where the last character stands; past the end when it never closes, which the parser then tells. */
function endOfString(source: string, start: number): number {
  let at = start + 1;
  for (; at < source.length && source[at] !== '"' && source[at] !== '\n'; at++) if (source[at] === '\\') at++;
  return at;
}

function endOfBlockString(source: string, start: number): number {
  for (let at = start + 3; at < source.length; at++) {
    if (source.startsWith('\\"""', at)) at += 3;
    else if (source.startsWith('"""', at)) return at + 2;
  }
  return source.length;
}

function endOfLine(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++;
  return at;
}
