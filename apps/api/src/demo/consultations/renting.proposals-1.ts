import type { ProposalScript } from '../script.js';

/** Damp, checks, adaptations, and the length of a tenancy. */
export const rentingProposalsOnHomes: ProposalScript[] = [
  {
    key: 'renting-damp-clock',
    author: 'asha',
    statement:
      'If a private landlord has not started to fix serious damp within 14 days of a written report, the tenant need not pay rent until work starts.',
    argument: `I reported black mould behind the cot on 3 November. The agent sent somebody in February. He painted over it.

I dispense inhalers for a living, so I knew what my daughter was breathing. I wrote nine emails. Each time the answer was polite and each time nothing happened, because nothing *had* to happen.

A landlord who loses a month’s rent finds a plasterer. I do not want to go to court; I have a toddler and a job with shifts. I want a date, and something that happens by itself on the day after it.`,
    day: -68.5,
    tags: ['housing', 'health'],
    lean: [0.94, 0.7, 0.88],
    pass: 0.06,
    reach: 0.95,
    revision: {
      statement:
        'If a private landlord has not started to fix serious damp within 14 days of a written report, the rent is held by the council until work starts.',
      argument: `I reported black mould behind the cot on 3 November. The agent sent somebody in February. He painted over it.

I dispense inhalers for a living, so I knew what my daughter was breathing. I wrote nine emails. Each time the answer was polite and each time nothing happened, because nothing *had* to happen.

I first wrote that the tenant need not pay. A solicitor here showed me that a tenant who stops paying can be taken to court for it, whatever we meant. So the tenant goes on paying, but **to the council**, which hands it over on the day work starts. A landlord who waits for a month’s rent finds a plasterer.`,
      reason:
        'The Society of Labour Lawyers showed that withholding rent puts the tenant at risk of eviction. Paying it to the council does not.',
      day: -49.5,
    },
    evidence: [
      {
        key: 'renting-lawyers-withholding',
        body: 'lawyers',
        officer: 'society-officer',
        author: 'Olumide Bankole, housing solicitor, secretary of the society',
        claim:
          'A right simply to stop paying rent would expose tenants to eviction for arrears; paying it to a third party can be made lawful.',
        detail: `Arrears are a ground for possession. A tenant who stops paying because of damp must prove, months later and usually without a lawyer, that the damp was serious and was reported. Of 31 such cases our members handled, 19 tenants lost or gave up the home.

Rent paid to a council or a scheme is not arrears. It still touches the landlord’s property rights, so the law must say who decides that damp is serious, allow a quick appeal, and pay out when work starts. A short Act would do. Regulations would not.`,
        confidence: 'high',
        confidenceReason:
          'Settled law on arrears; the 31 cases are our members’ own and not a sample',
        legalFlag: true,
        declaredInterest:
          'The author is paid to represent tenants, partly from legal aid. No member of the drafting group lets property.',
        mandate: 'Agreed by the housing law group, 9 for, 1 against, and adopted by the executive.',
        sources: [
          { title: 'Housing Act 1988, schedule 2, grounds for possession' },
          {
            title: 'Ministry of Justice, Landlord possession statistics',
            url: 'https://www.example.org/possession-statistics',
          },
          { title: 'Society of Labour Lawyers, note on withheld rent, 31 cases' },
        ],
        day: -54,
        considered: {
          sentence:
            'The commission accepts that rent must be paid to somebody, and will not put forward any text that leaves a tenant in arrears.',
          day: -33,
        },
      },
    ],
    comments: [
      {
        author: 'member-12',
        stance: 'against',
        body: 'I let one flat in Hastings, my late mother’s. My builder is booked until spring, and half of what tenants call damp is drying washing on radiators with the windows shut. Fourteen days is a fine for not owning a plasterer.',
        day: -66.0,
        goodPoints: 25,
        replies: [
          {
            author: 'asha',
            stance: 'for',
            body: 'It says start, not finish. A survey and a dehumidifier on day ten is a start. And I did open the windows. The wall was wet from a gutter the agent had been told about in 2022.',
            day: -65.4,
            goodPoints: 36,
            replies: [
              {
                author: 'member-12',
                stance: 'question',
                body: 'Then say what counts as a start, or it will be argued over in every street. If a survey counts, I have much less to quarrel with.',
                day: -64.8,
                goodPoints: 18,
                replies: [
                  {
                    author: 'marian',
                    stance: 'neutral',
                    body: 'Thirty years as a housing officer: a start is a written survey by somebody not selling damp treatment, and a date for the work. That is how the better associations have counted it.',
                    day: -63.9,
                    goodPoints: 31,
                    replies: [
                      {
                        author: 'member-12',
                        stance: 'neutral',
                        body: 'I could live with that definition. My neighbour who lets through an agent could not, because the agent would charge him £300 for the survey, but that is a quarrel with agents.',
                        day: -63.0,
                        goodPoints: 9,
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
        author: 'faisal',
        stance: 'question',
        body: 'I advise tenants in Bradford. Those with the worst mould are usually on universal credit, some with the housing part paid straight to the landlord. How does anybody hold rent that the tenant never touches?',
        day: -58.2,
        goodPoints: 22,
        replies: [
          {
            author: 'member-40',
            stance: 'for',
            body: 'Scotland lets councils do something close to it: a rent relief order can cut the rent where a repair order is ignored. The payment office is told like any other change of amount.',
            day: -57.1,
            goodPoints: 16,
          },
        ],
      },
      {
        author: 'member-83',
        stance: 'against',
        body: 'If my landlord gets no rent for two months he cannot pay the mortgage and the bank sells over my head. I would rather the council did the work and sent him the bill.',
        day: -44.0,
        goodPoints: 20,
        replies: [
          {
            author: 'asha',
            stance: 'question',
            body: 'Would you want both? The council holds the rent, and after a month it may spend it on the work. I have no room left in 180 characters, but I would put it in the argument.',
            day: -43.2,
            goodPoints: 17,
          },
        ],
      },
    ],
  },
  {
    key: 'renting-one-in-ten',
    author: 'marian',
    onBehalfOf: 'lhg',
    statement:
      'Every council should inspect one in ten of its private lets each year, unannounced to the tenant’s cost and paid for by the landlord’s registration fee.',
    argument: `A rule that nobody checks is advice. In most places a council learns of a dangerous boiler when a tenant dares to write, and the tenants in the worst homes write least: they are new here, or ill, or owe a fortnight’s rent.

One in ten a year means that every let home is seen about once a decade, and a landlord with twenty homes is seen every year. It needs roughly one officer to 1,500 lets.

A fee of £55 a home each year would pay for it. Labour Housing Group agreed this at its annual meeting, after a long argument about whether the fee should be higher for large landlords. It was left flat, so that it can be collected simply.`,
    day: -67.0,
    tags: ['housing'],
    lean: [0.9, 0.58, 0.82],
    pass: 0.12,
    reach: 0.86,
    revision: {
      statement:
        'Every council should inspect one in ten of its private lets each year, paid for by the landlord’s registration fee.',
      argument: `A rule that nobody checks is advice. In most places a council learns of a dangerous boiler when a tenant dares to write, and the tenants in the worst homes write least: they are new here, or ill, or owe a fortnight’s rent.

One in ten a year means that every let home is seen about once a decade, and a landlord with twenty homes is seen every year. It needs roughly one officer to 1,500 lets.

A fee of £55 a home each year would pay for it. The visit is arranged with the tenant, who may say no to a date but not for ever.`,
      reason:
        'The first statement was muddled: several members asked whether inspectors would arrive unannounced. They would not.',
      day: -61.8,
    },
    evidence: [
      {
        key: 'renting-lhg-inspections',
        body: 'lhg',
        officer: 'marian',
        author: 'Marian Doyle, housing officer for 31 years, secretary of the group',
        claim:
          'Where councils license and inspect all private lets in an area, they find a serious hazard in about one home in six, and most are fixed without court.',
        detail: `We read the public reports of nine council licensing schemes that inspected every home in a ward. Between 11 and 24 in 100 homes had a hazard in the most serious category; the middle scheme had 17. In seven of the nine, more than 8 in 10 were fixed after a first letter.

The wards were chosen because they were thought bad, so the national figure will be lower. Costs ran from £38 to £71 a home a year, depending on travel and on how often an inspector was turned away.`,
        confidence: 'medium',
        confidenceReason:
          'Nine schemes, all in wards picked for being poor; costs are from their accounts',
        costFlag: true,
        declaredInterest:
          'The author has a council pension. Two of the executive let one home each.',
        mandate: 'Annual general meeting, 64 for, 11 against, 5 abstained.',
        sources: [
          { title: 'Labour Housing Group, What nine licensing schemes found' },
          {
            title: 'Ministry of Housing, English Housing Survey, private rented sector',
            url: 'https://www.example.org/english-housing-survey',
          },
        ],
        day: -63.5,
        contests: [
          {
            body: 'fabians',
            text: 'The nine schemes inspected every home in a ward. One in ten across a district is a different thing: an officer spends far more time travelling, and we would expect £80 to £95 a home.',
            day: -40,
          },
        ],
        considered: {
          sentence:
            'The commission takes the hazard rate as a guide and not a national figure, and has asked for both costings to be redone for a rural and a city council.',
          day: -26,
        },
      },
    ],
    comments: [
      {
        author: 'member-29',
        stance: 'question',
        body: 'Does “unannounced” mean that a stranger from the council can knock on my door on a Tuesday night? I rent. I would be furious, and I am on your side.',
        day: -65.9,
        goodPoints: 32,
        replies: [
          {
            author: 'marian',
            stance: 'neutral',
            body: 'No. It was meant to say at no cost to the tenant, and two drafts were run together. I have asked the executive to correct it, and I apologise.',
            day: -65.1,
            goodPoints: 14,
          },
        ],
      },
      {
        author: 'member-57',
        stance: 'against',
        body: 'Fifty-five pounds a home is nothing to a landlord and goes straight on the rent. One in ten a year means that nine in ten hear nothing. Spend it on the homes people report and answer the phone.',
        day: -52.3,
        goodPoints: 19,
        replies: [
          {
            author: 'faisal',
            stance: 'for',
            body: 'Nobody reports in the streets I work in. Last year I sat with a family of six in a cellar room who thanked me for the visit and begged me not to tell the council. A check that comes anyway is the only one they get.',
            day: -51.6,
            goodPoints: 37,
            replies: [
              {
                author: 'member-57',
                stance: 'question',
                body: 'And where do they go when the inspector closes the cellar? That is why they begged you.',
                day: -50.9,
                goodPoints: 28,
                replies: [
                  {
                    author: 'faisal',
                    stance: 'neutral',
                    body: 'To a hotel in Leeds for five months, if it goes as it usually does. You are right that this proposal does not answer it. An order to repair instead of to close would.',
                    day: -50.0,
                    goodPoints: 24,
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
    key: 'renting-adaptations',
    author: 'member-6',
    statement:
      'A private landlord must allow a grab rail, ramp or wider door within 28 days of being asked; the council pays, and the tenant need not undo it on leaving.',
    argument: `I use a wheelchair. I have lived for four years in a flat where I cannot get into the bathroom with the door on, so it has no door. The council offered the whole £1,400. The landlord never said no. He said that he would think about it, and he has been thinking since 2021.

The law already says that a refusal must be reasonable. It does not say *when*. And a tenant who must pay to tear out a rail on leaving will not ask for one.

A wider door harms no one. The next tenant may have a pram.`,
    day: -60.4,
    tags: ['housing', 'health'],
    lean: [0.95, 0.86, 0.93],
    pass: 0.05,
    reach: 0.72,
    evidence: [
      {
        key: 'renting-disability-adaptations',
        body: 'disability',
        officer: 'society-officer',
        author: 'Denise Farquhar, secretary, wheelchair user and private tenant',
        claim:
          'Grants for adaptations are approved and then not used in private lets, mostly because the landlord does not answer.',
        detail: `Nine councils answered our request for figures. Of 640 grants approved for private tenants over two years, 214 were never spent. In 131 of those the file says that consent did not come. An outright refusal was recorded in 12.

Owner-occupiers in the same councils spent 19 in 20 of theirs. The usual work cost less than £2,000. In the cases we followed up by phone, 22 of 30 tenants had since moved, 9 of them into a care home or back to their parents.`,
        confidence: 'medium',
        confidenceReason: '9 of 24 councils answered; 30 people spoken to, not chosen at random',
        declaredInterest: 'The author is waiting for consent in her own home.',
        mandate:
          'Agreed by the executive without a vote against, and read over by the members who were interviewed.',
        sources: [
          { title: 'Disability Labour, Approved and not built: answers from nine councils' },
          {
            title: 'Disabled facilities grant, delivery returns',
            url: 'https://www.example.org/disabled-facilities-grant',
          },
        ],
        day: -45,
      },
    ],
    comments: [
      {
        author: 'member-34',
        stance: 'question',
        body: 'Ramps yes. But a wider door in a listed house, or a flat where the wall belongs to the freeholder, is not the landlord’s to allow. What then?',
        day: -56.7,
        goodPoints: 13,
        replies: [
          {
            author: 'member-6',
            stance: 'neutral',
            body: 'Then he says so in writing within 28 days, with the freeholder’s name, and I go and ask the freeholder. A no that I can read is worth more than three years of thinking.',
            day: -56.0,
            goodPoints: 35,
          },
        ],
      },
      {
        author: 'member-12',
        stance: 'for',
        body: 'I have argued against half of this page. This one I would sign today. A rail costs less than a month of an empty flat, and tenants who can stay do stay.',
        day: -38.5,
        goodPoints: 29,
      },
      {
        author: 'ruth',
        stance: 'for',
        body: 'The hospital discharge team in Plymouth will tell you the same. A bed costs some £400 a day while somebody waits for a rail that costs sixty.',
        day: -24.4,
        goodPoints: 18,
        editedTo:
          'The hospital discharge team in Plymouth will tell you the same. A bed costs some £350 to £400 a day while somebody waits for a rail that costs sixty pounds to fit.',
      },
    ],
  },
  {
    key: 'renting-fixed-terms',
    author: 'member-51',
    statement:
      'A landlord and a tenant should again be able to agree a fixed term of up to two years, if both of them want it.',
    argument: `I teach at a university and let my house in Norwich whenever I work abroad. I need it back on a date. My tenants, each time, were a couple on a two-year hospital contract who wanted to be sure of exactly that long, at a rent that would not move.

Under the new rules they can leave in a month and I can raise the rent in a year. Both of us lost something that we had freely agreed.

I support the end of no-fault evictions for people who are making a home. I ask only for a choice, on one page, read out and signed by both.`,
    day: -41.2,
    tags: ['housing'],
    lean: [0.2, 0.52, 0.28],
    pass: 0.14,
    reach: 0.61,
    comments: [
      {
        author: 'member-29',
        stance: 'against',
        body: '“If both want it.” There were 43 people at my last viewing. We would all have wanted whatever the agent had on the clipboard.',
        day: -40.1,
        goodPoints: 40,
        replies: [
          {
            author: 'member-51',
            stance: 'question',
            body: 'A fair hit. What if only the tenant can ask for it, after they have moved in?',
            day: -39.5,
            goodPoints: 12,
            replies: [
              {
                author: 'member-29',
                stance: 'neutral',
                body: 'After three months, with no mention of it in the advert? Then it is a promise from you to me, and I would not mind it. But that is a different proposal.',
                day: -38.9,
                goodPoints: 21,
              },
            ],
          },
        ],
      },
      {
        author: 'jamie',
        stance: 'question',
        body: 'New here, so sorry if this is obvious. I rent in Salford month to month and like that I can leave. If I signed for two years and the boiler went, could I get out?',
        day: -12.3,
        goodPoints: 11,
        replies: [
          {
            author: 'member-74',
            stance: 'against',
            body: 'Not obvious at all, and mostly no, which was the trouble. I paid eleven months on a flat in Paisley that I could not sleep in.',
            day: -11.4,
            goodPoints: 14,
          },
        ],
      },
    ],
  },
];
