import type { ProposalScript } from '../script.js';

/** The order of the work, and whose money it is. */
export const warmProposalsOnPaying: ProposalScript[] = [
  {
    key: 'warm-street-by-street',
    author: 'asha',
    statement:
      'Street by street, not grant by grant: the council insulates every street in turn, with one crew, and no household fills in a form.',
    argument: `On my road in Bristol nine houses out of thirty-one have had something done. I know because you can see it when there is frost on the roofs. Every one of the nine owns a printer.

I rent. I was told that I needed my landlord’s signature, a benefit I do not get, and two quotes. Mrs Haque at 14 gave up at the password.

A scaffold is paid for by the week, whether it does one house or six. So bring it once. Knock on every door, tell people when, **do the terrace as the one building that it is**, and move on to the next. You say no if you want to. You should not have to apply to say yes.`,
    day: -208.6,
    tags: ['energy', 'housing'],
    lean: [0.95, 0.84, 0.92],
    pass: 0.07,
    reach: 0.95,
    evidence: [
      {
        key: 'evidence-warm-street-costs',
        body: 'sera',
        officer: 'kofi',
        author: 'Kofi Mensah, heating engineer, policy officer of the society',
        claim:
          'Doing terraces together cost 22 to 31 in 100 less per home than single grants, once three doors in four said yes.',
        detail: `We compared final accounts for 1,140 homes in seven schemes run street by street with the average grant paid for the same measures in the same years.

The saving is scaffold, site office, one party-wall survey instead of six, and no salesman. It appears **only above about 70 per cent take-up**. In the one scheme where half the street said no, each home cost 4 per cent more than a grant would have.

Take-up was best where somebody from the street was paid to knock. It was worst where a letter came from a company nobody knew. At this cost, England’s coldest third, some 5.5 million homes, would take about £34 billion over ten years.`,
        confidence: 'medium',
        confidenceReason:
          '7 schemes that chose themselves, all of them terraces; nothing on flats or farms',
        costFlag: true,
        declaredInterest:
          'The author is paid to install heating, and has worked on one of the seven schemes.',
        mandate: 'Approved by the SERA executive, 13 for, 0 against, 2 abstained.',
        sources: [
          { title: 'Final accounts of seven area schemes, supplied by four councils' },
          {
            title: 'SERA, Doing it once: area insulation compared with grants',
            url: 'https://www.example.org/doing-it-once',
          },
          {
            title:
              'Department for Energy Security and Net Zero, household energy efficiency statistics',
          },
        ],
        day: -176.4,
        considered: {
          sentence:
            'The commission relied on this for the order of work, and took from it that nobody should start a street before three doors in four have said yes.',
          day: -96.2,
        },
      },
    ],
    comments: [
      {
        author: 'callum',
        stance: 'against',
        body: 'If you start at one end of Paisley you warm a lot of comfortable people before you reach the close where the children have asthma. A street is fair to streets. It is not fair to people.',
        day: -207.2,
        goodPoints: 35,
        replies: [
          {
            author: 'asha',
            stance: 'neutral',
            body: 'I did say every street, not every street in the order of the alphabet. Start with the worst. What I will not give up is that within the street nobody has to prove anything.',
            day: -206.5,
            goodPoints: 31,
            replies: [
              {
                author: 'callum',
                stance: 'question',
                body: 'The coldest third first, then? I could argue for that on a doorstep. It does mean telling two streets in three that they wait.',
                day: -205.8,
                goodPoints: 29,
                replies: [
                  {
                    author: 'faisal',
                    stance: 'for',
                    body: 'They wait now, and nobody tells them. A published list with a year beside each street would be the most honest thing a council has put through a letterbox.',
                    day: -205.1,
                    goodPoints: 33,
                    replies: [
                      {
                        author: 'asha',
                        stance: 'for',
                        body: 'Coldest third first, with the year on the list. I would be happy with that, even if mine is 2034.',
                        day: -204.4,
                        goodPoints: 27,
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
        author: 'member-104',
        stance: 'question',
        body: 'What of the man who says no because he has a hoard in the back room and is ashamed of it? My brother was one. A crew with a clipboard would never have got past the step.',
        day: -190.5,
        goodPoints: 24,
        replies: [
          {
            author: 'priya',
            stance: 'neutral',
            body: 'In Leicester we sent somebody from two doors down, three times, without a clipboard. The third time he let her in to look at the meter. It takes longer than a letter and it is still cheaper than a second scaffold.',
            day: -189.7,
            goodPoints: 28,
          },
        ],
      },
      {
        author: 'member-65',
        stance: 'against',
        body: 'I live on Ynys Môn at the end of a track. My street is me and some sheep. Please write down what happens to the rest of us, or it will be nothing.',
        day: -171.8,
        goodPoints: 30,
      },
    ],
    decision: {
      outcome: 'accept_in_part',
      reason:
        'We accept the order of work and the rule that nobody applies. We do not accept every street, because at £34 billion for the coldest third alone it would promise in ten years what takes thirty. So the coldest third come first, the list is published with a year beside each street, and homes that stand alone are counted as a street of their own. Asha Rahman agreed to most of this in the thread.',
      nextStop: 'Text for the draft, with the list and the three doors in four',
      due: -66,
      day: -95.4,
      by: 'daniel',
      done: {
        day: -66.8,
        note: 'Written into the first draft, paragraphs one to five. Rural homes have a paragraph of their own.',
      },
      verdicts: [0.44, 0.22, 0.06],
    },
  },
  {
    key: 'warm-landlords-pay',
    author: 'marian',
    onBehalfOf: 'lhg',
    statement:
      'Private landlords should bring every let home to band C by 2030, pay up to £10,000 a home for it, and not raise the rent to recover it.',
    argument: `About one private let in ten has a serious cold hazard. The tenant pays the bill, so the owner has no reason to act, and in twenty years no scheme of persuasion has changed that.

A landlord who lets a car without brakes does not get a grant for brakes. **£10,000, once, on a home worth £190,000** and let at £11,400 a year, is a cost of the business.

The last clause is the point. In two towns that we looked at, works were followed by a rise that took more than the tenant saved on gas. A ban for two years after the work is not hard to write, because there is a rent on the register before and a rent after.`,
    day: -204.0,
    tags: ['housing', 'energy'],
    lean: [0.89, 0.4, 0.72],
    pass: 0.12,
    reach: 0.88,
    revision: {
      statement:
        'Private landlords should bring every let home to band C by 2030, pay up to £10,000 a home for it, and not raise the rent for two years after.',
      argument: `About one private let in ten has a serious cold hazard. The tenant pays the bill, so the owner has no reason to act, and in twenty years no scheme of persuasion has changed that.

A landlord who lets a car without brakes does not get a grant for brakes. **£10,000, once, on a home worth £190,000** and let at £11,400 a year, is a cost of the business.

We had written that the rent may not be raised “to recover it”. A landlord in this thread asked how anybody would prove the reason for a rise. Nobody could. Two years without a rise, from the day of the new certificate, needs no mind-reading.`,
      reason:
        'Nathan Cooper showed that the reason for a rent rise cannot be proved. A fixed period can.',
      day: -181.2,
    },
    evidence: [
      {
        key: 'evidence-warm-landlord-costs',
        body: 'lhg',
        officer: 'marian',
        author: 'Marian Doyle, retired housing officer, secretary of the group',
        claim:
          'Four private lets in five below band C could reach it for under £8,000; one in fourteen could not for any sum under the cap.',
        detail: `We took 2,260 certificates of let homes in Norwich, Hastings and Leicester, with the works recommended on them, and priced those works with three local builders.

The middle cost was £5,700. For 81 in 100 homes it was under £8,000. For 7 in 100, nearly all of them solid-walled and in a conservation area, no list of works under £10,000 reached band C.

Of 94 landlords who answered us, 51 said that they would do the work, 26 that they would sell and 17 did not know. What people say they will do is poor evidence of what they do, and we would not lean on it.`,
        confidence: 'medium',
        confidenceReason:
          '2,260 certificates in 3 towns; prices from 3 builders; certificates are often wrong',
        costFlag: true,
        legalFlag: true,
        declaredInterest:
          'The author’s son rents privately. Two of the committee let one home each.',
        mandate: 'Agreed by the LHG executive, 10 for, 2 against.',
        sources: [
          { title: 'Energy performance of buildings register, extracts for three councils' },
          {
            title: 'Labour Housing Group, what it costs to reach band C',
            url: 'https://www.example.org/reaching-band-c',
          },
        ],
        day: -168.5,
        contests: [
          {
            body: 'scientists',
            text: 'The costs are careful, but they buy a better certificate and not a known amount of heat. Two assessors sent to the same house often differ by a band, and the recommended works assume a wall that behaves like the table. We would give the money figures medium confidence and the result of spending it low.',
            day: -158.3,
          },
        ],
        considered: {
          sentence:
            'The commission accepts the costs and also the objection: where money allows, the test should be measured heat and not the letter on the certificate.',
          day: -94.6,
        },
      },
    ],
    comments: [
      {
        author: 'member-23',
        stance: 'against',
        body: 'I let out my old flat in Bristol. I would do the walls, but “not raise the rent to recover it” is a sentence for lawyers. If I raise it by what the whole road has raised it, who decides what was in my head?',
        day: -201.5,
        goodPoints: 26,
        replies: [
          {
            author: 'marian',
            stance: 'neutral',
            body: 'Nobody can, and we should not have pretended it. Would you accept two years with no rise at all, starting from the new certificate?',
            day: -200.8,
            goodPoints: 22,
            replies: [
              {
                author: 'member-23',
                stance: 'neutral',
                body: 'Accept is strong. I could plan for it, which is most of what I ask of a rule.',
                day: -199.9,
                goodPoints: 17,
              },
            ],
          },
        ],
      },
      {
        author: 'member-60',
        stance: 'against',
        body: 'In Bradford you can buy a terrace for £85,000. Ten thousand is an eighth of the house. Around me they will sell to whoever does not ask about certificates, and my cousin will be given notice, lawfully, for a sale.',
        day: -186.3,
        goodPoints: 32,
        replies: [
          {
            author: 'faisal',
            stance: 'neutral',
            body: 'Could the cap be a share of the value instead? At six per cent it would be £5,100 in your street and still ten thousand in Norwich.',
            day: -185.5,
            goodPoints: 25,
            replies: [
              {
                author: 'member-60',
                stance: 'for',
                body: 'Better. And let the council’s crew do the let houses in a street along with the others, and send the owner a bill.',
                day: -184.6,
                goodPoints: 28,
              },
            ],
          },
        ],
      },
      {
        author: 'asha',
        stance: 'for',
        body: 'My landlord is not a villain, he just lives in Spain. He has never stood in that bathroom in January. A date is the only thing that has ever reached him.',
        day: -163.0,
        goodPoints: 30,
      },
    ],
    decision: {
      outcome: 'accept_in_part',
      reason:
        'We accept the duty, the date and the two years without a rise. We do not accept £10,000 everywhere: members in Bradford showed that it is an eighth of some houses, so the cap is six per cent of the value and £10,000 at most. Whether two years without a rise can be written so that it survives a challenge needs a lawyer’s opinion, which we have asked for and promise to publish.',
      nextStop: 'Legal opinion on two years without a rise, published here',
      due: -28,
      day: -93.1,
      by: 'faisal',
      verdicts: [0.3, 0.29, 0.12],
    },
  },
  {
    key: 'warm-tax-not-bills',
    author: 'tom',
    statement:
      'Pay for public insulation out of general taxation, and take what is now charged for it off electricity and gas bills.',
    argument: `There is a line in your bill that you never see. It pays for other people’s insulation, and it is about the same for my mother in a bungalow in Grimsby as for somebody with a heated pool.

It is the most regressive tax we have, and **it is charged most on electricity, the thing we want people to change to**. I maintain the turbines. I would like the power to be cheap by the time it comes ashore.

I know what I am asking for. About £1.5 billion a year has to come from tax instead. But tax can see what people earn, and a bill cannot.`,
    day: -199.7,
    tags: ['energy'],
    lean: [0.91, 0.69, 0.85],
    pass: 0.15,
    reach: 0.82,
    comments: [
      {
        author: 'member-42',
        stance: 'against',
        body: 'Money on bills is dull and it is there every year. Money from the Treasury is there until the first bad budget. I have been laid off by two insulation schemes, and both were paid out of tax.',
        day: -196.9,
        goodPoints: 36,
        replies: [
          {
            author: 'tom',
            stance: 'neutral',
            body: 'That is the best argument against me, and I have no clever answer. Could it be fixed for ten years in law, like the money for the big road schemes?',
            day: -196.2,
            goodPoints: 23,
            replies: [
              {
                author: 'daniel',
                stance: 'neutral',
                body: 'A settlement for five years with the next five in outline is about the most that any Treasury has ever signed. It would be worth having. Every scheme that failed was on two.',
                day: -195.1,
                goodPoints: 26,
                replies: [
                  {
                    author: 'member-42',
                    stance: 'for',
                    body: 'On five I could take on an apprentice and see him finish. If that is in it, I change my vote.',
                    day: -194.3,
                    goodPoints: 34,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'lowri',
        stance: 'question',
        body: 'Is the £1.5 billion only insulation? The published accounts put all the social and environmental charges together. Please say which lines you would move, because moving all of them is nearer seven.',
        day: -177.4,
        goodPoints: 21,
        replies: [
          {
            author: 'tom',
            stance: 'neutral',
            body: 'Only the insulation obligation. I went back to the supplier’s own breakdown, and it is £1.4 billion rather than 1.5. I would leave the rest for another day.',
            day: -176.6,
            goodPoints: 19,
          },
        ],
      },
    ],
    decision: {
      outcome: 'accept',
      reason:
        'A charge that costs a pensioner in a bungalow as much as somebody with a heated pool cannot be our way of paying for warmth. The strongest objection came from an installer who had lost two jobs when Treasury money stopped, so we accept it together with a settlement of five years, and the next five in outline. We move the insulation charge only, £1.4 billion a year, as Tom Ainsley corrected it.',
      nextStop: 'Costing agreed with the Joint Policy Committee, and text for the draft',
      due: -67,
      day: -94.0,
      by: 'daniel',
      done: {
        day: -65.9,
        note: 'Costed at £1.4 billion in the first year, one day late. The text is in the first draft.',
      },
      verdicts: [0.51, 0.15, 0.05],
    },
  },
  {
    key: 'warm-charge-on-sale',
    author: 'member-75',
    statement:
      'Owners with the means should pay through an interest-free public charge on the home, collected only when it is sold or left to somebody.',
    argument: `I own a semi in Birmingham that I bought for £61,000. It is worth £290,000, none of it through any effort of mine. My income is a teacher’s pension. I could not find £14,000 for walls, and yet it would be odd to say that I am poor.

So lend it to me. The council pays the builder, the Land Registry notes the sum, and whoever sells the house pays it back without interest. **I am warm now. My heirs, who did nothing either, get a little less of a better house.**

Keep grants for those with neither income nor equity. Otherwise the people who pay tax on wages are buying walls for the people who own them.`,
    day: -188.9,
    tags: ['housing', 'energy'],
    lean: [0.4, 0.85, 0.34],
    pass: 0.17,
    reach: 0.7,
    comments: [
      {
        author: 'joan',
        stance: 'against',
        body: 'My generation was taught one thing about money: nothing against the house. You may call it a charge, and we will hear a debt. My neighbour refused a free stairlift because a form mentioned the Land Registry.',
        day: -186.0,
        goodPoints: 33,
        replies: [
          {
            author: 'member-75',
            stance: 'neutral',
            body: 'I am 74 and I hear it too. But then what is the fair thing? Somebody pays for my walls. I do not see why it should be Asha, who rents.',
            day: -185.2,
            goodPoints: 35,
            replies: [
              {
                author: 'asha',
                stance: 'for',
                body: 'I had not thought of myself as paying for anybody’s walls. Thank you for thinking of it. If it stays a choice and nobody’s nan is frightened by it, I am for it.',
                day: -184.0,
                goodPoints: 28,
              },
            ],
          },
        ],
      },
      {
        author: 'member-91',
        stance: 'question',
        body: 'What is “the means”? In Plymouth a house worth £210,000 with £190,000 still owed on it is not means. It is a number on a letter from the bank.',
        day: -166.7,
        goodPoints: 20,
        replies: [
          {
            author: 'member-75',
            stance: 'neutral',
            body: 'I would count only what you own outright: at least £100,000 of it, and after the charge nobody is left with less.',
            day: -166.0,
            goodPoints: 16,
          },
        ],
      },
      {
        author: 'member-1',
        stance: 'against',
        body: 'Interest-free over thirty years is a grant with paperwork. At four per cent inflation the council gets back about 31p in the pound. Say that plainly, and then it may still be right.',
        day: -152.4,
        goodPoints: 24,
      },
    ],
    decision: {
      outcome: 'accept_in_part',
      reason:
        'This divided members more than anything else here, and we have tried to take what both sides could live with. The charge is offered and never required; nobody is refused the street’s crew for declining it. It rises with prices, because without that the public gets back a third. And it is offered only where £100,000 is owned outright. Those who hear a debt have our answer in one line: you may say no.',
      nextStop: 'The offer and its limits are written into the draft',
      due: -64,
      day: -88.3,
      by: 'faisal',
      done: {
        day: -64.5,
        note: 'Written in as an offer, with the £100,000 and the link to prices.',
      },
      verdicts: [0.29, 0.31, 0.16],
    },
  },
  {
    key: 'warm-same-voucher',
    author: 'member-49',
    statement:
      'Give every household the same £2,000 voucher for insulation, to spend with any approved firm within five years.',
    argument: `Means tests cost money and shame people. Everybody gets a bus pass at the same age, and nobody asks what they did with it.

So: £2,000 each, rich or poor, on a card, for five years. **No letter from the benefits office and no landlord’s signature.** Those with more to do can put their own money to it. Firms would compete for the cards, and there would be work in Plymouth as much as in Kensington.

I make it £56 billion, spread over the years in which people get round to it. That is less than the paper’s £90 billion, and it can start in the spring.`,
    day: -192.4,
    tags: ['energy'],
    lean: [0.34, 0.42, 0.28],
    pass: 0.14,
    reach: 0.48,
    comments: [
      {
        author: 'kofi',
        stance: 'against',
        body: 'I fit this for a living. £2,000 does a loft, which most already have, or half a cavity. For a solid wall it buys the scaffold. You would spend £56 billion on the homes that need it least, and the phones of every cowboy in the country would ring.',
        day: -190.9,
        goodPoints: 37,
        replies: [
          {
            author: 'member-49',
            stance: 'question',
            body: 'What would the sum have to be for a solid-walled terrace, done properly? I took mine from a leaflet.',
            day: -190.1,
            goodPoints: 12,
            replies: [
              {
                author: 'kofi',
                stance: 'neutral',
                body: 'Twelve to sixteen thousand on its own. Nine, if the whole terrace is done together. That gap is the reason I ended up behind Asha’s proposal.',
                day: -189.4,
                goodPoints: 27,
              },
            ],
          },
        ],
      },
      {
        author: 'ruth',
        stance: 'for',
        body: 'I like the instinct. Dentistry is full of people who will not come in because they expect to be asked what they earn. Is there a way to keep “nobody asks” without giving the same to everybody?',
        day: -180.3,
        goodPoints: 18,
      },
    ],
    withdrawn: {
      reason:
        'Kofi’s figures show that my £2,000 would go to the homes that need it least. Asha’s proposal keeps the part I cared for, which is that nobody is asked. I ask those who backed mine to look at hers.',
      day: -172.6,
    },
  },
];
