import type { ConsultationScript } from '../script.js';
import { dentistryProposalsOne } from './dentistry.proposals-1.js';
import { dentistryProposalsTwo } from './dentistry.proposals-2.js';
import { dentistryProposalsThree } from './dentistry.proposals-3.js';

export const dentistry: ConsultationScript = {
  key: 'nhs-dentistry',
  title: 'NHS dentistry and care close to home',
  question: 'What should the next contract pay dentists to do, and who should be seen first?',
  paper: `## Where we are
Most people in Britain believe that they have a right to an NHS dentist. They do not. A practice may take on NHS patients, or stop, and nobody keeps a list of those it turns away.

In the South West about one adult in three who tried last year could not get an appointment. In some towns the answer is a waiting list, in others a phone that is not picked up. About one five-year-old in five already has decay, and in the poorest places it is more than one in three. Decayed teeth remain the most common reason for young children to be put under a general anaesthetic in hospital.

## Why it happens
In England a practice is paid for **units of dental activity**, at a rate set long ago and different from street to street. A check-up earns one unit. A person who has not been seen for six years, and needs five fillings and a root canal, earns five or seven for an afternoon’s work. Dentists who take such people on lose money by it, and many have stopped. Wales is changing its contract, and Scotland pays for each item and a small sum for each patient.

There are enough dentists on the register. There are not enough of their hours in the NHS.

## What is fixed
- Care for children stays free at the point of use.
- Patients already in the middle of treatment are not moved.
- The commission will not set pay: that belongs to the review body.

## What is open
1. **The contract.** Pay by unit, by list, by session, or by salary?
2. **Who is seen first**, while there are too few appointments for all.
3. **Where.** The high street, community diagnostic centres, schools, care homes, vans?
4. **Who does the work.** Dentists, or therapists and hygienists too, and on what terms of service?
5. **Charges.** A check-up in England costs about £27, and the dearest course of treatment more than £300.

## What it would cost
Charges bring in roughly £900 million a year in England. Every proposal that ends one, or adds an hour, should say what it would put off instead. A proposal without a cost is welcome. One with a cost is harder to put aside.

Health is devolved. Proposals about Wales and Scotland go to the policy forums there, with their votes.`,
  questions: [
    'When did you last try to see an NHS dentist, and what happened?',
    'What should a dentist be paid for, if not for units of activity?',
    'If there are appointments for only half of those who ask, who comes first?',
    'What may we fairly ask of dentists whose training the public paid for?',
  ],
  commissions: ['health'],
  convenor: 'helen',
  template: 'standard',
  phase: 'open',
  created: -61,
  opened: -46,
  rounds: [-21, -5],
  votesUntil: 19,
  answersBy: 34,
  turnout: 0.8,
  proposals: [...dentistryProposalsOne, ...dentistryProposalsTwo, ...dentistryProposalsThree],
};
