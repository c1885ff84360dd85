import type { ProposalScript } from '../script.js';

/** Who is covered, who is trained, who owns it, and who needs longer. None is answered yet. */
export const careProposalsOnWork: ProposalScript[] = [
  {
    key: 'care-personal-assistants',
    author: 'member-108',
    statement:
      'Cover personal assistants employed by disabled people in the agreement, and raise every direct payment by the same amount on the same day.',
    argument: `I employ four people. I am not a company; I am a woman in Leicester with a spinal injury and a direct payment from the council. I do the payroll on Sunday nights.

When the minimum wage last rose, the council raised my payment eleven weeks later and by less. I made up £640 out of my own disability benefit, because the alternative was **to cut Thursday mornings, which is when I wash**.

Leave personal assistants out of the agreement and mine go to an agency that is in it. Put them in without raising the payment, and I break the law in the first month. It has to be both, on the same day.`,
    day: -90.2,
    tags: ['health', 'work'],
    lean: [0.95, 0.87, 0.93],
    pass: 0.1,
    reach: 0.72,
    evidence: [
      {
        key: 'evidence-care-direct-payments',
        body: 'disability',
        officer: 'society-officer',
        author: 'Denise Farquhar, who employs two personal assistants, secretary of the society',
        claim:
          'Direct payments rose on average nine weeks after the minimum wage did, and in a third of councils by less than the wage.',
        detail: `We asked every council in England for the date and size of its last two changes to the direct payment rate. 112 answered.

The middle delay was nine weeks and the longest eight months. In 37 councils the rise was smaller than the rise in the legal minimum. We then asked our members what they did: of 286 who employ somebody, 118 used their own benefits, 61 cut hours, and 22 said that they had paid late.

About 100,000 personal assistants are employed this way. They have no human resources department, and neither do their employers. Any agreement needs a free payroll service beside it.`,
        confidence: 'medium',
        confidenceReason:
          '112 of 153 councils answered; the 286 members chose themselves and are not a sample',
        costFlag: true,
        declaredInterest:
          'The author and most of those who drafted this employ personal assistants through direct payments.',
        mandate: 'Agreed by the executive of Disability Labour, 11 for, 0 against.',
        sources: [
          { title: 'Disability Labour, requests to 153 councils on direct payment rates' },
          {
            title: 'Disability Labour, members’ replies on meeting wage rises',
            url: 'https://www.example.org/direct-payment-replies',
          },
        ],
        day: -61.2,
      },
    ],
    comments: [
      {
        author: 'asha',
        stance: 'for',
        body: 'I dispense for two people who employ their own assistants. Both have asked me which of their items they could do without that month. Nobody says that out loud in a policy paper, so I am saying it.',
        day: -85.5,
        goodPoints: 36,
      },
      {
        author: 'member-94',
        stance: 'question',
        body: 'Would an assistant who is a family member be covered too? In Bristol about one in five is a daughter or a brother, and some of those arrangements are, let us say, flexible about hours.',
        day: -72.6,
        goodPoints: 13,
        replies: [
          {
            author: 'member-108',
            stance: 'neutral',
            body: 'If there is a contract and a payslip, yes. A sister who is paid is a worker, and most of the flexible hours I know of are worked and not paid.',
            day: -72.0,
            goodPoints: 20,
            replies: [
              {
                author: 'faisal',
                stance: 'neutral',
                body: 'To add from the advice side: a relative who lives with you usually may not be paid from a direct payment without the council’s leave. So the group is smaller than one in five, and it is already on a list.',
                day: -71.2,
                goodPoints: 15,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'care-register',
    author: 'ewan',
    onBehalfOf: 'sha',
    statement:
      'Register every care worker in England, as Scotland and Wales do, with the training paid in working hours and the fee paid by the employer.',
    argument: `In Scotland and Wales a care worker is registered. In England a person dismissed for hurting a resident can, if nobody rang the police, start in the next town on Monday.

But protection is only half of it. A register makes a trade visible. It gives a worker a record of her training that she owns, so that **she does not sit through the same moving-and-handling morning for each new employer**.

The SHA knows the cost of doing it badly. In its first years Scotland’s fee and its deadlines fell on people with no spare £30 and no spare Saturday, and some left. Hence the two conditions, without which we would vote against our own proposal.`,
    day: -89.0,
    tags: ['health', 'work'],
    lean: [0.85, 0.36, 0.6],
    pass: 0.17,
    reach: 0.78,
    revision: {
      statement:
        'Over five years register every care worker in England, with training in paid hours and the fee paid by the employer.',
      argument: `In Scotland and Wales a care worker is registered. In England a person dismissed for hurting a resident can, if nobody rang the police, start in the next town on Monday.

But protection is only half of it. A register makes a trade visible. It gives a worker a record of her training that she owns, so that **she does not sit through the same moving-and-handling morning for each new employer**.

We have added five years. Workers in this thread who read English as a third language, or are sixty and have never sat an examination, persuaded us that a short deadline loses exactly the people we mean to honour. Experience should count, looked at where they work and not in a hall.`,
      reason:
        'Sunita Rao and others showed that a short deadline would lose older and migrant workers. Experience now counts, and there are five years.',
      day: -55.2,
    },
    evidence: [
      {
        key: 'evidence-care-registers',
        body: 'sha',
        officer: 'ewan',
        author: 'Dr Ewan Leckie and Bernadette Quigley, for the social care group of the society',
        claim:
          'Where registration came with paid training, turnover did not rise; where workers paid for it themselves, more of those over 55 left.',
        detail: `We read the published workforce reports from Scotland and Wales, before and after each group of staff had to register, and spoke with 23 managers.

Residential staff in Wales, whose training was mostly funded, left no faster than before. Home care staff in Scotland, who paid their own fee at first, left faster in the year before the deadline, by about 3 in 100, nearly all of them over 55.

We found no good evidence that registration alone raises pay or quality. We support it for the record of training and for the bar on people found unfit, and we would not claim more.`,
        confidence: 'low',
        confidenceReason: 'Two nations, no comparison group, and the pandemic falls in the middle',
        declaredInterest: 'Neither author works in social care. One sits on an NHS staff council.',
        mandate: 'Approved by the SHA central council, 17 for, 4 against, 2 abstained.',
        sources: [
          { title: 'Scottish Social Services Council, workforce data reports' },
          {
            title: 'Social Care Wales, registration of domiciliary care workers: what was learnt',
            url: 'https://www.example.org/registration-lessons',
          },
        ],
        day: -68.3,
        considered: {
          sentence:
            'The commission thanks the society for saying plainly what the register would not do, and will weigh it as a question of safety and not of pay.',
          day: -7.2,
        },
      },
    ],
    comments: [
      {
        author: 'sunita',
        stance: 'against',
        body: 'My aunt has washed and fed people in Leicester for 22 years. She reads Gujarati and gets by in English. Give her an online portal with a deadline and you will lose her in a fortnight, and you will call it raising standards.',
        day: -84.6,
        goodPoints: 38,
        replies: [
          {
            author: 'ewan',
            stance: 'question',
            body: 'If an assessor came to her work, watched her for a morning, and signed, and she never touched a portal: would she stay?',
            day: -84.0,
            goodPoints: 24,
            replies: [
              {
                author: 'sunita',
                stance: 'neutral',
                body: 'I asked her. She says yes, if the assessor has done the job herself. I would then move from against to not sure.',
                day: -82.7,
                goodPoints: 30,
                replies: [
                  {
                    author: 'member-59',
                    stance: 'for',
                    body: 'That is near enough how mine was done here in Paisley. A woman called Moira sat in the corner for three hours. She had been a home help for thirty years.',
                    day: -81.9,
                    goodPoints: 18,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'member-79',
        stance: 'against',
        body: 'I trained as a nurse in Lagos and do care work in Plymouth. Every register I have met was a queue, a fee and a reason to pay me less until I reached the front of it. Pay first. Register later, if at all.',
        day: -59.8,
        goodPoints: 26,
      },
      {
        author: 'member-7',
        stance: 'for',
        body: 'In Wales we grumbled about it for a year. Now when I change jobs my certificates come with me and I am on the rota in a week instead of a month. Nobody here would go back.',
        day: -50.1,
        goodPoints: 21,
      },
    ],
  },
  {
    key: 'care-visa-freedom',
    author: 'member-79',
    statement:
      'Let a care worker here on a visa move to any care employer without a new sponsor, and keep their years towards settlement.',
    argument: `I paid an agent £9,000 in 2022 to come to Devon for a job of 39 hours. There were 16. When I asked where the others were, the manager reminded me whose name was on my visa.

I was lucky: somebody in the union knew a better home, and it had a licence. Nine of us shared that house, and **four are still with the first man**, because to leave is to have sixty days to find a sponsor or a flight.

Tie the visa to the trade and not to the boss. A bad employer then loses staff like any other bad employer. And no agreed wage will hold while a part of the workforce dare not ask for it.`,
    day: -83.7,
    tags: ['work'],
    lean: [0.87, 0.34, 0.62],
    pass: 0.14,
    reach: 0.74,
    comments: [
      {
        author: 'member-98',
        stance: 'against',
        body: 'I do not doubt a word of this. But the reason Grimsby homes pay £12.60 is that they could recruit abroad at £12.60. Make it easier and they will. I would close the route, give everyone already here full rights, and raise the wage.',
        day: -82.2,
        goodPoints: 29,
        replies: [
          {
            author: 'member-79',
            stance: 'neutral',
            body: 'We agree more than you think. My proposal is for those who are here. I wrote nothing about new visas and I hold no brief for the agents.',
            day: -81.4,
            goodPoints: 28,
            replies: [
              {
                author: 'member-98',
                stance: 'question',
                body: 'Then could the statement say “already here”? I would vote for that tonight. As it stands I read it as both.',
                day: -80.7,
                goodPoints: 19,
                replies: [
                  {
                    author: 'callum',
                    stance: 'neutral',
                    body: 'I read it as both as well, and I am for both. But two votes on two things would be more honest than one vote on a blur.',
                    day: -79.9,
                    goodPoints: 14,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'member-76',
        stance: 'for',
        body: 'We inspect kitchens for mice with less warning than we inspect sponsors. Freedom to leave costs nothing and does the inspecting for you.',
        day: -63.4,
        goodPoints: 17,
        editedTo:
          'We inspect kitchens for mice with less warning than we inspect sponsors. Freedom to leave costs very little and does half the inspecting for you. The other half still needs inspectors.',
      },
      {
        author: 'helen',
        stance: 'question',
        body: 'On my ward two healthcare assistants came from care homes this way. Would the freedom stop at care, or could somebody move to the health service? Homes will ask, because they fear exactly that.',
        day: -47.7,
        goodPoints: 11,
        replies: [
          {
            author: 'member-79',
            stance: 'neutral',
            body: 'I would say care only for two years, then any job. A home that pays the agreed rate should not have to fear a ward.',
            day: -47.0,
            goodPoints: 9,
          },
        ],
      },
    ],
  },
  {
    key: 'care-council-run',
    author: 'member-11',
    statement:
      'As each home care contract ends, the council should run the service itself unless it publishes why it will not.',
    argument: `In Salford we pay 14 companies to send people down the same streets. On one landing in Swinton I counted three different uniforms before nine o’clock. Each company has an office, a rota planner and a manager on call, and we pay for all of them.

We ran it ourselves until 2009. It cost more an hour, I will not pretend otherwise: about £3.40 more at the time, **nearly all of it pensions and sick pay**, which is to say the things everybody in this consultation is asking for.

If the agreement lifts every wage, most of that gap goes. Then the sensible order is one street, one team, and a councillor to shout at.`,
    day: -76.9,
    tags: ['health'],
    lean: [0.86, 0.32, 0.64],
    pass: 0.18,
    reach: 0.62,
    comments: [
      {
        author: 'member-120',
        stance: 'against',
        body: 'I plan rotas for a company and used to plan them for a council. The council’s were worse. Nobody could change a visit after four on a Friday. Public does not mean good; it means you know whose fault it is.',
        day: -75.1,
        goodPoints: 27,
        replies: [
          {
            author: 'member-11',
            stance: 'for',
            body: 'Knowing whose fault it is counts for a lot on a Friday night. At present I ring a company, which rings an agency, which has gone home.',
            day: -74.3,
            goodPoints: 22,
            replies: [
              {
                author: 'member-108',
                stance: 'against',
                body: 'I left a council team for a direct payment because I wanted to choose who undressed me. Please do not sweep that away with the uniforms.',
                day: -73.6,
                goodPoints: 31,
                replies: [
                  {
                    author: 'member-11',
                    stance: 'neutral',
                    body: 'Direct payments would stay exactly as they are. It should have been in the argument, and I am sorry that it was not.',
                    day: -72.9,
                    goodPoints: 16,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'member-16',
        stance: 'question',
        body: 'On the island two of the four providers are co-operatives owned by the staff, and they have the lowest turnover. Does “the council itself” close them?',
        day: -52.3,
        goodPoints: 23,
      },
      {
        author: 'member-54',
        stance: 'for',
        body: 'We brought ours back in when the company went bust over a weekend. It was chaos for a month and has been quieter than before ever since.',
        day: -44.0,
        goodPoints: 8,
        withdrawn: true,
      },
    ],
  },
  {
    key: 'care-small-employers',
    author: 'callum',
    statement:
      'Give care employers with fewer than 20 staff two years longer than the others to reach the agreed rate.',
    argument: `I put this up knowing it will not be loved. My gran’s last home in Paisley had eleven rooms, a dog, and an owner who did the breakfasts. It had no head office to spread a cost over, and the bank had a charge on the building.

A national rate on one day is easy for a chain with 200 homes: it sells two. The small home shuts. **Then the chain buys it**, and we have paid for fair wages with the places people liked.

Two years, with the rate rising in four steps on fixed dates, and no extension. Staff are told at the start which step they are on.`,
    day: -69.5,
    tags: ['work', 'health'],
    lean: [0.28, 0.43, 0.26],
    pass: 0.15,
    reach: 0.58,
    comments: [
      {
        author: 'member-69',
        stance: 'against',
        body: 'My rent does not come in four steps. I liked the small homes too, and worked in one. She was kind, she had a dog, and she paid me in an envelope with a tenner missing.',
        day: -68.2,
        goodPoints: 37,
        replies: [
          {
            author: 'callum',
            stance: 'neutral',
            body: 'That lands. Would you rather the small homes got the money early than the time? If the council paid them the new price a year before it paid the chains, they would need no delay.',
            day: -67.5,
            goodPoints: 25,
            replies: [
              {
                author: 'member-69',
                stance: 'for',
                body: 'Yes. Help her, and pay me. I would vote for that one.',
                day: -66.9,
                goodPoints: 24,
                replies: [
                  {
                    author: 'member-94',
                    stance: 'for',
                    body: 'So would I, and I run one. I never asked for permission to pay less. I asked for a price.',
                    day: -66.1,
                    goodPoints: 29,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'tom',
        stance: 'against',
        body: 'Twenty staff is easily arranged. Every contractor I have dealt with offshore could become five contractors of nineteen by the end of a month.',
        day: -57.0,
        goodPoints: 22,
      },
    ],
  },
];
