/** What a header Content-Type says. */
export interface ContentType {
  /** In lower case, without parameters: "text/html". Null when there is none, or none that can be read. */
  readonly mediaType: string | null;
  /** In lower case, as the site names it. */
  readonly charset: string | null;
}

/** What servers say of files that they do not know. */
export const UNKNOWN_TYPES: ReadonlySet<string> = new Set([
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-download',
]);

const MEDIA_TYPE = /^\s*([\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100})\s*(?:;|$)/;
const CHARSET = /;\s*charset\s*=\s*"?\s*([\w.:+-]{1,50})/i;

/** @param header as it came; undefined: there was none */
export function contentTypeOf(header: string | undefined): ContentType {
  return {
    mediaType: MEDIA_TYPE.exec(header ?? '')?.[1]?.toLowerCase() ?? null,
    charset: CHARSET.exec(header ?? '')?.[1]?.toLowerCase() ?? null,
  };
}
