import { preference } from '../preferences/preference.js';

/** Whether the first steps are still shown in this browser; who closed them has seen them. */
export const tour = preference<'open' | 'closed'>('tour', 'open', (kept) => kept === 'open' || kept === 'closed');
