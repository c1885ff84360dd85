import type { ProposalScript } from '../script.js';

/** The child before school, the contract, the monthly figures, and the chairs. */
export const dentistryProposalsOne: ProposalScript[] = [
  {
    key: 'dentist-before-school',
    author: 'faisal',
    statement:
      'Every child should be seen by an NHS dentist before they start school, in the town where they live.',
    argument: `I advise families in Bradford on benefits. Last winter a mother came in about a sanction and her boy of four could not close his mouth. She had rung eleven practices. He had six teeth out at the infirmary in March.

The health visitor sees almost every child at two and a half. The school sees every child at five. **Between those two visits nobody is responsible for a single tooth.**

So make it somebody’s job. One look, one coat of varnish, one named practice to go back to. It is a promise a parent can understand and a council can be asked about, and the children it reaches first are those who now get the anaesthetic.`,
    day: -45.3,
    tags: ['health', 'education'],
    lean: [0.97, 0.96, 0.95],
    pass: 0.05,
    reach: 0.95,
    comments: [
      {
        author: 'sunita',
        stance: 'for',
        body: 'I lead a baby room. We brush teeth with the two-year-olds after lunch, and you can tell in a week who has a brush at home and who has not. Put the first visit in the nursery. The children who never reach a surgery are already sitting at our tables.',
        day: -44.6,
        goodPoints: 34,
        replies: [
          {
            author: 'ruth',
            stance: 'for',
            body: 'Yes to the look and the varnish in nursery. A filling I cannot do at a low table with seventeen others watching. So the nursery visit must come with a chair to send a child to, or we shall only be counting holes.',
            day: -44.1,
            goodPoints: 22,
            replies: [
              {
                author: 'sunita',
                stance: 'neutral',
                body: 'Agreed. Counting is not nothing, though. At the moment nobody even does that until Reception.',
                day: -43.5,
                goodPoints: 8,
              },
            ],
          },
        ],
      },
      {
        author: 'member-12',
        stance: 'question',
        body: 'About 600,000 children reach four each year in England. At twenty minutes each that is 200,000 hours in a chair. I am for this, but which adults lose those hours?',
        day: -42.8,
        goodPoints: 19,
        replies: [
          {
            author: 'ruth',
            stance: 'neutral',
            body: 'A look and varnish on a child with sound teeth takes eight minutes, and a dental nurse trained for it can do the varnish. Call it 80,000 hours, a good part of them not a dentist’s. It is real, but it is not 200,000.',
            day: -42.2,
            goodPoints: 27,
            replies: [
              {
                author: 'member-12',
                stance: 'for',
                body: 'Fair correction. I had taken the adult length. Then I have no objection left.',
                day: -41.9,
                goodPoints: 11,
              },
            ],
          },
        ],
      },
      {
        author: 'member-77',
        stance: 'against',
        body: 'I will be the odd one out. A promise to everyone goes to the parents who already turn up. Start with the twenty areas where decay is worst, do it properly, and widen from there.',
        day: -31.2,
        goodPoints: 15,
      },
    ],
  },
  {
    key: 'dentist-list-payments',
    author: 'ruth',
    statement:
      'Pay NHS dentists for looking after a list of patients, not for each unit of dental activity.',
    argument: `I have worked under the present contract in Plymouth since it began. If I fill one tooth I earn three units. If I fill two in the same course I earn three units. If I fill six I earn five. The last three or four I do as a gift.

So the patient who pays me is the one who needs nothing, and the patient who needs me is the one I cannot afford. No dentist designed that and none defends it.

A GP is paid for a list. Pay us for one, **more for people who are older, poorer or long unseen**, and it is in my interest that you keep your teeth. Check my records every year to see that I do the work.`,
    day: -45.1,
    tags: ['health'],
    lean: [0.94, 0.88, 0.91],
    pass: 0.17,
    reach: 0.9,
    evidence: [
      {
        key: 'evidence-list-payments',
        body: 'sha',
        officer: 'society-officer',
        author: 'Bernadette Quigley, health economist, secretary of the society',
        claim:
          'Practices paid mainly by list did more prevention, and saw fewer patients in their first two years.',
        detail: `We read the published reports on trials of list payment in England and Wales since 2011, covering 94 practices that volunteered.

In the second year, patients at high risk of decay were about twice as likely to have had varnish or a planned recall. Over the same two years the number of different patients seen fell by 8 to 14 in 100, and recovered in the third year in two of the three trials.

The fall was smallest where part of the payment depended on taking on new patients. A list without such a condition rewards a full book and a closed door.`,
        confidence: 'medium',
        confidenceReason: '3 trials, 94 practices, all volunteers; none lasted longer than 4 years',
        declaredInterest:
          'The author advised one of the Welsh trials in 2016, for a fee. She holds no NHS contract.',
        mandate: 'Approved by the SHA central council, 19 for, 2 against, 1 abstained.',
        sources: [
          {
            title: 'Department of Health, dental contract prototypes: evaluation of the first year',
          },
          {
            title: 'Welsh Government, contract reform in general dental services',
            url: 'https://www.example.org/welsh-dental-contract-reform',
          },
          { title: 'NHS England, dental statistics, 2024–25' },
        ],
        day: -36.5,
        considered: {
          sentence:
            'The commission has read this and asks that any proposal for list payment says how a practice would be rewarded for taking on new patients.',
          day: -12.4,
        },
      },
    ],
    comments: [
      {
        author: 'callum',
        stance: 'question',
        body: 'What stops a practice taking £90 a head for four thousand people and then never answering the phone? We had a version of that with a GP in Paisley.',
        day: -44.4,
        goodPoints: 26,
        replies: [
          {
            author: 'ruth',
            stance: 'for',
            body: 'Two things. You only stay on my list if I have seen you in 24 months, so a patient I ignore stops paying. And the recall dates are in the records already, so the board can read them any Tuesday.',
            day: -44.0,
            goodPoints: 21,
            replies: [
              {
                author: 'callum',
                stance: 'question',
                body: 'Seen for what, though? A two-minute look every 23 months keeps the money coming.',
                day: -43.6,
                goodPoints: 17,
                replies: [
                  {
                    author: 'ewan',
                    stance: 'neutral',
                    body: 'That happened in one trial, and the auditors spotted it because bite-wing X-rays dropped to nothing. So publish three figures for each practice: X-rays, varnish, and emergency visits by its own patients. Someone who games all three is working harder than someone who does the job.',
                    day: -43.1,
                    goodPoints: 24,
                    replies: [
                      {
                        author: 'callum',
                        stance: 'for',
                        body: 'With the three figures I would vote for it. Without them I would not. Worth having in the words, Ruth.',
                        day: -42.7,
                        goodPoints: 18,
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'member-33',
        stance: 'against',
        body: 'I own a small practice with two surgeries. Our list would be heavy with people who have gone ten years without care. If the weighting is wrong by a tenth we are bankrupt by Christmas, while the one near the golf course does well. Units at least pay for work actually done.',
        day: -40.2,
        goodPoints: 20,
        replies: [
          {
            author: 'ruth',
            stance: 'neutral',
            body: 'This is the best argument against. I would guarantee each practice its present income for the first two years and correct the weights in the open from what is found in mouths. Would that hold you?',
            day: -39.6,
            goodPoints: 16,
          },
          {
            author: 'member-58',
            stance: 'for',
            body: 'I do the accounts for nine practices. Seven of them gave money back last year because they could not find a dentist to do the units. They are losing already, only more slowly.',
            day: -38.8,
            goodPoints: 14,
          },
        ],
      },
      {
        author: 'member-101',
        stance: 'neutral',
        body: 'Could somebody write out what a “unit” is for those of us who clean offices for a living? I have read the paper twice.',
        day: -30.5,
        goodPoints: 31,
        replies: [
          {
            author: 'helen',
            stance: 'neutral',
            body: 'A fair complaint, and I have added a box to the paper. In short: the practice promises a number of points a year. A check-up is one point. A filling or an extraction is three, or a little more in some cases, and dentures or a crown are twelve. Miss the total and the money goes back.',
            day: -30.1,
            goodPoints: 23,
          },
        ],
      },
    ],
  },
  {
    key: 'dentist-publish-monthly',
    author: 'tom',
    statement:
      'Publish every month, for each town, how many adults asked for an NHS dentist and were turned away.',
    argument: `In Grimsby I rang every practice on the website that said it was “accepting”. Eight out of nine were not. The ninth said to ring back on the first Monday of the month at eight, which is what the other two hundred people do.

On the wind farm every near miss is written down, and there is a board by the canteen with the number on it. It is embarrassing, and that is what it is for.

Nobody counts the people who give up. A health board can say honestly that it has had no complaints. **Count the refusals, town by town, and put the number where the local paper can find it.** Then we can argue about how to bring it down.`,
    day: -43.8,
    tags: ['health'],
    lean: [0.92, 0.87, 0.89],
    pass: 0.12,
    reach: 0.84,
    comments: [
      {
        author: 'member-9',
        stance: 'against',
        body: 'I work on reception. Some days there are ninety calls. If I must log every refusal with a postcode, I will answer sixty. Who is that for?',
        day: -42.9,
        goodPoints: 25,
        replies: [
          {
            author: 'tom',
            stance: 'neutral',
            body: 'I would not want you logging anything. Most of you have a phone system that counts calls. Could it ask callers to press 1 if they are looking for an NHS dentist, and do the count itself?',
            day: -42.4,
            goodPoints: 13,
            replies: [
              {
                author: 'member-9',
                stance: 'neutral',
                body: 'Ours is a cordless from 2014, so no. But the bigger groups could. You would be counting the same person at six practices, mind.',
                day: -41.8,
                goodPoints: 12,
              },
            ],
          },
        ],
      },
      {
        author: 'lowri',
        stance: 'question',
        body: 'An auditor’s worry: one woman who rings nine practices is nine refusals. Either count people, by one central waiting list, or count attempts and say so in the heading. Both are useful. Mixing them would make the figure worthless within a year.',
        day: -41.5,
        goodPoints: 29,
        replies: [
          {
            author: 'tom',
            stance: 'for',
            body: 'People, then, from one list that you join once, by phone or on paper as well. I did not know how to say it and you have.',
            day: -41.0,
            goodPoints: 15,
            replies: [
              {
                author: 'gwenllian',
                stance: 'for',
                body: 'We have had one list for the whole of Wales for a while, the Dental Access Portal. It is not pretty and it finds more need than there are chairs, but for the first time there is a number to be ashamed of.',
                day: -40.3,
                goodPoints: 20,
              },
            ],
          },
        ],
      },
      {
        author: 'member-64',
        stance: 'against',
        body: 'We do not need another dashboard. Everyone in Hastings knows the number: it is all of us. Spend it on a dentist.',
        editedTo:
          'We do not need another dashboard. Everyone in Hastings knows the number: it is all of us. I looked up what a dashboard costs after somebody asked, and the last one was £1.1 million. That is eight dentists for a year.',
        day: -27.6,
        goodPoints: 9,
      },
    ],
  },
  {
    key: 'dentist-chairs',
    author: 'asha',
    statement: 'Put a dentist’s chair in every community diagnostic centre.',
    argument: `I dispense in a pharmacy in Bristol. Every day someone comes to the counter with a swollen face and asks which painkiller is strongest. I sell them the packet. That is all I am allowed to do.

Ten minutes’ walk away there is a new diagnostic centre with scanners, a car park and a bus stop. It does hearts, lungs and knees. It does not do mouths.

There are about 170 of these centres. Put one NHS chair in each, salaried, open to anyone in pain, and there is somewhere for me to send people that is not A&E.`,
    day: -41.1,
    tags: ['health'],
    lean: [0.91, 0.85, 0.88],
    pass: 0.12,
    reach: 0.78,
    revision: {
      statement:
        'Put a dentist’s chair in every community diagnostic centre, open evenings and Saturdays.',
      argument: `I dispense in a pharmacy in Bristol. Every day someone comes to the counter with a swollen face and asks which painkiller is strongest. I sell them the packet. That is all I am allowed to do.

Ten minutes’ walk away there is a new diagnostic centre with scanners, a car park and a bus stop. It does hearts, lungs and knees. It does not do mouths, and it is dark by six.

There are about 170 of these centres. Put one NHS chair in each, salaried, and **open it when people are not at work: four evenings and a Saturday**. At those hours it needs no new waiting room, and a cleaner in Bristol East does not lose a shift to keep a tooth.`,
      reason:
        'A hospital porter pointed out that a nine-to-five chair is no use to anyone paid by the hour. The hours are what makes this worth doing, so they belong in the statement.',
      day: -34.6,
    },
    evidence: [
      {
        key: 'evidence-chair-costs',
        body: 'sha',
        officer: 'ewan',
        author: 'Dr Ewan Leckie, salaried NHS dentist',
        claim:
          'A chair costs about £85,000 where a room is already plumbed, and about £240,000 where one must be added.',
        detail: `Of about 170 community diagnostic centres, we could find plans or staff answers for all but six. 61 have no room with water, drainage and compressed air.

Fitting a chair in a plumbed room costs about £85,000, from five recent NHS tenders. Where a room must be built or plumbed the middle of four quotes was £240,000. For every centre that is roughly £24 million once.

Opening four evenings and a Saturday, with a dentist, a nurse and reception, comes to about £140,000 a year for each chair: another £24 million, every year. The staff are harder to find than the money.`,
        confidence: 'high',
        confidenceReason: '9 priced tenders and quotes; rooms checked in 164 of 170 centres',
        costFlag: true,
        declaredInterest:
          'The author is a salaried NHS dentist and could work in such a centre. He has no share in any supplier.',
        mandate: 'Agreed by the SHA policy committee, 11 for, none against.',
        sources: [
          {
            title: 'NHS England, community diagnostic centres: list of sites',
            url: 'https://www.example.org/community-diagnostic-centres',
          },
          { title: 'Contracts Finder, awards for dental surgery equipment, 2023 to 2025' },
          { title: 'SHA, questions to centre managers and their answers' },
        ],
        day: -28.7,
        considered: {
          sentence:
            'The commission accepts these figures as the best there are and has asked the Joint Policy Committee for a costing to set beside them.',
          day: -11.2,
        },
      },
    ],
    comments: [
      {
        author: 'member-22',
        stance: 'question',
        body: 'I porter at a hospital, seven till three, agency. If I go to a dentist at eleven I lose half a day’s pay and perhaps the next shift. What hours would this keep? Because if it is nine to five I may as well stay with the clove oil.',
        day: -40.4,
        goodPoints: 36,
        replies: [
          {
            author: 'asha',
            stance: 'for',
            body: 'I was picturing the scanner’s hours without thinking, and I am the one who sees people come in at ten to seven with their coats on. What would work for you?',
            day: -40.0,
            goodPoints: 14,
            replies: [
              {
                author: 'member-22',
                stance: 'for',
                body: 'Anything after four, and Saturday. Half past four to half past eight would catch our lot, the school cooks and the early posties.',
                day: -39.7,
                goodPoints: 18,
                replies: [
                  {
                    author: 'asha',
                    stance: 'for',
                    body: 'I have put evenings and Saturdays into the statement. Thank you. It is a better proposal than the one I sent.',
                    day: -34.5,
                    goodPoints: 22,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'kofi',
        stance: 'question',
        body: 'I price plumbing for a living. A chair wants water, a drain with a fall, suction, compressed air and lead-lined walls if you X-ray. In a modular building on a car park the drain alone can be £60,000. Does anybody know how many of these rooms have one?',
        day: -38.9,
        goodPoints: 28,
        replies: [
          {
            author: 'ewan',
            stance: 'neutral',
            body: 'Nobody did, so we have been ringing them. It looks as if rather more than a third have nothing. The society will publish it with the quotes. One correction: a modern intra-oral X-ray seldom needs lead, a normal block wall is enough.',
            day: -37.2,
            goodPoints: 23,
            replies: [
              {
                author: 'kofi',
                stance: 'for',
                body: 'I stand corrected on the lead. That takes about £15,000 off my worst case. Begin with the plumbed rooms while you design the rest.',
                day: -36.6,
                goodPoints: 12,
              },
            ],
          },
        ],
      },
      {
        author: 'member-85',
        stance: 'against',
        body: 'Who sits beside the chair? We could not staff the evening clinic in Ynys Môn at any price. You will open 170 rooms and lock 120 of them. I would put the £24 million a year into salaries at practices that already have the rooms.',
        day: -27.4,
        goodPoints: 32,
        replies: [
          {
            author: 'asha',
            stance: 'question',
            body: 'Would those practices open at seven in the evening for someone they have never met? If the contract could make them, I would take that over a new room. I do not think it can.',
            day: -26.9,
            goodPoints: 16,
            replies: [
              {
                author: 'member-85',
                stance: 'against',
                body: 'You could buy the sessions from them one by one. Boards already do it for out-of-hours. It needs no plumber.',
                day: -26.1,
                goodPoints: 13,
                replies: [
                  {
                    author: 'ruth',
                    stance: 'neutral',
                    body: 'My practice was offered £450 a session to do that. Two of us and a nurse would have made a loss. At £700 we would have opened on Thursdays. So yes, it can be bought, at about the cost of Asha’s chair without the drain.',
                    day: -25.5,
                    goodPoints: 26,
                    replies: [
                      {
                        author: 'asha',
                        stance: 'for',
                        body: 'Then both, with the chair in towns where there is no practice to buy from. I could live with “every” being read that way when it is costed.',
                        day: -24.8,
                        goodPoints: 19,
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'jamie',
        stance: 'for',
        body: 'New here. I pick on nights in a warehouse in Salford and the nearest NHS place that answered was in Stockport, two buses, at 10.20 in the morning. I would have walked to a Saturday one.',
        day: -12.6,
        goodPoints: 17,
      },
      {
        author: 'member-110',
        stance: 'question',
        body: 'Is it for pain only or for check-ups as well? If anyone may book, it will be full by February of people like me who simply fancy a Saturday.',
        day: -6.3,
        goodPoints: 8,
      },
    ],
  },
];
