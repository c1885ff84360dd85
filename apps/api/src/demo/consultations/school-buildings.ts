import type { ConsultationScript } from '../script.js';

export const schoolBuildings: ConsultationScript = {
  key: 'school-buildings',
  title: 'School buildings fit to learn in',
  question:
    'Which school buildings should be mended first, who decides, and how should it be paid for?',
  paper: `## Where we are
Members began to ask about school buildings when ceilings made of lightweight concrete were found to be unsafe and some schools had to shut rooms in the first week of term. The concrete was in a few hundred schools. The wider problem is age: many blocks put up in the 1960s and 1970s were meant to last for about forty years, and are still in use.

Heads describe the same things: buckets under a flat roof, boilers kept going with parts from an auction site, classrooms at 31 degrees in June and 14 in January.

## How it works now
Money for repairs in England reaches schools by three different routes, depending on who runs them. A large trust or a council gets a sum by formula and chooses. A small trust or a single academy bids each winter, and about one bid in three succeeds. Rebuilding is decided nationally, from a list. Wales has a single programme shared between government and councils; Scotland funds rebuilding by results.

## What is fixed
Anything dangerous is dealt with first. No answer here should slow that down.

## What is open
1. **Order.** By condition alone, or by the number of children, or by need in the area?
2. **Bids.** Should small schools still have to compete, or get a formula sum as others do?
3. **Heat.** New roofs last fifty years. Should each repair also cut the heating bill, even if that means fewer repairs?
4. **Openness.** Surveys of every school exist. Should parents be able to read them?
5. **Falling rolls.** Where there are fewer children, should two poor buildings become one good one?

## What happens next
The commission reads and answers the top 20 by the date shown, and sends proposals on Wales and Scotland to the forums there.`,
  questions: [
    'What is wrong with a school building that you know, and who has been told?',
    'What should decide the order in which schools are mended?',
    'Should the survey of each school’s condition be public?',
  ],
  commissions: ['education'],
  convenor: 'helen',
  template: 'standard',
  phase: 'withdrawn',
  created: -71,
  opened: -60,
  votesUntil: -4,
  answersBy: 21,
  withdrawn: {
    reason:
      'Two commissions were asking the same people about the same boilers. Members wrote that they had already answered under public buildings, and some votes were being split. The Joint Policy Committee asked us to merge the two, and we agreed: schools are now a chapter of the wider paper on public buildings, led by Housing and Communities with Education and Early Years. The three proposals and every comment stay here to be read. Their authors have been written to and may send the proposals in again there; votes are not carried over, because the question is not the same. We should have checked before we opened this, and I am sorry for the time it cost. Helen Adeyemi, convenor.',
    day: -41,
  },
  turnout: 0.15,
  proposals: [
    {
      key: 'schools-publish-surveys',
      author: 'member-55',
      statement:
        'Publish the condition survey of every state school, with the cost of what is wrong, on one page that parents can find.',
      argument: `I have been a governor for nine years and have read our survey twice, both times on somebody else’s laptop. It says that the hall roof had five years left. That was six years ago.

The surveys were paid for by the public. They list every roof, boiler and window with a grade and a price. Ministers have them and so do trusts. The parents who hand over their children each morning do not.

Take out the fire panel and the gate codes, and print the rest. **A leaking roof that everybody can see on a map gets mended sooner** than one that only the caretaker knows.`,
      day: -58.4,
      tags: ['education'],
      lean: [0.9, 0.82, 0.86],
      pass: 0.08,
      reach: 0.9,
      comments: [
        {
          author: 'member-26',
          stance: 'against',
          body: 'I am a head. If our grade is D the parents who can will move their children, the roll falls, and so does the budget that might have mended it. Publish it together with a date for the money or not at all.',
          day: -57.1,
          goodPoints: 24,
          replies: [
            {
              author: 'member-55',
              stance: 'question',
              body: 'I understand the fear. But they move now because of rumours. Ours was said to have asbestos in the nursery. It does not, and nobody was allowed to show them the page that says so.',
              day: -56.3,
              goodPoints: 27,
              replies: [
                {
                  author: 'member-26',
                  stance: 'neutral',
                  body: 'That is a better argument than the map. If the page had a line for what the school or trust plans to do, and by when, I could support it.',
                  day: -55.2,
                  goodPoints: 16,
                },
              ],
            },
          ],
        },
        {
          author: 'tom',
          stance: 'for',
          body: 'Every turbine that I climb has its inspection date on a plate at the bottom of the ladder. A school should have one beside the front door.',
          day: -53.7,
          goodPoints: 31,
        },
      ],
    },
    {
      key: 'schools-end-bidding',
      author: 'gwenllian',
      statement:
        'End the yearly bidding round for small schools, and give each a repair budget by formula that it may save up for up to five years.',
      argument: `When I was a head on Ynys Môn our council had one list for all schools, and we argued about it in one room. Colleagues across the border spent half of every autumn writing a bid. A head of 140 children paid a consultant £6,500 for one that failed.

Two bids in three fail. That money and those evenings are gone, and the school with the best writer wins, not the one with the worst roof.

A formula by floor area and age is rough, but it is certain. Let schools save it for five years, because a boiler costs more than one year’s share, and keep a fifth back for emergencies.`,
      day: -56.9,
      tags: ['education'],
      lean: [0.84, 0.55, 0.75],
      pass: 0.22,
      reach: 0.66,
      comments: [
        {
          author: 'member-110',
          stance: 'against',
          body: 'Our share would be about £11,000 a year. The roof is £410,000. By formula we would mend it in 2063. We won a bid at the second try and the children are dry.',
          day: -55.6,
          goodPoints: 26,
          replies: [
            {
              author: 'gwenllian',
              stance: 'question',
              body: 'That is a real hole in it. What if anything above £100,000 came from one list, by condition, with nobody writing a bid, and the formula were for everything below?',
              day: -54.8,
              goodPoints: 22,
              replies: [
                {
                  author: 'member-110',
                  stance: 'for',
                  body: 'Yes. Somebody with a ladder decides and not somebody with a thesaurus. Please put it in.',
                  day: -54.1,
                  goodPoints: 29,
                },
              ],
            },
          ],
        },
        {
          author: 'priya',
          stance: 'question',
          body: 'I am confused about where to write. I said nearly this under the public buildings paper three weeks ago, about the community centre that shares our school’s boiler. Does anybody read both?',
          day: -47.6,
          goodPoints: 19,
          replies: [
            {
              author: 'helen',
              stance: 'neutral',
              body: 'You are the fourth to ask, and you are right to. The two papers overlap more than either commission knew. I am meeting Faisal, who convenes Housing, on Thursday and will say here what we decide.',
              day: -46.5,
              goodPoints: 23,
            },
          ],
        },
      ],
    },
    {
      key: 'schools-heat-with-roof',
      author: 'member-72',
      statement:
        'No school roof or boiler should be replaced with public money unless the work also cuts the building’s heating use by at least a third.',
      argument: `I fit heating systems, lately in schools around Birmingham. Last summer we took out a gas boiler from 1987 and put in a new gas boiler, in a block with single glazing and no loft insulation. It will be there until 2050, heating the playground.

The scaffolding is half the cost of a roof. When it is up, insulation adds perhaps 8%. To come back later costs the scaffolding again.

Yes, it means fewer roofs in the first years. But a school that spends £40,000 less on gas can mend the next thing by itself.`,
      day: -52.2,
      tags: ['education', 'energy'],
      lean: [0.72, 0.38, 0.5],
      pass: 0.24,
      reach: 0.5,
      comments: [
        {
          author: 'member-26',
          stance: 'against',
          body: 'With rain coming through into the infants’ toilets, I would have taken a roof made of biscuits. Do not make me wait for a heating survey.',
          day: -51.0,
          goodPoints: 28,
        },
        {
          author: 'kofi',
          stance: 'question',
          body: 'I am a heating engineer as well, and agree about scaffolding. But a third is hard with a roof alone: in the schools I have surveyed, 15 to 20% is usual. Would you take “a third across roof, windows and controls within five years”?',
          day: -49.3,
          goodPoints: 17,
          replies: [
            {
              author: 'member-72',
              stance: 'neutral',
              body: 'I would. Most of the third comes from the controls anyway, and nobody needs scaffolding to stop a boiler running on Christmas Day.',
              day: -48.4,
              goodPoints: 13,
            },
          ],
        },
      ],
    },
  ],
};
