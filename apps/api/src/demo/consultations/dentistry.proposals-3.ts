import type { ProposalScript } from '../script.js';

/** Charges, therapists, contracts for children only, care homes, missed appointments, vans. */
export const dentistryProposalsThree: ProposalScript[] = [
  {
    key: 'dentist-end-charges',
    author: 'member-28',
    statement: 'End NHS dental charges for everyone, and pay for it from general taxation.',
    argument: `My crown was over three hundred pounds. I earn £23,800 as a school cook, which is too much for help and not enough for a crown. So I had the tooth out, at the middle price, and I smile with my mouth shut.

Nobody is charged to have a broken arm set. Why is a broken tooth different? Because in 1951 somebody needed to pay for guns, and it was meant to be for a while.

The charges bring in some £900 million. **That is about half a penny in the pound for income tax payers, less for most.** And people would come at the twinge and not at the abscess.`,
    day: -42.6,
    tags: ['health'],
    lean: [0.87, 0.37, 0.63],
    pass: 0.13,
    reach: 0.83,
    comments: [
      {
        author: 'member-12',
        stance: 'against',
        body: 'If you end charges before there are appointments, the queue doubles and the money that paid for a tenth of it has gone. The order matters. Contract first, chairs second, charges third.',
        day: -41.6,
        goodPoints: 29,
        replies: [
          {
            author: 'member-28',
            stance: 'question',
            body: 'We have been told “third” since before I was born. What would have to be true for you to say now?',
            day: -41.1,
            goodPoints: 20,
            replies: [
              {
                author: 'member-12',
                stance: 'neutral',
                body: 'That nine adults in ten who ask are seen within a month. Write that number in and I would vote for it today, to begin when it is met.',
                day: -40.6,
                goodPoints: 22,
              },
            ],
          },
        ],
      },
      {
        author: 'daniel',
        stance: 'neutral',
        body: 'On the sum, as someone who did council budgets. A penny on the basic rate raises roughly seven billion pounds. So £900 million is nearer an eighth of a penny than a half. The case is stronger than the proposer makes it.',
        day: -35.7,
        goodPoints: 31,
        replies: [
          {
            author: 'member-28',
            stance: 'for',
            body: 'Thank you. I got mine off a leaflet. I will leave it as it stands with your correction under it, so nobody thinks I hid it.',
            day: -35.1,
            goodPoints: 13,
          },
        ],
      },
      {
        author: 'marian',
        stance: 'against',
        body: 'I paid for thirty years and could afford to. I would sooner double the income limit for free treatment than stop charging people like me, and have the change spent on somebody who cannot get through the door.',
        day: -19.5,
        goodPoints: 18,
      },
    ],
  },
  {
    key: 'dentist-drop-adults',
    author: 'member-45',
    statement:
      'A practice that stops seeing NHS adults should lose its NHS contract for children as well.',
    argument: `Ours wrote in September. Adults could stay if they joined the plan, £21.50 a month each. The children could stay “on the NHS” as long as a parent had joined. My husband and I now pay £516 a year so that our two can have what is free.

That is a private business with our children as the bait. A contract for children only should exist in a school clinic or a village with one dentist, and nowhere else.

If a practice had to choose all or nothing, many would think again about dropping the adults. Some would not, and **then the money is free for someone who wants to do the job**.`,
    day: -36.2,
    tags: ['health'],
    lean: [0.83, 0.32, 0.56],
    pass: 0.15,
    reach: 0.72,
    comments: [
      {
        author: 'ruth',
        stance: 'against',
        body: 'Making children conditional on a parent’s plan is already forbidden, and it should be reported to the board. But all or nothing would get nothing. I know four practices near me that would let the children go the same week, and that is 9,000 children.',
        day: -35.4,
        goodPoints: 32,
        replies: [
          {
            author: 'member-45',
            stance: 'question',
            body: 'I did report it. The board wrote back in fourteen weeks to say that it had “reminded the practice of its obligations”. If the rule cannot be enforced softly, what is left?',
            day: -34.9,
            goodPoints: 27,
            replies: [
              {
                author: 'ruth',
                stance: 'neutral',
                body: 'Fine them. Take back a month’s contract for each proven case, and publish it. That hurts the ones who cheat and leaves the children of the others where they are.',
                day: -34.2,
                goodPoints: 25,
                replies: [
                  {
                    author: 'member-45',
                    stance: 'neutral',
                    body: 'That would have satisfied me in September. I am less patient now, but I see why it is safer. I will leave mine up and vote for yours if you send it.',
                    day: -33.5,
                    goodPoints: 12,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'faisal',
        stance: 'question',
        body: 'How long would a practice have? If a dentist retires and they cannot replace her for a year, have they “stopped seeing adults”? I would want it to mean a decision and not a vacancy.',
        day: -23.8,
        goodPoints: 14,
      },
    ],
  },
  {
    key: 'dentist-therapists',
    author: 'member-52',
    statement:
      'Let dental therapists open and close a course of NHS treatment on their own, with no dentist in the building.',
    argument: `I trained for three years to do check-ups, fillings, and extractions of milk teeth. The law has let patients come to me directly since 2013. The way the NHS pays still treats me as a pair of hands that belongs to a dentist, so in most practices I scale and polish.

Where I work on Wednesdays I see 14 children. Last month I sent two of them on to the dentist. She was glad to have the other twelve off her list, because it meant three root canals for adults who had waited since spring.

We train a therapist in three years and a dentist in five. Use what you have paid for.`,
    day: -29.4,
    tags: ['health', 'work'],
    lean: [0.7, 0.82, 0.62],
    pass: 0.24,
    reach: 0.58,
    comments: [
      {
        author: 'member-80',
        stance: 'against',
        body: 'My wife’s mouth cancer was found by a dentist at a routine check, a patch the size of a lentil. I have nothing against therapists. I want to know they would have seen it.',
        day: -28.5,
        goodPoints: 30,
        replies: [
          {
            author: 'member-52',
            stance: 'for',
            body: 'I am glad it was found. We are trained and examined in exactly that, and I check every mouth for it. I have referred three in nine years. I miss things, and so do dentists. What worries me is the people nobody looks at.',
            day: -28.0,
            goodPoints: 28,
            replies: [
              {
                author: 'ewan',
                stance: 'neutral',
                body: 'The studies we know of find little difference between the two in spotting a suspicious patch from photographs. Photographs are not mouths, so I would call that low confidence, pointing the right way.',
                day: -26.7,
                goodPoints: 16,
              },
            ],
          },
        ],
      },
      {
        author: 'member-33',
        stance: 'question',
        body: 'Who carries the insurance when there is nobody else in the building and a child bites, faints or bleeds? I would hire two therapists tomorrow if that were clear.',
        day: -18.3,
        goodPoints: 13,
      },
    ],
  },
  {
    key: 'dentist-care-homes',
    author: 'member-17',
    statement: 'Every care home should have a named NHS dental team.',
    argument: `My father lived his last three years in a home in Norwich. It was a kind one. He stopped eating in October, and they thought it was the dementia. In January a locum nurse looked in his mouth. A broken root, two abscesses, and a denture that had been somebody else’s.

He could not say that it hurt. That is the point about care homes: the people in them are the least able to ring at eight on a Monday.

Name the team on the wall by the fire notice, so that whoever is on shift knows whom to ring. That is all I ask. It is not much.`,
    day: -24.1,
    tags: ['health'],
    lean: [0.95, 0.9, 0.93],
    pass: 0.08,
    reach: 0.55,
    revision: {
      statement:
        'Every care home should have a named NHS dental team that visits at least once every six months.',
      argument: `My father lived his last three years in a home in Norwich. It was a kind one. He stopped eating in October, and they thought it was the dementia. In January a locum nurse looked in his mouth. A broken root, two abscesses, and a denture that had been somebody else’s.

He could not say that it hurt. That is the point about care homes: the people in them are the least able to ring at eight on a Monday.

Name the team on the wall by the fire notice. Twice a year they look in every mouth, leave a plan for each resident, and show the staff how to brush teeth for somebody who clamps shut.`,
      reason:
        'The survey by Disability Labour found homes that had a name on the wall and had not seen the person for two years. A name is not a visit, so the visits are in the statement now.',
      day: -14.1,
    },
    evidence: [
      {
        key: 'evidence-care-home-mouths',
        body: 'disability',
        officer: 'society-officer',
        author: 'Denise Farquhar, care manager for 15 years, secretary of the society',
        claim:
          'In two homes in five that answered us, no dentist had visited any resident in the past year.',
        detail: `Members who live in, work in or visit residential homes asked 88 of them when a dentist or therapist had last come, and whether new residents have their mouths checked.

36 had had no visit in twelve months. 51 check a new resident’s mouth in the first week, and 19 could show us the form. Homes for younger disabled adults did worse than homes for older people: 11 of 17 had had no visit.

The homes chose themselves, or were chosen because somebody was worried, so the true figure may be better than this. Staff asked most often for training in brushing, and second for a phone number.`,
        confidence: 'low',
        confidenceReason: '88 homes, not chosen at random, answers not checked',
        declaredInterest:
          'The author managed a home until 2021. Some members of the society live in homes they reported on.',
        mandate: 'Agreed by the executive of Disability Labour, 10 for, none against.',
        sources: [
          { title: 'Disability Labour, members’ survey of 88 homes' },
          {
            title: 'Care Quality Commission, oral health in care homes: progress report',
            url: 'https://www.example.org/oral-health-care-homes',
          },
        ],
        day: -15.6,
      },
    ],
    comments: [
      {
        author: 'helen',
        stance: 'neutral',
        body: 'From the ward and not from the chair: we admit people with pneumonia whose mouths nobody had cleaned for weeks. If anyone has figures for a home before and after such a visit, the commission would like to see them.',
        day: -23.2,
        goodPoints: 24,
        replies: [
          {
            author: 'member-17',
            stance: 'for',
            body: 'The home my aunt moved to does it now. They weigh residents weekly, and the manager says she would show anyone the sheets with the names off. I have sent you her number through the form.',
            day: -22.5,
            goodPoints: 11,
          },
        ],
      },
      {
        author: 'member-66',
        stance: 'question',
        body: 'I am a carer. We get eleven minutes to get each person up. Brushing properly takes four. I would love to be shown how, but please count the four minutes when you set the staffing.',
        day: -9.4,
        goodPoints: 33,
      },
    ],
  },
  {
    key: 'dentist-missed-fee',
    author: 'member-92',
    statement: 'Charge £20 to anyone who misses two NHS dental appointments without giving notice.',
    argument: `I book patients in at a practice with three chairs. On a normal day five do not come. That is two hours of a dentist, every day, in a town where four thousand people want to be seen. We ring, we text, we text again.

I do not want to punish anybody for being ill or having a bad week, so the first one is free, and so is any where we hear from you by nine that morning. After that, £20.

People value what has a price. The hairdresser next door takes a deposit and has no gaps at all.`,
    day: -26.8,
    tags: ['health'],
    lean: [0.28, 0.43, 0.22],
    pass: 0.15,
    reach: 0.64,
    comments: [
      {
        author: 'faisal',
        stance: 'against',
        body: 'In my casework the people who miss two appointments are on zero-hours shifts, or have a phone without credit, or cannot read the letter. £20 is two days’ food. They will not pay and they will not come back.',
        day: -26.0,
        goodPoints: 35,
        replies: [
          {
            author: 'member-92',
            stance: 'question',
            body: 'Some are. Others have three cars on the drive, I can see them on the form. What would you have me do about the five a day?',
            day: -25.3,
            goodPoints: 16,
            replies: [
              {
                author: 'asha',
                stance: 'neutral',
                body: 'Our pharmacy keeps a list of people who can come in ten minutes. When somebody does not turn up for a jab we ring the list, and the slot is gone by the time the kettle boils. Would that work with a chair?',
                day: -24.6,
                goodPoints: 27,
                replies: [
                  {
                    author: 'member-92',
                    stance: 'neutral',
                    body: 'For check-ups it might. I am going to try it for three weeks and I will tell you here what happened, including if it makes me look wrong.',
                    day: -24.0,
                    goodPoints: 23,
                    replies: [
                      {
                        author: 'member-92',
                        stance: 'neutral',
                        body: 'As promised: three weeks of the ring list. 71 missed, 44 filled from the list. I would still charge, but not before every practice has tried this.',
                        day: -1.7,
                        goodPoints: 29,
                      },
                    ],
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
    key: 'dentist-vans',
    author: 'member-39',
    statement:
      'Run dental vans on a fixed timetable to villages with no practice within ten miles.',
    argument: `The library van came to our village on alternate Thursdays for thirty years, ten past two by the chapel. Nobody needed an app. You knew.

From here the nearest practice of any kind is 19 miles off, and the bus goes on Tuesdays and comes back before you have been seen. People in their eighties are pulling their own teeth. I know because my neighbour showed me.

A van has one chair, a steriliser and a ramp. Charities run them at festivals and for homeless people. Give it a route, a timetable printed for the year and **the same dentist each time**.`,
    day: -2.9,
    tags: ['health', 'transport'],
    lean: [0.84, 0.79, 0.86],
    pass: 0.16,
    reach: 0.04,
    comments: [
      {
        author: 'gwenllian',
        stance: 'for',
        body: 'Ten miles as the crow flies or by road? On Ynys Môn they are different counties. I would say forty minutes by bus, since those with cars manage.',
        day: -2.2,
        goodPoints: 9,
        replies: [
          {
            author: 'member-39',
            stance: 'question',
            body: 'By road. If I put minutes by bus, somebody will say a village with no bus has no minutes. How would you word it in the space?',
            day: -1.4,
            goodPoints: 4,
          },
        ],
      },
    ],
  },
];
