import type { ConsultationScript } from '../script.js';
import { rentingProposalsOnHomes } from './renting.proposals-1.js';
import { rentingProposalsOnMoney } from './renting.proposals-2.js';

export const renting: ConsultationScript = {
  key: 'private-renting',
  title: 'A decent private tenancy: rents, repairs and deposits',
  question:
    'After the end of no-fault evictions: how fast must damp be fixed, who checks, and what may a landlord ask for?',
  paper: `## Where we are
About one household in five in England rents from a private landlord: some 4.7 million homes. The end of no-fault evictions means that a tenant can complain without losing the home for it. Scotland ended them in 2017; Wales lengthened the notice instead. This paper is about what comes next: what a tenant can expect in the home, and what it costs to get through the door.

## What is fixed
- A landlord must give a reason in law to end a tenancy. That stays.
- Rent may go up once a year, with notice, and a tribunal can look at it.
- A deposit may be five weeks’ rent at most, and is held by a protected scheme.
- Every landlord in England is to join a register and an ombudsman.

## What is open
1. **Repairs.** Social landlords now work to deadlines for damp and mould. Private landlords are to follow, but on what clock, and what happens when it runs out?
2. **Checks.** Some councils inspect; many wait for a letter. In one northern city four officers look after 41,000 private lets.
3. **Rent.** Should a rise within a tenancy be limited, and if so to what? Should a limit stay with the home when the tenant leaves?
4. **Getting in.** Deposits, guarantors, and what may be asked of somebody without a parent who owns a house.
5. **Landlords.** Nearly half own one home. Which rules would make the careful ones sell, and would that matter, if the next owner lives there?

## What we know too little about
Nobody publishes the rent that was actually agreed, only what was advertised. Nobody counts repairs asked for and not done. Evidence on both is welcome from any body.

## What happens next
Members have argued and voted since the opening; two rounds have gone to the NPF. Now each voter picks up to five proposals that matter most. The commission then answers in public.`,
  questions: [
    'How many days may pass between a report of mould and a dry wall, and what should happen on the day after?',
    'Who should check a home before it is let, and who should pay?',
    'Should there be a limit on rent rises within a tenancy, between tenancies, both or neither?',
    'What did you have to show, pay or sign to get your last tenancy?',
  ],
  commissions: ['housing'],
  convenor: 'faisal',
  template: 'standard',
  phase: 'prioritising',
  created: -84,
  opened: -70,
  rounds: [-30, -9],
  prioritisingFrom: -8,
  votesUntil: 6,
  answersBy: 30,
  turnout: 0.6,
  proposals: [...rentingProposalsOnHomes, ...rentingProposalsOnMoney],
};
