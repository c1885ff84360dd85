import type { ProposalScript } from '../script.js';

/** The work itself: dry walls, guarantees, measured heat, boilers, and who is trained. */
export const warmProposalsOnWork: ProposalScript[] = [
  {
    key: 'warm-dry-first',
    author: 'gwenllian',
    statement:
      'No wall should be insulated with public money until somebody independent has surveyed it for damp and it has been made dry.',
    argument: `My house on Ynys Môn has stood since 1871 with rain coming at it sideways. It stays dry because the wall breathes. In 2015 a scheme wrapped the whole of the next terrace in polystyrene, for nothing.

By the second winter there was water running **down the inside** of the children’s bedrooms. The firm had been wound up. Two families moved out; one is still with the grandmother.

I am not against insulation. I was a head teacher, and I know what a cold child learns, which is very little. I ask for one thing in the right order: look at the wall, mend the gutter, let it dry, then decide what it can bear. It may take a summer.`,
    day: -206.1,
    tags: ['housing', 'energy'],
    lean: [0.93, 0.88, 0.94],
    pass: 0.08,
    reach: 0.85,
    revision: {
      statement:
        'No solid wall should be insulated with public money until somebody independent has surveyed it for damp and it has been made dry.',
      argument: `My house on Ynys Môn has stood since 1871 with rain coming at it sideways. It stays dry because the wall breathes. In 2015 a scheme wrapped the whole of the next terrace in polystyrene, for nothing.

By the second winter there was water running **down the inside** of the children’s bedrooms. The firm had been wound up. Two families moved out; one is still with the grandmother.

I am not against insulation. I was a head teacher, and I know what a cold child learns, which is very little. Look at the wall, mend the gutter, let it dry, then decide what it can bear. It may take a summer. The loft, the draughts and a cavity in a dry place need not wait for it.`,
      reason:
        'Dafydd Davies was right that I had written “wall” and meant “solid wall”. Cavities in dry places are left out.',
      day: -161.9,
    },
    evidence: [
      {
        key: 'evidence-warm-damp',
        body: 'scientists',
        officer: 'society-officer',
        author: 'Dr Katarzyna Wilk, building physicist, policy officer of the society',
        claim:
          'Insulating a solid wall that is already wet makes mould more likely; a survey and a drying season remove most of that risk.',
        detail: `We brought together 14 studies in which moisture was measured in solid walls before and for at least two years after insulation, 612 homes in all.

Where the wall was dry to begin with, mould was no more common than in the neighbours’ homes. Where it was wet, it was about three times as common. Blocked gutters and failed pointing explained most of the wet walls, and both are cheap.

Materials that let vapour pass did better in exposed places, though only four studies looked. We could not find any that followed a home for more than six years, which is short for a wall meant to last sixty.`,
        confidence: 'high',
        confidenceReason: '14 studies, 9 of them in Britain or Ireland, all pointing the same way',
        declaredInterest:
          'The author’s university department receives money from a maker of wood-fibre board.',
        mandate: 'Approved by the society’s energy group and its executive, 8 for, 0 against.',
        sources: [
          { title: 'Review of moisture in insulated solid walls, 14 studies, with the list' },
          {
            title: 'Scientists for Labour, Dry first: what the measurements show',
            url: 'https://www.example.org/dry-first',
          },
          { title: 'Historic England, guidance on energy efficiency and traditional homes' },
        ],
        day: -173.9,
        considered: {
          sentence:
            'The commission treats this as settled enough to write a rule upon, and notes the author’s own warning that nobody has watched a wall for longer than six years.',
          day: -95.0,
        },
      },
    ],
    comments: [
      {
        author: 'member-89',
        stance: 'question',
        body: 'A summer to dry, then a year in the queue, and it is three winters before anybody is warm. I am 79 and in Newcastle. Is there something you would let them do in the first week?',
        day: -203.3,
        goodPoints: 31,
        replies: [
          {
            author: 'gwenllian',
            stance: 'neutral',
            body: 'Yes, and I am glad you asked. The loft, the draughts round the doors, the gutter, and the boiler turned down to where it condenses. None of it touches the wall. A good crew does it in two days.',
            day: -202.7,
            goodPoints: 34,
            replies: [
              {
                author: 'kofi',
                stance: 'for',
                body: 'Those two days are worth about a fifth of a gas bill in a terrace, and I have never had to go back to mend one. They should be done the week the survey is.',
                day: -202.0,
                goodPoints: 29,
              },
            ],
          },
        ],
      },
      {
        author: 'member-15',
        stance: 'against',
        body: 'A survey of every home costs £350 and there are not the surveyors. My cavity in Norwich was filled in an afternoon in 1998 and I have not thought of it since. Survey solid walls, by all means, and leave the easy ones alone.',
        day: -169.0,
        goodPoints: 23,
        replies: [
          {
            author: 'gwenllian',
            stance: 'neutral',
            body: 'I meant solid walls, and wrote all. For a cavity in a dry place, a look with a borescope would content me. On the coast I would still want the survey.',
            day: -168.2,
            goodPoints: 18,
          },
        ],
      },
      {
        author: 'helen',
        stance: 'for',
        body: 'We admit the children from those bedrooms, every December, by the same names. A summer is not long.',
        day: -148.6,
        goodPoints: 26,
      },
    ],
    decision: {
      outcome: 'accept',
      reason:
        'The evidence here was the strongest in the consultation, and no member argued that a wet wall should be covered. We accept it for all solid walls, and for cavities where driving rain is severe; elsewhere a look inside with a borescope is enough, as Dafydd Davies proposed and Gwenllian Pryce agreed. So that nobody waits three winters, loft, draughts and gutters are done in the week of the survey.',
      nextStop: 'Text for the draft, and a count of the surveyors needed',
      due: -68,
      day: -96.0,
      by: 'daniel',
      done: {
        day: -69.2,
        note: 'Text agreed. About 2,600 more surveyors are needed by the third year; the figure is in the draft.',
      },
      verdicts: [0.58, 0.11, 0.02],
    },
  },
  {
    key: 'warm-public-guarantee',
    author: 'member-32',
    statement:
      'All publicly paid insulation should be checked by somebody the installer does not pay, and guaranteed for 25 years by one public fund.',
    argument: `They did my mum’s terrace in Bradford in three days. When the render cracked I rang the firm: dissolved. I rang the guarantee: it covered materials and not workmanship. I rang the trade body: **the inspector had been paid by the firm**, and had passed eleven houses in a morning, from the pavement.

There are six numbers on the fridge now, and nobody at any of them is responsible.

One number. A levy of two per cent on each job pays into one fund, run by the public, and it puts the house right first and argues with the installer after. Checks are drawn by lot, after the scaffold is down and again after two winters.`,
    day: -203.5,
    tags: ['housing', 'energy'],
    lean: [0.95, 0.9, 0.94],
    pass: 0.06,
    reach: 0.86,
    evidence: [
      {
        key: 'evidence-warm-guarantees',
        body: 'lawyers',
        officer: 'society-officer',
        author: 'Olumide Bankole, solicitor, secretary of the society',
        claim:
          'Householders with failed insulation can rarely use the guarantee they hold; a statutory fund that pays first would need an Act.',
        detail: `We read the terms of eleven guarantees given with publicly funded insulation since 2013. Nine exclude damp “arising from the condition of the property”, which is nearly always what is in dispute. Seven end if the firm does, or if the house is sold and nobody sends a form within 28 days.

A fund that repairs first and then recovers from the installer is well known in law; package holidays and motor insurance both have one. It needs a short Act to compel membership and to let the fund sue in the householder’s place.

Two per cent is our guess at the levy and should be checked by an actuary before anybody prints it.`,
        confidence: 'high',
        confidenceReason:
          '11 sets of terms read in full; on the levy our confidence is low and we say so',
        costFlag: true,
        legalFlag: true,
        declaredInterest:
          'The author’s firm has acted for householders against two installers. No fee depends on this.',
        mandate: 'Adopted by the executive of the society, 12 for, 1 abstained.',
        sources: [
          { title: 'Terms of eleven insulation guarantees, 2013 to 2024' },
          {
            title: 'Society of Labour Lawyers, note on a statutory warranty fund',
            url: 'https://www.example.org/warranty-fund',
          },
          { title: 'Third Parties (Rights against Insurers) Act 2010' },
        ],
        day: -160.7,
        considered: {
          sentence:
            'The commission will propose an Act, and will print no figure for the levy until an actuary has seen it.',
          day: -93.8,
        },
      },
    ],
    comments: [
      {
        author: 'member-97',
        stance: 'question',
        body: 'I run a crew of five in Paisley and I am proud of the work. Two per cent I could bear. Would a firm that never causes a claim go on paying the same as one that always does?',
        day: -198.0,
        goodPoints: 24,
        replies: [
          {
            author: 'member-32',
            stance: 'neutral',
            body: 'It should fall if your houses pass at two winters, and rise if they do not. I would not want you to pay for the firm that did my mum’s.',
            day: -197.2,
            goodPoints: 22,
            replies: [
              {
                author: 'member-97',
                stance: 'for',
                body: 'Then you may put me down for it, and I will tell you what the good firms want most: publish the pass rates by name.',
                day: -196.5,
                goodPoints: 33,
              },
            ],
          },
        ],
      },
      {
        author: 'callum',
        stance: 'against',
        body: 'A fund that always pays first takes away the last reason to choose your builder with care. We would all be insuring the cowboys. Is there not a case for the household bearing the first £200?',
        day: -179.5,
        goodPoints: 15,
        replies: [
          {
            author: 'member-113',
            stance: 'against',
            body: 'Under street by street she did not choose the builder. The council did. Let the council bear the first £200, and watch how carefully it chooses.',
            day: -178.8,
            goodPoints: 35,
            replies: [
              {
                author: 'callum',
                stance: 'neutral',
                body: 'That is neat, and better than mine. I withdraw the £200 from the household.',
                day: -178.0,
                goodPoints: 20,
              },
            ],
          },
        ],
      },
    ],
    decision: {
      outcome: 'accept',
      reason:
        'Eleven guarantees, nine of which exclude the very thing that goes wrong: we do not need more to be persuaded. One public fund puts the home right first. The check is drawn by lot and paid from the fund. We add what a builder in Paisley asked for, pass rates by name, and what a member in Bradford asked for, a first £200 borne by the council that chose the firm. The levy waits for an actuary.',
      nextStop: 'Actuary’s figure for the levy, then text for the draft',
      due: -50,
      day: -92.5,
      by: 'daniel',
      done: {
        day: -48.7,
        note: 'The actuary’s range is 1.6 to 2.4 per cent. It came a day late, and is in the second draft as “about two”.',
      },
      verdicts: [0.56, 0.12, 0.03],
    },
  },
  {
    key: 'warm-measure-heat',
    author: 'lowri',
    statement:
      'Measure the heat that one in ten insulated homes uses before and after the work, and publish the results by scheme and installer.',
    argument: `I audit things, so I looked for the number. Britain has spent something like £20 billion on insulation since 2008. How much less gas do those homes burn? There is a modelled answer, and the model is the one that recommended the work.

A meter does not have opinions. **One home in ten, drawn by lot, a year before and two years after**, corrected for the weather, with the household’s leave. Publish by scheme and by installer, and publish the ones that got worse.

It would cost about £60 a home in the sample, and it would have found the bad schemes in the second year and not in the ninth.`,
    day: -183.3,
    tags: ['energy'],
    lean: [0.88, 0.84, 0.87],
    pass: 0.24,
    reach: 0.6,
    comments: [
      {
        author: 'member-111',
        stance: 'question',
        body: 'When my walls were done I did not use less gas. I stopped wearing a coat. Would your meter call me a failure?',
        day: -180.9,
        goodPoints: 39,
        replies: [
          {
            author: 'lowri',
            stance: 'neutral',
            body: 'It would, and it should not. So a small thermometer in the living room as well, and both numbers published. Warmer for the same money is a success, and at the start it may be the commonest one.',
            day: -180.2,
            goodPoints: 36,
            replies: [
              {
                author: 'member-111',
                stance: 'for',
                body: 'Nobody has asked me about the coat before. I am for it.',
                day: -179.6,
                goodPoints: 19,
              },
            ],
          },
        ],
      },
      {
        author: 'member-93',
        stance: 'against',
        body: 'With ten homes an installer can have a bad year by bad luck. If you publish by name on samples of that size you will ruin somebody who did nothing wrong.',
        day: -157.1,
        goodPoints: 14,
        replies: [
          {
            author: 'lowri',
            stance: 'neutral',
            body: 'Agreed. No name below thirty homes, and a range printed with each figure. Better to leave a small firm out than to guess about it.',
            day: -156.3,
            goodPoints: 17,
          },
        ],
      },
    ],
    decision: {
      outcome: 'merge',
      reason:
        'Both proposals ask for the same thing, that somebody goes back to look. The public fund draws homes by lot, and it makes no sense to draw twice. So the meter and the thermometer go with the check after two winters, with Lowri Bevan’s rule of no name below thirty homes. Nothing of the proposal is lost by this and its votes stay here.',
      nextStop: 'Measured heat is written into the paragraph on the check after two winters',
      due: -66,
      day: -90.6,
      by: 'daniel',
      mergedInto: 'warm-public-guarantee',
      done: {
        day: -66.2,
        note: 'It is a paragraph of its own after all, directly below the one on the fund.',
      },
      verdicts: [0.43, 0.19, 0.05],
    },
  },
  {
    key: 'warm-no-new-boilers',
    author: 'member-109',
    statement:
      'From 2030 no new gas boiler should be fitted in any home where a heat pump would work, even if the owner would rather have one.',
    argument: `A boiler fitted in 2030 will still be burning gas in 2045. Every year without a date is a million more of them.

I had a pump put into a flat in Camberwell that four firms had said was impossible. It cost £4,100 after the grant. My bill went up £60 in the first year and, after somebody set it properly, down £140 in the second. **The house did not explode.**

People will not choose it one by one, and why should they? The neighbour’s boiler costs £2,300 and comes on a Saturday. A date for everybody makes firms train and prices fall. We did it with lead petrol and with smoky coal.`,
    day: -195.8,
    tags: ['energy', 'housing'],
    lean: [0.8, 0.26, 0.5],
    pass: 0.11,
    reach: 0.8,
    comments: [
      {
        author: 'member-82',
        stance: 'against',
        body: 'My boiler went on a Thursday in February with a baby in the house. It was mended by Saturday lunch. Tell me who in Grimsby fits a heat pump between a Thursday and a Saturday.',
        day: -193.6,
        goodPoints: 38,
        replies: [
          {
            author: 'member-109',
            stance: 'neutral',
            body: 'Nobody, today. I would allow a lent boiler for a year after a breakdown. The date is for planned replacements.',
            day: -192.9,
            goodPoints: 14,
            replies: [
              {
                author: 'kofi',
                stance: 'neutral',
                body: 'I install both. Nine boilers in ten are replaced after a breakdown, so a rule for planned ones is a rule for one in ten. And a lent boiler has to be plumbed in like any other.',
                day: -192.0,
                goodPoints: 32,
                replies: [
                  {
                    author: 'member-109',
                    stance: 'question',
                    body: 'I did not know it was nine in ten. What would you do, then, in my place?',
                    day: -191.2,
                    goodPoints: 16,
                    replies: [
                      {
                        author: 'kofi',
                        stance: 'neutral',
                        body: 'Make electricity cheaper than it is beside gas, insulate first, and the date sets itself. While the unit costs four times as much, I cannot look a pensioner in the eye.',
                        day: -190.4,
                        goodPoints: 36,
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
        author: 'member-10',
        stance: 'for',
        body: 'I would vote for an earlier date. My street in Paisley floods twice a year now and did not when I was at school.',
        day: -164.4,
        goodPoints: 19,
        editedTo:
          'I would vote for an earlier date. The bottom of my street in Paisley floods most years now, and I do not remember it once from when I was at school.',
      },
      {
        author: 'sunita',
        stance: 'against',
        body: '“Even if the owner would rather” is honest, and it will lose us every house on my estate. Offer it with the insulation and let the neighbours show each other their bills.',
        day: -151.3,
        goodPoints: 27,
      },
    ],
    decision: {
      outcome: 'not_take_forward',
      reason:
        'We share the aim and do not take the ban. Two facts from the thread weighed most: nine boilers in ten are replaced after a breakdown, in days, and electricity costs four times as much a unit as gas. A date imposed before those change would fall on people with a baby and no heating. The proposal on bills attacks the second. We will look at a date again when the price is below three times.',
      nextStop:
        'The price of electricity beside gas is published here, with the date of the next look',
      due: -60,
      day: -91.2,
      by: 'daniel',
      done: {
        day: -61.4,
        note: 'It stands at 3.9 times. It is published each quarter, and the commission looks again in twelve months.',
      },
      verdicts: [0.17, 0.3, 0.31],
    },
  },
  {
    key: 'warm-apprentices',
    author: 'member-42',
    statement:
      'Each publicly paid insulation contract should run for five years and train one local apprentice to the end for every ten homes a month.',
    argument: `I have been laid off by two schemes. The second time I had three lads with me in Birmingham, a year into a course of three. One drives for a supermarket. One is on a site in Perth, the one in Australia. I do not know about Kyle.

An apprentice takes three years. **The longest contract I was ever given was nineteen months.** Nobody trains on nineteen months; you hire whoever has a van.

So tie the two together. Five years of work, and one apprentice from the area for every ten homes a month, who finishes. If the firm goes under, the next one takes the apprentice along with the street.`,
    day: -178.2,
    tags: ['work', 'energy'],
    lean: [0.92, 0.83, 0.9],
    pass: 0.12,
    reach: 0.64,
    comments: [
      {
        author: 'member-2',
        stance: 'question',
        body: 'Does “local” mean the city or the street? Here in Cardiff the coldest wards also have the most people out of work. I should like it to mean them, and I should like to hear whether the colleges could keep up.',
        day: -174.8,
        goodPoints: 16,
        replies: [
          {
            author: 'member-42',
            stance: 'neutral',
            body: 'The travel-to-work area, because lads move in with girlfriends. First offer to the streets being done. As for the college, mine closed its plastering course in 2019 for want of a contract to train for.',
            day: -174.0,
            goodPoints: 21,
          },
        ],
      },
      {
        author: 'member-21',
        stance: 'against',
        body: 'One for every ten a month shuts out the two-man firms that did my road in Leicester better than anybody. They will never do ten a month. You would leave it to the big contractors who sublet to them anyway.',
        day: -155.5,
        goodPoints: 18,
        replies: [
          {
            author: 'member-97',
            stance: 'neutral',
            body: 'Two or three small firms can share one. We do it here: he is with me for walls, and with my cousin for roofs. The paperwork is a nuisance, but it can be done.',
            day: -154.6,
            goodPoints: 22,
          },
        ],
      },
      {
        author: 'member-87',
        stance: 'for',
        body: 'Lads, lads, lads. My daughter asked three firms here about an apprenticeship and two of them asked who would do the lifting.',
        day: -141.0,
        goodPoints: 25,
      },
      {
        author: 'member-115',
        stance: 'neutral',
        body: 'I have sent this to my lad, who is the one on the site in Perth, as it happens.',
        day: -137.7,
        goodPoints: 3,
        withdrawn: true,
      },
    ],
    decision: {
      outcome: 'refer',
      reason:
        'We agree that a contract shorter than a training is the fault underneath the others, and the draft will say five years. How apprenticeships are shared between small firms, who pays the college, and what happens when a firm fails belong to those who deal with training everywhere and not in this trade alone. We refer that part, with our support, and with Daisy Yates’s question about who gets asked to lift.',
      nextStop: 'The Work and the Economy commission says in public what it will do with it',
      due: -58,
      day: -87.5,
      by: 'daniel',
      referredTo: 'work',
      done: {
        day: -59.3,
        note: 'The commission takes it into its paper on training, due next spring, with shared apprenticeships as its first question.',
      },
      verdicts: [0.33, 0.34, 0.07],
    },
  },
];
