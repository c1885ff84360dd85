import type { ConsultationScript } from '../script.js';

export const aiAtWork: ConsultationScript = {
  key: 'ai-at-work',
  title: 'Artificial intelligence at work: who decides?',
  question:
    'When software hires, watches, sets the rota or takes over a task, what should the people at work be told, asked and able to refuse?',
  paper: `## Why now
Software that sorts applications, sets shifts, listens to calls and writes the first draft has come into ordinary jobs faster than the agreements that cover them. Some of it is welcome. A care worker in Salford told us that dictating her notes gives her back forty minutes a day. A picker in the next street is timed to the second by a system that nobody on the site can explain or switch off.

Both are called the same thing. This paper is about telling them apart, and about who gets to.

## What the law already says
- A person may ask for a human being to look again at a decision made **only** by a machine that affects them seriously. Few know it, and a manager who presses “confirm” may be enough to get round it.
- Discrimination is unlawful whoever, or whatever, does it. To show it one must see how the choice was made.
- Employers must consult on redundancies of twenty or more. They need not consult on the system that leads to them.

## What is fixed
We are not asking whether such tools should exist. Nor does this paper cover copyright, schools or policing, which belong to other commissions.

## What is open
1. **Being told.** Should an employer have to say, before it begins, what a system does, what it records and for how long?
2. **Being asked.** Is consultation enough, or should some uses need the workforce’s agreement? Which?
3. **A person in the decision.** For which decisions must somebody with the power to say no have read the case?
4. **Sharing the gain.** If a team does five days’ work in four, who has the fifth?
5. **Small firms.** A café that buys a rota app cannot audit it. What should the seller have to prove?

## Three ways to go
**A. A right to know.** A short public notice for each system, checked by the regulator when somebody complains. Cheap, quick, and it leaves the power where it is.

**B. A right to be consulted.** As for health and safety: trained representatives, time to do it, and a duty to answer in writing.

**C. A right to agree.** Named uses, such as constant monitoring, automatic dismissal and pay set by software, are unlawful without a collective agreement or a ballot.

They can be combined, and different uses may need different ones.

## What happens next
The commission is asking unions and societies to check the facts above. Proposals open to every member when the convenor is satisfied that they are right.`,
  questions: [
    'What does software decide or record about you at work, and who told you?',
    'Which uses should need the agreement of the people they are used on, and which should not?',
    'Who should be able to stop a system while a complaint is looked at?',
    'If a tool saves an hour a day, how should that hour be shared?',
    'What could a firm of five people fairly be asked to do?',
  ],
  commissions: ['work'],
  convenor: 'daniel',
  template: 'standard',
  phase: 'preparing',
  created: -6,
  votesUntil: 75,
  answersBy: 100,
  turnout: 0,
  proposals: [],
};
