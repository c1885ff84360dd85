import type { ProposalScript } from '../script.js';

/** The rate, the road between two doors, and who finds the money. */
export const careProposalsOnPay: ProposalScript[] = [
  {
    key: 'care-floor-fifteen',
    author: 'member-69',
    statement:
      'No adult care worker should be paid less than £15 an hour once the first fair pay agreement is in force.',
    argument: `I am a senior on nights in a home with 41 residents in Newcastle. I give out controlled drugs and I ring the families at four in the morning. I am paid £12.85. The new starter who shadows me gets £12.60.

Last year nine people left. I asked each of them why. **Six went to a warehouse by the A1 that pays £14.20**, with a canteen, and nobody dies there.

£15 is not a number I chose because it is round. It is what the health service pays somebody who does my job on a ward, near enough. Set the floor there and the agreement means something on the first payslip.`,
    day: -94.4,
    tags: ['health', 'work'],
    lean: [0.94, 0.78, 0.9],
    pass: 0.08,
    reach: 0.95,
    comments: [
      {
        author: 'callum',
        stance: 'question',
        body: 'I want this to work, so: what happens to you? If the floor is £15 and you are the senior, you will be on £15 beside somebody who started on Monday. That is the complaint you opened with.',
        day: -93.6,
        goodPoints: 33,
        replies: [
          {
            author: 'member-69',
            stance: 'neutral',
            body: 'Fair. I would want £1.20 above it for seniors. But I have sat in meetings where the grades were argued over for a year and the floor never came. Floor first.',
            day: -93.1,
            goodPoints: 21,
            replies: [
              {
                author: 'sunita',
                stance: 'against',
                body: 'In nurseries it went the other way: the minimum rose every April, nothing above it did, and the level 3s left. If you leave the grades for later you lose the people who train the rest.',
                day: -92.4,
                goodPoints: 29,
                replies: [
                  {
                    author: 'member-69',
                    stance: 'neutral',
                    body: 'I did not know that about nurseries. Then both in one agreement: £15, and a step for seniors written on the same page.',
                    day: -91.9,
                    goodPoints: 26,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'member-94',
        stance: 'against',
        body: 'I manage a home of 22 beds in Bristol. Wages are 63 per cent of what I spend. At £15, with differentials, I need about £118 more a bed each week. Sixteen of my beds are bought by the council at a price I do not set. Tell me which month the price rises.',
        day: -88.7,
        goodPoints: 31,
        replies: [
          {
            author: 'faisal',
            stance: 'neutral',
            body: 'That is the honest question, and it is why I sent a proposal on the price as well. A floor without a price closes your six worst-funded beds. A price without a floor is a gift to somebody’s shareholders.',
            day: -88.0,
            goodPoints: 28,
          },
        ],
      },
      {
        author: 'tom',
        stance: 'question',
        body: 'By the time the agreement starts, what will the legal minimum be? If it is £14 by then, this is a pound, not two and a half. Could it be said as a gap above the minimum?',
        day: -71.3,
        goodPoints: 18,
        replies: [
          {
            author: 'member-117',
            stance: 'for',
            body: 'At the average of the last five rises it would be between £13.70 and £14.10. So yes: “at least a tenth above the legal minimum” would hold its value, where £15 melts.',
            day: -70.8,
            goodPoints: 17,
          },
        ],
      },
    ],
    decision: {
      outcome: 'accept_in_part',
      reason:
        'We take the floor, and we take from the thread that it must come with a step for seniors. We do not take the figure. Two members showed that a sum in pounds loses its value before the agreement starts, so we ask for a floor at least a tenth above the legal minimum, and £1 more for those who lead a shift. It depends on the price that councils pay, which is answered separately.',
      nextStop:
        'Text on the floor and the senior step to the National Policy Forum’s drafting group',
      due: 6,
      day: -10.2,
      by: 'helen',
      verdicts: [0.31, 0.3, 0.11],
    },
  },
  {
    key: 'care-travel-time',
    author: 'member-47',
    statement:
      'Pay home care workers from the first door to the last, travel and gaps under an hour included, and show it on the payslip.',
    argument: `Tuesday: out of the house at 6.40, home at 9.50 at night. Fourteen visits across Grimsby and the villages. Paid for **7 hours 15 minutes**, because that is how long I was inside somebody’s door.

The law already says the average must not fall below the minimum wage. My employer says that it does not, and I cannot check, because my payslip has one line on it: “visits”.

So two things. Pay the shift, not the visit. And print it: minutes with people, minutes on the road, minutes waiting, the rate for each. Anybody can then see in ten seconds whether they were paid properly.`,
    day: -93.8,
    tags: ['work', 'health'],
    lean: [0.97, 0.92, 0.95],
    pass: 0.05,
    reach: 0.93,
    revision: {
      statement:
        'Pay home care workers for the whole shift, travel and gaps under an hour included, and itemise it on the payslip.',
      argument: `Tuesday: out of the house at 6.40, home at 9.50 at night. Fourteen visits across Grimsby and the villages. Paid for **7 hours 15 minutes**, because that is how long I was inside somebody’s door.

The law already says the average must not fall below the minimum wage. My employer says that it does not, and I cannot check, because my payslip has one line on it: “visits”.

I first wrote “from the first door to the last”. A rota planner here pointed out that it would pay nobody for a cancelled first visit. So: pay the shift as it was planned. And print it: minutes with people, on the road, and waiting, with the rate for each.`,
      reason:
        'Catrin Morgan, who plans rotas, showed that “first door” leaves out a visit cancelled on the morning.',
      day: -79.4,
    },
    comments: [
      {
        author: 'member-120',
        stance: 'question',
        body: 'I plan rotas for a home care company in Leicester. If Mrs B goes into hospital overnight, the first door becomes the second door, and under your words the worker loses an hour through no fault of hers. Is that what you mean?',
        day: -84.2,
        goodPoints: 24,
        replies: [
          {
            author: 'member-47',
            stance: 'neutral',
            body: 'No, and thank you. That happens to me twice a month. I will change it to the planned shift.',
            day: -83.5,
            goodPoints: 15,
          },
        ],
      },
      {
        author: 'member-81',
        stance: 'against',
        body: 'Paid gaps sound fair until the company stops offering gaps. My mam in Cleethorpes wants her visit at eight and at six, not at eleven and three. If waiting costs money they will bunch the visits to suit the rota.',
        day: -77.9,
        goodPoints: 22,
        replies: [
          {
            author: 'member-47',
            stance: 'for',
            body: 'They bunch them now. I put a lady to bed at 6.15 last night, in daylight. Paying for the gap at least makes somebody look at what the gap is for.',
            day: -77.2,
            goodPoints: 30,
            replies: [
              {
                author: 'member-120',
                stance: 'neutral',
                body: 'Both true. What decides it is the council’s order: if it buys a time band, I must keep to it. Most buy only minutes.',
                day: -76.6,
                goodPoints: 19,
                replies: [
                  {
                    author: 'member-81',
                    stance: 'neutral',
                    body: 'Then the band should be in the order, and I would withdraw my objection. It was never the pay.',
                    day: -75.8,
                    goodPoints: 12,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'tom',
        stance: 'for',
        body: 'Offshore we are paid from the heliport. Nobody argues that the helicopter is my own time. The payslip is the part I would fight hardest for: I have won three cases with a payslip and none without one.',
        day: -60.4,
        goodPoints: 27,
      },
    ],
    decision: {
      outcome: 'accept',
      reason:
        'We found nobody who defended paying for visits only, employers included. The whole planned shift is working time, and the payslip shows it in three parts. We have added the time band from the thread, because a family in Cleethorpes was right that paid gaps alone could make visits worse. The officers of the Work commission agreed the wording with us.',
      nextStop: 'Agree one wording with the Work and the Economy commission and publish it here',
      due: -5,
      day: -11.3,
      by: 'helen',
      done: {
        day: -5.6,
        note: 'Agreed between the two commissions. “Shift” means the hours as planned on the evening before; a cancelled visit inside them is paid.',
      },
      verdicts: [0.55, 0.14, 0.03],
    },
  },
  {
    key: 'care-mileage',
    author: 'member-84',
    statement:
      'Home care staff who drive their own car should get the full tax-free mileage rate for every mile of the shift.',
    argument: `I did 11,400 miles last year between Louth and the coast, all of it in my own Corsa. I was paid 20p a mile. Two tyres, a clutch, business insurance at £240 more than my sister pays, and the car is worth £900 less than it was.

The tax office reckons a mile costs up to 45p. A council officer who visits the same house in the same month **gets the 45p without asking**.

It is a small thing beside the hourly rate, but at my mileage it is £2,850 a year. I would not have to think before taking the call at the far end of the Wolds.`,
    day: -86.1,
    tags: ['work'],
    lean: [0.92, 0.8, 0.89],
    pass: 0.13,
    reach: 0.7,
    comments: [
      {
        author: 'member-56',
        stance: 'question',
        body: 'What of those who walk or take the bus? In the middle of Cardiff half our carers have no car. A mileage rate does nothing for a pair of shoes and a day ticket.',
        day: -81.0,
        goodPoints: 14,
        replies: [
          {
            author: 'member-84',
            stance: 'neutral',
            body: 'Their ticket should be paid, simply. I did not think of it because out here there is no bus to take.',
            day: -80.3,
            goodPoints: 11,
          },
        ],
      },
      {
        author: 'member-117',
        stance: 'neutral',
        body: 'One correction. The tax office’s rate drops to 25p after 10,000 miles in a year, so on 11,400 you would get £4,850, not £5,130, and the difference from your 20p is £2,570. Your case stands. It is the number that moves.',
        day: -74.5,
        goodPoints: 16,
        replies: [
          {
            author: 'member-84',
            stance: 'for',
            body: 'I had missed the step at ten thousand. £2,570, then. That is still the clutch and the insurance.',
            day: -74.0,
            goodPoints: 8,
          },
        ],
      },
    ],
    decision: {
      outcome: 'merge',
      reason:
        'This is the same journey as the proposal on the whole shift, seen from the petrol pump. The drafting group should write one paragraph about it and not two. The mileage rate and the bus ticket go into it in full, with Ross Sinclair’s name, and its votes are kept on this page.',
      nextStop: 'Mileage and fares are added to the wording on the whole shift',
      due: 2,
      day: -9.8,
      by: 'helen',
      mergedInto: 'care-travel-time',
      verdicts: [0.4, 0.2, 0.06],
    },
  },
  {
    key: 'care-price-follows-wage',
    author: 'faisal',
    statement:
      'No council should buy care below the cost of the agreed wage, and government should fund the difference each year.',
    argument: `I sit with families in Bradford whose care company has handed the contract back. Three since last summer. Each time the owner says the same: the council pays £21.40 an hour, and the wage with its costs is £19.90 before the office, the phone or the insurance.

If an agreement raises the wage and the price stays, the good companies leave and the worst stay on by **not paying for the road**.

So publish a national sum: the agreed wage, plus travel, plus holiday, plus a fair allowance to run the thing. No public body buys below it. And because councils have no money to find, the Treasury pays the difference in the same budget, or the agreement waits.`,
    day: -92.6,
    tags: ['health', 'work'],
    lean: [0.9, 0.72, 0.86],
    pass: 0.16,
    reach: 0.84,
    evidence: [
      {
        key: 'evidence-care-price',
        body: 'fabians',
        officer: 'society-officer',
        author: 'Eleanor Tsang, economist, policy officer of the society',
        claim:
          'Of each extra public pound paid for home care, between 52p and 71p reached wages; it was highest where the contract named the wage.',
        detail: `We compared published fee rises in 38 English councils over four years with advertised pay in the same areas.

Where the contract only raised the price, 52p in the pound reached wages within a year. Where it named the hourly wage and asked for payslips to be shown, 71p did. Most of the rest went on travel, insurance and the employer’s contributions, and only a small part can be said to be profit.

At a floor a tenth above the legal minimum we estimate £2.1 billion to £2.6 billion a year for England, about £1.5 billion of it falling on public bodies. Roughly a quarter comes back in tax and lower benefits. It does not come back to councils.`,
        confidence: 'medium',
        confidenceReason:
          '38 of 153 councils, advertised rather than paid wages, no rural county in the top group',
        costFlag: true,
        declaredInterest:
          'The society received a grant in 2023 from a union with members in care. The author has none.',
        mandate: 'Approved by the society’s research committee, 7 for, 0 against, 1 abstained.',
        sources: [
          {
            title: 'Department of Health and Social Care, market sustainability fund: fee returns',
          },
          {
            title: 'Fabian Society, working note on care fees and wages',
            url: 'https://www.example.org/care-fees-and-wages',
          },
          { title: 'Office for National Statistics, annual survey of hours and earnings' },
        ],
        day: -66.0,
        considered: {
          sentence:
            'The commission will not put forward a price without a named wage, and has asked the Joint Policy Committee to have the £1.5 billion checked.',
          day: -10.9,
        },
      },
    ],
    comments: [
      {
        author: 'daniel',
        stance: 'question',
        body: 'I spent eleven years in council finance. A national sum sounds clean, but Kensington and Kendal do not have the same rents or roads. Who works out 153 of them, and what happens to a council that thinks its own is wrong?',
        day: -87.3,
        goodPoints: 25,
        replies: [
          {
            author: 'faisal',
            stance: 'neutral',
            body: 'One formula, local numbers put into it by the council, and published. The unions and employers on the negotiating body can object within a month. It is how we did the living wage supplement for cleaners in Bradford, on a smaller scale.',
            day: -86.8,
            goodPoints: 19,
            replies: [
              {
                author: 'daniel',
                stance: 'for',
                body: 'If it is published and can be objected to I am content. What I would resist is a figure that arrives from London in February for a budget set in March.',
                day: -86.0,
                goodPoints: 16,
              },
            ],
          },
        ],
      },
      {
        author: 'member-11',
        stance: 'against',
        body: 'I am a councillor in Salford, and “or the agreement waits” worries me. It hands the Treasury a veto over a wage that unions and employers have agreed. I would strike those four words and keep the rest.',
        day: -64.7,
        goodPoints: 23,
        replies: [
          {
            author: 'member-69',
            stance: 'against',
            body: 'Seconded. I have waited eleven years. If the money has to be found it will be found faster when the wage is law.',
            day: -64.1,
            goodPoints: 20,
          },
        ],
      },
    ],
    decision: {
      outcome: 'accept_in_part',
      reason:
        'The forum accepts that no public body should buy below the published cost of the wage, and that the contract must name the wage: the Fabian Society’s figures show what is lost when it does not. It does not accept that the agreement waits for the money. Members who have waited longest asked us to leave those words out. Whether the full difference can be promised depends on a costing we do not yet have.',
      nextStop:
        'Costing of the difference for councils, from the Joint Policy Committee’s advisers',
      due: -4,
      day: -11.0,
      by: 'faisal',
      verdicts: [0.24, 0.33, 0.15],
    },
  },
  {
    key: 'care-tax-past-pension-age',
    author: 'member-117',
    statement:
      'Pay for care wages by charging national insurance on earnings after state pension age, above £25,000 a year.',
    argument: `I kept the books of a hospital trust, so I begin with where the money is. Somebody of 58 on £40,000 pays national insurance. Somebody of 68 at the next desk, on the same £40,000 and with a pension as well, pays none.

That gap was made when few people worked past 65. About 1.4 million do now. Starting at £25,000, so that nobody’s cleaning job is touched, it would raise **somewhere near £900 million a year**, and the people who pay are of the age that next needs care.

I am 66 and still work three days. It would cost me about £310. I would rather pay that than be got up at noon because nobody came.`,
    day: -80.5,
    tags: ['work', 'health'],
    lean: [0.31, 0.44, 0.24],
    pass: 0.2,
    reach: 0.66,
    comments: [
      {
        author: 'joan',
        stance: 'against',
        body: 'I worked until 71 because my state pension age moved twice and my library pension is £6,200. The people I know who are still working at 68 are not there for the love of it. A threshold helps, but thresholds get frozen.',
        day: -78.8,
        goodPoints: 34,
        replies: [
          {
            author: 'member-117',
            stance: 'neutral',
            body: 'At £25,000 from work alone you would not have paid. I take the point about freezing, and would tie it to average earnings.',
            day: -78.1,
            goodPoints: 9,
            replies: [
              {
                author: 'member-43',
                stance: 'against',
                body: 'Why start with wages at all? The 68-year-old who lives off rents pays nothing under this and the one who drives a school bus full time does.',
                day: -77.0,
                goodPoints: 27,
              },
            ],
          },
        ],
      },
      {
        author: 'member-20',
        stance: 'for',
        body: 'Everybody in this consultation says who should be paid more. One person has said who should pay. I have doubts about the detail, and I voted for it for that reason.',
        day: -58.5,
        goodPoints: 25,
      },
    ],
    decision: {
      outcome: 'not_take_forward',
      reason:
        'Andrew Robson is the only member here who said who should pay, and the sums hold up. We do not take it forward for one reason: the thread showed that it taxes a bus driver of 68 and leaves untouched a neighbour of the same age who lives on rents. A fair version must look at all income, and that is the tax paper’s subject. Most who voted disagreed as well, though that alone did not settle it.',
      nextStop: 'The figures and the thread are sent to the authors of next year’s tax paper',
      due: 16,
      day: -8.4,
      by: 'helen',
      verdicts: [0.16, 0.33, 0.29],
    },
  },
];
