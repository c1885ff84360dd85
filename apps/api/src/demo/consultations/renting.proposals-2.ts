import type { ProposalScript } from '../script.js';

/** Deposits, guarantors and rent. */
export const rentingProposalsOnMoney: ProposalScript[] = [
  {
    key: 'renting-deposit-passport',
    author: 'member-19',
    statement:
      'Let a deposit move with the tenant from one home to the next, so that nobody has to find the money for two at once.',
    argument: `My deposit is £1,380. When I moved last June the old one came back after 23 days, less £60 for a scratch I still dispute. The new landlord wanted £1,520 on the day I signed. I borrowed it from a man at work who charges.

The schemes already hold the money. They know what was paid in and what is claimed. Let them pass the undisputed part straight to the next tenancy, and let the tenant top up the rest within two months.

The old landlord keeps his claim on what is in dispute. The new one is covered by the scheme from the first day. **It costs the public almost nothing**, because it is the same money, moving once instead of twice.`,
    day: -66.3,
    tags: ['housing'],
    lean: [0.96, 0.89, 0.94],
    pass: 0.06,
    reach: 0.91,
    comments: [
      {
        author: 'member-12',
        stance: 'question',
        body: 'If the old landlord claims £900 of it for a wrecked kitchen three weeks later, who is short? I do not want to hold somebody else’s argument.',
        day: -62.4,
        goodPoints: 17,
        replies: [
          {
            author: 'member-19',
            stance: 'for',
            body: 'The scheme. It lends the difference to the tenancy and collects it from the tenant, as it would after a lost dispute now. They earn interest on some billions of pounds of our money while they wait.',
            day: -61.7,
            goodPoints: 23,
            replies: [
              {
                author: 'lowri',
                stance: 'neutral',
                body: 'One check on the number. There are two kinds of scheme: in the insured kind the landlord keeps the deposit, and only the custodial kind holds money. That is nearer half the total, and your point stands for that half.',
                day: -60.6,
                goodPoints: 26,
                replies: [
                  {
                    author: 'member-19',
                    stance: 'question',
                    body: 'I did not know that. So for it to work every deposit would have to be custodial, or the insured landlord pays it over within a day or two. Which would be easier to get through?',
                    day: -59.9,
                    goodPoints: 10,
                    replies: [
                      {
                        author: 'member-68',
                        stance: 'for',
                        body: 'I worked at one of them. Custodial only. The insured kind is where nearly all of the slow repayments were, because the money had been spent on a boiler.',
                        day: -58.8,
                        goodPoints: 22,
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
        author: 'callum',
        stance: 'for',
        body: 'Moved four times in six years. Each time it was the deposit and not the rent that decided where. I ended up twenty minutes further from the depot because that landlord let me pay in two goes.',
        day: -47.8,
        goodPoints: 21,
      },
    ],
  },
  {
    key: 'renting-rise-limit',
    author: 'member-25',
    statement:
      'During a tenancy, rent should not rise in any year by more than prices or local wages, whichever has risen less.',
    argument: `My rent went up by 19% in April. The tribunal was explained to me: it asks what the market would pay, and the market would pay it. So I did not go. I am a school cook in Camberwell, and my wage went up by 3%.

The end of no-fault evictions is a lock on the front door. **A rise nobody can pay is the back door.** It needs no reason and no judge.

A limit within the tenancy does not touch the rent at which a home is first let. A landlord may still choose that freely. It says only that once somebody lives there, with children in the school, the rent moves as their world moves.`,
    day: -65.0,
    tags: ['housing', 'work'],
    lean: [0.9, 0.34, 0.64],
    pass: 0.09,
    reach: 0.9,
    comments: [
      {
        author: 'member-3',
        stance: 'against',
        body: 'When my mortgage reset it went from £510 to £890. I raised the rent by £120 and ate the rest. Under this I would have sold, to somebody who would have moved in, and there would be one let fewer in Bristol.',
        day: -62.9,
        goodPoints: 27,
        replies: [
          {
            author: 'member-25',
            stance: 'question',
            body: 'One let fewer and one buyer who no longer rents. Is that not the same number of roofs and the same number of heads?',
            day: -62.1,
            goodPoints: 29,
            replies: [
              {
                author: 'member-3',
                stance: 'against',
                body: 'Not quite. Four people shared my house. A couple bought the one next door. It adds up, in a city where nobody builds.',
                day: -61.4,
                goodPoints: 26,
                replies: [
                  {
                    author: 'asha',
                    stance: 'neutral',
                    body: 'That is the first argument against this that has made me stop. I still agree with the limit, but for shared houses I would want to know what happens.',
                    day: -60.2,
                    goodPoints: 15,
                    replies: [
                      {
                        author: 'member-25',
                        stance: 'neutral',
                        body: 'Me too, honestly. I was one of five in a shared house until I was 34. If somebody has figures on what happened to shared houses in Edinburgh or Dublin, please post them.',
                        day: -58.9,
                        goodPoints: 13,
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
        author: 'callum',
        stance: 'question',
        body: 'We had a cap in Scotland from 2022: nothing at first, then 3%. Rises within tenancies stopped. Rents for new lets jumped by more than anywhere in Britain. Is there a version of this that does not do that?',
        day: -55.3,
        goodPoints: 33,
        replies: [
          {
            author: 'member-80',
            stance: 'for',
            body: 'That cap came overnight and was known to be temporary, so landlords loaded everything on to the gap between two tenants. A limit at wages, for good, gives them no reason to hurry.',
            day: -54.6,
            goodPoints: 16,
          },
          {
            author: 'member-44',
            stance: 'against',
            body: 'Or it gives them a reason for ever. Every rule that stops at the end of a tenancy makes an empty home worth more than one with somebody in it.',
            day: -53.8,
            goodPoints: 20,
          },
        ],
      },
    ],
  },
  {
    key: 'renting-rise-stays-with-home',
    author: 'member-80',
    statement:
      'A limit on rent rises should stay with the home: a new tenant may be asked for no more than the last one paid plus the same yearly rise.',
    argument: `If the limit ends when the tenant leaves, then the landlord has a reason to make the tenant leave: slow repairs, a cold reply, a “we may be selling”. Callum has told us what happened to new rents in Scotland.

Put the limit on the home. The register will hold the last rent, so that the next tenant can look it up. After a real improvement, new heating or a new roof, the landlord can apply for more.

I know the objection: a home let cheaply to a friend stays cheap for ever. So allow one reset, to the middle rent of the street, when the rule begins.`,
    day: -48.7,
    tags: ['housing'],
    lean: [0.78, 0.18, 0.42],
    pass: 0.16,
    reach: 0.68,
    comments: [
      {
        author: 'member-44',
        stance: 'against',
        body: 'I have read about Stockholm, where it works like this. The wait for a flat is nine years or more, and people sublet for cash. Those inside are very well served. My daughter would be outside.',
        day: -46.2,
        goodPoints: 30,
        replies: [
          {
            author: 'member-80',
            stance: 'question',
            body: 'Stockholm sets the rents themselves, by bargaining, and has done for eighty years. I propose the rise only, from where rents are now. Is there a place with that rule that you would hold against it?',
            day: -45.1,
            goodPoints: 11,
            replies: [
              {
                author: 'member-44',
                stance: 'against',
                body: 'Ireland, from 2016, in the areas of high rent. It held rises down and small landlords left. I grant that the studies disagree about how many would have left without it.',
                day: -42.7,
                goodPoints: 17,
              },
            ],
          },
        ],
      },
      {
        author: 'member-103',
        stance: 'for',
        body: 'The flat above mine has had five tenants in four years and £60 more each time. He does not need to evict anybody. He waits.',
        day: -21.6,
        goodPoints: 19,
      },
    ],
  },
  {
    key: 'renting-guarantor',
    author: 'member-38',
    statement:
      'Ban landlords from asking for a guarantor from anyone who has paid rent on time for the past year.',
    argument: `I came out of care at eighteen. I have paid rent in Newcastle for six years without missing a week. When I tried to move nearer to my job, four agents asked for a guarantor with a house and £36,000 a year. I do not know anybody with a house.

The landlord has my record: seventy-two payments, on the bank statement, in order. It says more about me than my uncle’s salary would, if I had an uncle.

Rent in advance used to be the way round. Now that it is limited, agents ask everybody for a guarantor instead. It shuts out people from care, people from abroad, and anybody whose parents rent.`,
    day: -57.9,
    tags: ['housing'],
    lean: [0.92, 0.63, 0.84],
    pass: 0.1,
    reach: 0.77,
    comments: [
      {
        author: 'member-3',
        stance: 'question',
        body: 'I would take your seventy-two payments over a guarantor any day. But what do I take from a student of eighteen who has never paid rent, if I may not ask?',
        day: -53.0,
        goodPoints: 15,
        replies: [
          {
            author: 'member-38',
            stance: 'neutral',
            body: 'You may ask. They have not paid for a year, so it does not cover them. I thought about it, and wanted something that landlords could not call unfair.',
            day: -52.2,
            goodPoints: 24,
          },
        ],
      },
      {
        author: 'sunita',
        stance: 'for',
        body: 'I have stood guarantor for two girls at work because they had nobody. If they lose their jobs I lose my savings. I would do it again, but it should not be my job.',
        day: -36.9,
        goodPoints: 27,
      },
      {
        author: 'member-90',
        stance: 'against',
        body: 'Then they will ask for landlord insurance at £25 a month instead, and charge us for it. Agents always find the next thing.',
        day: -18.8,
        goodPoints: 8,
        withdrawn: true,
      },
    ],
  },
  {
    key: 'renting-publish-rents',
    author: 'tom',
    statement:
      'Publish the rent agreed for every let home, street by street and without names, so that a tenant can check whether an increase is fair.',
    argument: `When you sell a house in Grimsby the price is on the internet within weeks and nobody faints. When you let one it is a secret. All that gets published is what was asked.

So a tenant who is told that “this is the market now” cannot look. Nor can the tribunal, which goes by adverts. An advert is a wish.

Landlords in England must register anyway. Add one box: the rent, and the month it was agreed. Where a street has fewer than ten lets, join it to the next street so that nobody can be picked out.

If rents are fair this will show it. If they are not, it will show that.`,
    day: -33.6,
    tags: ['housing'],
    lean: [0.86, 0.64, 0.74],
    pass: 0.2,
    reach: 0.47,
    comments: [
      {
        author: 'member-61',
        stance: 'against',
        body: 'I manage lets. Half of my landlords charge a good tenant £80 under the going rate. Publish it and every one of them will see what the neighbour gets. You would raise more rents than you lower.',
        day: -31.9,
        goodPoints: 32,
        replies: [
          {
            author: 'tom',
            stance: 'question',
            body: 'They see the adverts already, and those are higher. Would seeing that the neighbour really gets £80 less than the advert push them up or down?',
            day: -31.2,
            goodPoints: 26,
            replies: [
              {
                author: 'member-61',
                stance: 'neutral',
                body: 'Hm. For a new let, down. For somebody who has been in ten years, up. I do not know which is more, and neither do you.',
                day: -30.6,
                goodPoints: 29,
                replies: [
                  {
                    author: 'tom',
                    stance: 'for',
                    body: 'No, I do not. I would try it for two years in three towns and count. If it goes the way you say I will withdraw it myself.',
                    day: -29.7,
                    goodPoints: 34,
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
];
