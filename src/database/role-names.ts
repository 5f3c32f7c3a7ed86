/** The program's role: it owns nothing, and row-level security holds for it. */
export const APP_ROLE = 'obelus_app';
/** Owns the tables of the embedded database. With one's own PostgreSQL, whoever migrates does. */
export const OWNER_ROLE = 'obelus_owner';
