import { companyOf } from './markers.js';

describe('the company of a citation', () => {
  it.each([
    ['Ferries sink [<|cit|>].', { among: false, others: 0 }],
    ['Ferries sink [<|multi_cit|>; Okoro 2031].', { among: true, others: 0 }],
    ['Ferries [<|other_cit|>] and trams [<|other_cit|>] sink <|cit|>.', { among: false, others: 2 }],
    ['Ferries sink [4, 5].', { among: false, others: 0 }],
  ])('of %s', (claim, company) => {
    expect(companyOf(claim)).toEqual(company);
  });
});
