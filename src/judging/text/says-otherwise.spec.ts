import { ENGLISH } from '../../languages/en.js';
import { saysOtherwise } from './says-otherwise.js';

describe('saysOtherwise', () => {
  it.each([
    ['quotes and spaces', 'The ferry  “Orsa” sails.', 'The ferry "Orsa" sails.'],
    ['other words', 'The ferry carries freight to Orsa.', 'The ferry hauls cargo to Orsa.'],
    ['another order', 'In 2031 the ferry crossed 412 times.', 'The ferry crossed 412 times in 2031.'],
    ['another way to write a number', 'It cost two million crowns.', 'It cost 2,000,000 crowns.'],
    ['a name that opens the sentence', 'Orsa owns the ferry.', 'The ferry is owned by Orsa.'],
    ['a phrase added', 'The ferry sails at night.', 'The ferry sails at night and is often late.'],
  ])('takes %s for a rewording', (_, before, after) => {
    expect([saysOtherwise(before, after, ENGLISH), saysOtherwise(after, before, ENGLISH)]).toEqual([false, false]);
  });

  it.each([
    ['another number', 'It crossed 412 times.', 'It crossed 421 times.'],
    ['a number that went', 'It crossed 412 times a year.', 'It crossed many times a year.'],
    ['another unit', 'The pier is 40 km long.', 'The pier is 40 miles long.'],
    ['another year', 'The pier was built in 1998.', 'The pier was built in 1989.'],
    ['another day', 'It opens on 3 May 2031.', 'It opens on 4 May 2031.'],
    ['another bound', 'It carries at least 40 cars.', 'It carries up to 40 cars.'],
    ['another end of a stretch', 'It sails from May 2031.', 'It sails until May 2031.'],
    ['a denial', 'The ferry sails at night.', 'The ferry never sails at night.'],
    ['an end', 'The ferry sails at night.', 'The ferry no longer sails at night.'],
    ['a condition', 'The ferry sails at night.', 'The ferry sails at night unless it rains.'],
    ['another condition', 'It sails unless it rains.', 'It sails unless it snows.'],
    ['another name', 'The ferry belongs to Orsa.', 'The ferry belongs to Lund.'],
    ['swapped names', 'The toll that Orsa pays to Lund rose.', 'The toll that Lund pays to Orsa rose.'],
  ])('sees %s', (_, before, after) => {
    expect([saysOtherwise(before, after, ENGLISH), saysOtherwise(after, before, ENGLISH)]).toEqual([true, true]);
  });
});
