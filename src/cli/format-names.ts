import { FILE_KINDS } from '../converting/file-kind.js';
import { ARTICLE_FORMATS } from '../judging/evidence.js';

/** Every format that can be read or converted, as it is written on the command line. */
export const FORMAT_NAMES: readonly string[] = [...ARTICLE_FORMATS, ...FILE_KINDS].map((name) => name.toLowerCase());
