import { judgeBy, testRule } from '../rule-tester.js';
import { article, type ClaimParts } from '../testing/builders.js';
import { expiredClaim } from './expired-claim.js';

// Cases are judged on 15 January 2032.
const written = (text: string, at = '2031-01-10', reviewedAt: string | null = null): ClaimParts => {
  const history = {
    since: new Date(at),
    writtenAt: new Date(at),
    reviewedAt: reviewedAt ? new Date(reviewedAt) : null,
  };
  return { text, history };
};

testRule(expiredClaim, {
  fires: [
    {
      name: 'what was to come is over',
      article: article([written('The bridge will open in May 2031.')]),
      findings: [
        {
          claim: 1,
          bearing: null,
          severity: 'NOTE',
          message: /^“May 2031” has passed since it was written, on 2031-01-10/,
        },
      ],
    },
    {
      name: 'a plan had a last day',
      article: article([written('The line is expected to be ready by 1 December 2031.')]),
      findings: [{}],
    },
    {
      name: 'the year in which it was written is over',
      article: article([written('The fare is to rise later in 2031.')]),
      findings: [{}],
    },
    {
      name: 'a field names a time that lay ahead',
      article: article([{ ...written('Opening May 2031'), block: 'FIELD', attribute: 'Opening', value: 'May 2031' }]),
      findings: [{}],
    },
    {
      name: 'the time has passed since the last verdict',
      article: article([written('The bridge will open in May 2031.', '2030-01-10', '2031-04-01')]),
      findings: [{ message: /since the last verdict on it, on 2031-04-01/ }],
    },
  ],
  quiet: [
    { name: 'it is still to come', article: article([written('The bridge will open in May 2032.')]) },
    { name: 'the month has not ended', article: article([written('The bridge will open in January 2032.')]) },
    {
      name: 'a verdict came later',
      article: article([written('The bridge will open in May 2031.', '2031-01-10', '2031-06-02')]),
    },
    { name: 'it is told as past', article: article([written('The bridge opened in May 2031.')]) },
    { name: 'it would have been', article: article([written('It was said that the bridge would open in May 2031.')]) },
    { name: 'it was past when it was written', article: article([written('Opening May 2030')]) },
    { name: 'no year is told', article: article([written('The bridge will open on 3 May.')]) },
    {
      name: 'nobody kept when it was written, and it does not speak of the future',
      article: article(['Built in 1990.']),
    },
  ],
  notAssessed: [
    {
      name: 'nobody kept when it was written',
      article: article(['It will open in May 2031.']),
      reason: /nobody kept when/,
    },
    {
      name: 'the article is in another language',
      article: article([written('Se on auki 2031.')], { language: 'fi' }),
      reason: /“fi”/,
    },
  ],
});

it('is due when the next of its times is over', () => {
  const due = (text: string) => judgeBy(expiredClaim, article([written(text)])).claims[0]!.dueAt;
  expect(due('One bridge will open in May 2031, the other in March 2032.')).toEqual(new Date('2032-04-01T00:00:00Z'));
  expect(due('The bridge will open in May 2031.')).toBeNull();
});
