import type { ConsultationScript } from '../script.js';
import { warmProposalsOnPaying } from './warm-homes.proposals-1.js';
import { warmProposalsOnWork } from './warm-homes.proposals-2.js';

export const warmHomes: ConsultationScript = {
  key: 'warm-homes',
  title: 'Warm homes: who pays to insulate them?',
  question:
    'Seventeen million homes leak heat. Who should pay to fix them, in what order, and who checks that the work was done?',
  paper: `## Where we are
Britain has some of the oldest and coldest houses in western Europe. Of the 29 million, about 17 million fall below band C on their energy certificate. Lofts and cavities were the easy part, and many are done. What is left is solid walls, flats with nine owners, cottages off the gas grid, and homes that a landlord owns and a tenant heats.

## What members have told us
- **Grants go to the organised.** You need a certificate, a benefit letter, two quotes and an email address. A neighbour who has all four gets the work; the house next door stays cold.
- **Trust is gone in places.** Checks on a national scheme found that most of the solid-wall insulation they looked at had to be put right. People have black mould behind a wall that was meant to warm them.
- **The one who pays is not the one who saves.** A tenant pays the bill and a landlord owns the wall.
- **Crews come and go.** Each scheme has ended before an apprentice who began with it was trained.

## What is fixed
- The aim of the last programme stands: no home should be too cold or too dear to heat. This paper is about how, and who pays.
- Social landlords are to follow a standard of their own, already consulted on.
- New homes are with the Housing commission’s paper on building.

## What is open
1. **The order.** By street, by need, by type of house, or first come first served?
2. **The money.** Taxes, bills, landlords, owners when they sell, or a mixture?
3. **The rules.** For landlords, for boilers, for whoever does the work.
4. **The proof.** How will anybody know that the house is warmer?

## The money
To bring 10 million homes to band C would cost about £90 billion over ten years, an average of £9,000 each. Government has set aside less than a sixth of that. Every proposal here should say where its share would come from, or what it would do less of.

Housing is decided in Cardiff and Edinburgh for Wales and Scotland. What members there send is passed on with its votes; their schemes are older than England’s and worth learning from.`,
  questions: [
    'Who lives in the coldest home you know, and what stands between them and a warm one?',
    'What should an owner who can afford it pay, and when?',
    'What would make you let a stranger drill into your walls?',
    'If there is money for one home in three, which?',
  ],
  commissions: ['energy', 'housing'],
  convenor: 'daniel',
  template: 'standard',
  phase: 'reported',
  created: -224,
  opened: -210,
  rounds: [-150, -120, -100],
  prioritisingFrom: -112,
  votesUntil: -100,
  reviewingFrom: -99,
  answersBy: -70,
  reported: -40,
  turnout: 0.75,
  proposals: [...warmProposalsOnPaying, ...warmProposalsOnWork],
};
