import type { ConsultationScript } from '../script.js';
import { careProposalsOnPay } from './care-workers.proposals-1.js';
import { careProposalsOnWork } from './care-workers.proposals-2.js';

export const careWorkers: ConsultationScript = {
  key: 'care-workers',
  title: 'Fair pay in social care: how we get there',
  question:
    'Unions and employers can now settle care workers’ pay for a whole nation. What should they settle first, and who pays for it?',
  paper: `## What has changed
The law now allows a fair pay agreement for adult social care in England: unions and employers sit down, and what they agree binds every employer, from the largest chain to a home with nine beds. Wales and Scotland may do the same by their own route. Both already fund a minimum rate above the legal one, the real Living Wage in Wales and a rate set each year in Scotland.

The table exists. This paper is about what is put on it.

## What members have told us
- **Pay stands still.** A worker with five years’ experience often earns about 10p an hour more than somebody who started on Monday.
- **The working day has holes.** Home care is bought by the minute. The drive between two doors is frequently nobody’s time.
- **People leave for shelves and parcels.** About one in four changes job in a year, and those who stay train the next one.
- **Public money sets the price.** Councils and the health service buy most care, so a wage is in the end a line in a council’s budget.

## What is fixed
- There will be an agreement, and it will be binding on all employers in England.
- Unpaid carers have their own paper later this year.
- Who pays for care, the family or the state, is with a separate commission and is not reopened here.

## What is open
1. **The floor.** What rate, how soon, and what for experience?
2. **The hours.** Travel, mileage, waiting, sleeping in, sickness.
3. **The work.** Training, registration, and who is covered.
4. **The money.** Every extra £1 an hour costs roughly £2 billion a year in England once holiday pay and contributions are counted. Not all of it is new public spending, but most is.
5. **The owner.** Companies, charities, councils or co-operatives.

## What happens next
Members argued and voted, in two rounds, and chose what mattered most to them. The commission is now answering in public, in the order of the ranking.`,
  questions: [
    'If the first agreement could settle one thing properly, what should it be?',
    'What would keep a good care worker for ten years?',
    'Where should the money come from, and what would you delay to find it?',
    'Who is likely to be forgotten when a national rate is set?',
  ],
  commissions: ['health', 'work'],
  convenor: 'helen',
  template: 'standard',
  phase: 'reviewing',
  created: -108,
  opened: -95,
  rounds: [-40, -13],
  prioritisingFrom: -22,
  votesUntil: -13,
  reviewingFrom: -12,
  answersBy: 9,
  turnout: 0.7,
  proposals: [...careProposalsOnPay, ...careProposalsOnWork],
};
