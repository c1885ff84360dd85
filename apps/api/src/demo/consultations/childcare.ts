import type { ConsultationScript } from '../script.js';
import { childcareProposals } from './childcare.proposals.js';

export const childcare: ConsultationScript = {
  key: 'childcare',
  title: 'Childcare from the end of parental leave',
  question:
    'The hours exist on paper. Where are the places, who staffs them, and what are they paid?',
  paper: `## What has changed
In England, working parents can now claim up to 30 funded hours a week from the term after a child turns nine months. It is the biggest extension of childcare there has been. Wales and Scotland have offers of their own: 30 hours for three and four-year-olds of working parents in Wales, 1,140 hours a year for every three and four-year-old in Scotland, and both reach some two-year-olds.

## What members have told us since
- **Hours are not places.** A parent in Newcastle wrote to eleven nurseries and joined seven waiting lists. The twelfth had a place on Tuesdays.
- **38 weeks are not a year.** The funding covers school terms. Most jobs do not.
- **The pay is the problem behind the problem.** A room leader with a level 3 qualification often earns within a pound an hour of the minimum wage. Supermarkets nearby pay as much, with a staff discount and nobody’s life in their hands.
- **Some children are outside.** A child whose parents do not work, or earn too little, gets 15 hours at three, and earlier only if the family receives certain benefits.

## What is fixed
The funded hours stay: nobody in this consultation is asked to choose between today’s hours and something else. The safety rules stay in law, though the numbers inside them may be argued over. Parental leave itself belongs to another paper, due in the autumn from the Work and the Economy commission.

## What is open
1. **Places.** Should government build and run, pay others to, or set the price and wait?
2. **Staff.** A national pay scale, a qualification ladder, or more money for each hour with strings attached?
3. **Who is in.** Keep the work test, soften it or end it?
4. **Money.** An extra £1 an hour on all funded hours would cost roughly £1.5 billion a year. Please say what you would put first, and what you would leave until later.

## What happens next
The commission reads everything, publishes rounds while the discussion runs, and answers the top 20 in public by the date shown. A proposal about Wales or Scotland is welcome; it is passed to the policy forum there, with its votes.`,
  questions: [
    'What stopped you, or somebody you know, from getting a place that fitted a working week?',
    'What would make a good nursery worker stay for ten years?',
    'Who should open the next thousand nurseries: councils, schools, charities, companies?',
    'Should a parent have to be in work for a child to have a place?',
  ],
  commissions: ['education', 'work'],
  convenor: 'helen',
  template: 'standard',
  phase: 'open',
  created: -24,
  opened: -9,
  votesUntil: 55,
  answersBy: 80,
  turnout: 0.3,
  proposals: childcareProposals,
};
