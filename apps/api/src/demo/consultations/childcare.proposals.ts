import type { ProposalScript } from '../script.js';

export const childcareProposals: ProposalScript[] = [
  {
    key: 'childcare-pay-scale',
    author: 'sunita',
    statement:
      'Set one national pay scale for nursery staff, starting at least £2 an hour above the minimum wage for anyone with a level 3 qualification.',
    argument: `I lead the baby room in a nursery in Leicester. I have a level 3, eleven years in, and four children in my arms before nine in the morning. I earn 84p an hour more than the lad who started at the supermarket last month.

In two years six colleagues have gone: two to the supermarket, two to a school as assistants, one to a warehouse, one home to her own baby because she could not afford us.

You cannot open a room without the staff the law asks for. **Every funded hour that nobody is there to give is an hour on paper.** Teachers have a scale. So do teaching assistants. We should have one too.`,
    day: -8.6,
    tags: ['education', 'work'],
    lean: [0.94, 0.76, 0.9],
    pass: 0.07,
    reach: 0.93,
    revision: {
      statement:
        'Set one national pay scale for nursery staff, starting at least £2 an hour above the minimum wage for a level 3, and pay nurseries the funding to meet it.',
      argument: `I lead the baby room in a nursery in Leicester. I have a level 3, eleven years in, and four children in my arms before nine in the morning. I earn 84p an hour more than the lad who started at the supermarket last month.

In two years six colleagues have gone: two to the supermarket, two to a school as assistants, one to a warehouse, one home to her own baby because she could not afford us.

**Every funded hour that nobody is there to give is an hour on paper.** Teachers have a scale.

Without the money it would close the nurseries honest enough to follow it, so the funding must rise on the same day, and reach the payslip.`,
      reason:
        'A manager in Grimsby and others said that a scale without funding would close rooms. They are right, so the money is now in the statement.',
      day: -5.2,
    },
    evidence: [
      {
        key: 'childcare-sea-turnover',
        body: 'sea',
        officer: 'society-officer',
        author: 'Aled Humphreys, nursery school head until 2022',
        claim:
          'Nurseries that pay on the local school scale lose about half as many staff each year as those near the minimum wage.',
        detail: `We asked 63 settings in eleven council areas how many staff had left in a year and what a level 3 worker earned. In the 17 that pay by the council’s school scale, 12 in 100 had left. In the 46 that do not, 26 in 100 had.

Settings on the school scale are often attached to a school, with term-time hours and a pension. Pay is therefore not the only difference, and we cannot separate the three. Staff who answered a free question named pay first and holidays second.`,
        confidence: 'medium',
        confidenceReason: '63 settings that chose to answer; pay and holidays cannot be told apart',
        costFlag: true,
        declaredInterest:
          'The author draws a teachers’ pension. About a third of the society’s members work in schools or nurseries.',
        mandate:
          'Agreed by the SEA executive, 12 for, none against, on the evidence and not on the proposal.',
        sources: [
          { title: 'Socialist Educational Association, members’ survey of early years settings' },
          {
            title: 'Department for Education, Survey of childcare and early years providers',
            url: 'https://www.example.org/early-years-providers',
          },
        ],
        day: -6.4,
      },
    ],
    comments: [
      {
        author: 'member-41',
        stance: 'against',
        body: 'I manage a charity nursery in Grimsby with 52 places. Wages are 78% of what we spend. Give me this scale on Monday without the funding and I close the toddler room on Friday. I want to pay it. I cannot print it.',
        day: -8.2,
        goodPoints: 33,
        replies: [
          {
            author: 'sunita',
            stance: 'for',
            body: 'I would not ask you to. The hourly rate has to rise on the same day. Would you back it if the statement said so?',
            day: -8.0,
            goodPoints: 14,
            replies: [
              {
                author: 'member-41',
                stance: 'question',
                body: 'I would, if the rate is paid by the hour each child is here and not by a census in January. Last year we took nine babies in March and were paid for them in July.',
                day: -7.7,
                goodPoints: 17,
                replies: [
                  {
                    author: 'helen',
                    stance: 'neutral',
                    body: 'Speaking as convenor: how often the headcount is taken is a rule councils can already vary. I have asked for a list of those that count monthly. It will be added to the paper.',
                    day: -6.9,
                    goodPoints: 21,
                  },
                  {
                    author: 'sunita',
                    stance: 'for',
                    body: 'I have changed the words. Funding is in the statement now. Thank you for being blunt about it.',
                    day: -5.1,
                    goodPoints: 12,
                    replies: [
                      {
                        author: 'member-41',
                        stance: 'for',
                        body: 'Then I am for it. I came in to argue against and I have just voted agree, so put that in your minutes.',
                        day: -4.8,
                        goodPoints: 26,
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
        author: 'tom',
        stance: 'question',
        body: 'Where does the £2 come from? Offshore we argue from what the next employer down the road pays. If the supermarket puts its rate up by £1.50 you are back where you started.',
        day: -7.4,
        goodPoints: 11,
        replies: [
          {
            author: 'member-88',
            stance: 'for',
            body: 'Tie it to the teaching assistant’s grade instead of a figure. That is the job people actually leave us for, and it moves every April without anybody having to win an argument.',
            day: -6.6,
            goodPoints: 19,
          },
        ],
      },
      {
        author: 'member-5',
        stance: 'against',
        body: 'One scale for Surrey and for Sunderland? Rent on a one-bedroom flat differs by £700 a month. A national number is either useless in Guildford or generous in Grimsby.',
        day: -6.1,
        goodPoints: 9,
        replies: [
          {
            author: 'member-19',
            stance: 'for',
            body: 'Nurses and teachers have one scale with a London addition. It is not perfect and nobody wants to go back.',
            day: -5.7,
            goodPoints: 13,
          },
        ],
      },
    ],
  },
  {
    key: 'childcare-48-weeks',
    author: 'member-14',
    statement:
      'Fund childcare for 48 weeks of the year instead of 38, at the same hours a week, because jobs do not stop in the school holidays.',
    argument: `My “30 hours” are 22 in real life, because the nursery stretches 38 weeks of money over the whole year. For the other eight I pay £7.40 an hour. I work three long days as a porter at a hospital in Salford, and it does not shut in August.

Wales already funds 48 weeks for its three and four-year-olds. It can be done.

It would cost money, so here is a way to begin: start with children under two, where the hours matter most and where nothing else, no holiday club and no older brother, can fill the gap. Then add a year of age each September.`,
    day: -8.3,
    tags: ['education', 'work'],
    lean: [0.92, 0.83, 0.87],
    pass: 0.09,
    reach: 0.88,
    comments: [
      {
        author: 'gwenllian',
        stance: 'for',
        body: 'We have had 48 weeks on Ynys Môn for some years. Holiday weeks are where it creaks: Cylch Meithrin groups meet in school halls and the caretaker is on leave. Fund the building for 48 weeks as well as the child.',
        day: -7.9,
        goodPoints: 22,
      },
      {
        author: 'member-27',
        stance: 'against',
        body: 'Ten more weeks is about a quarter more money for families who already have the most. My sister’s boy gets nothing until he is three because she is on sick pay. I would spend it there first.',
        day: -7.2,
        goodPoints: 24,
        replies: [
          {
            author: 'member-14',
            stance: 'neutral',
            body: 'I do not think I am the one with the most, on £24,000. But I take the point about your sister. If I had to order them I would put the under-twos’ 48 weeks level with her boy’s 15 hours.',
            day: -6.8,
            goodPoints: 15,
            replies: [
              {
                author: 'member-27',
                stance: 'neutral',
                body: 'Fair. I was thinking of the couple on £95,000 each, who get the same as you do. I have voted pass on this one.',
                day: -6.3,
                goodPoints: 8,
              },
            ],
          },
        ],
      },
      {
        author: 'member-102',
        stance: 'question',
        body: 'Would a nursery have to open in August to receive any of it? Ours is in a church hall and closes for five weeks. They are lovely, and they have said they would drop the scheme.',
        day: -3.6,
        goodPoints: 6,
      },
    ],
  },
  {
    key: 'childcare-no-work-test',
    author: 'member-63',
    statement:
      'Give every child 15 funded hours a week from nine months, whether or not the parents are in work.',
    argument: `The child whose mother has just lost her job loses the nursery place as well, a few weeks later, in the month when everything else at home is going wrong. Then she cannot go to interviews, because there is nobody to hold the baby.

I was a health visitor in Bradford for nineteen years. The children I worried about most are those the present scheme leaves out until they are three: no garden, a damp flat, a parent on their own.

Keep the second 15 hours for parents who work, if money is short. But the first 15 should belong to **the child**, as a school place does. Nobody asks for a payslip at the gate of a primary school.`,
    day: -8.1,
    tags: ['education', 'work'],
    lean: [0.87, 0.36, 0.63],
    pass: 0.13,
    reach: 0.85,
    evidence: [
      {
        key: 'childcare-fabians-work-test',
        body: 'fabians',
        officer: 'society-officer',
        author: 'Eleanor Tsang, economist, policy officer of the society',
        claim:
          'Most of the money in the newest hours goes to the better-off half of families; ending the work test would cost far less than its extent suggests.',
        detail: `We took the published earnings rules and the spread of family incomes with a child under three. By our estimate 7 in 10 pounds of the hours for under-twos reach families in the upper half.

Fifteen hours for all from nine months would cost an estimated £0.9 to £1.3 billion a year. The range is wide because nobody knows how many parents who are not working would take a place: we assumed between 45 and 65 in 100, from what happens at age two today.

We did not count any gain from parents who then find work.`,
        confidence: 'low',
        confidenceReason: 'Our own model; the share who would take a place is an assumption',
        costFlag: true,
        declaredInterest:
          'The author’s daughter receives funded hours. The society was paid by no one for this work.',
        mandate:
          'Published by the policy officer under the society’s rule that papers bind only their authors.',
        sources: [
          {
            title:
              'Department for Education, Funded early education and childcare, annual statistics',
            url: 'https://www.example.org/funded-early-education',
          },
          { title: 'Department for Work and Pensions, Households below average income' },
          { title: 'Fabian Society, working note on take-up at age two' },
        ],
        day: -4.9,
        contests: [
          {
            body: 'sea',
            text: 'Take-up at two is low because invitations go out late and places are few, not because parents do not want them. Where councils knock on doors it passes 85 in 100, so the cost is likely to be above the range.',
            day: -2.7,
          },
        ],
      },
    ],
    comments: [
      {
        author: 'member-8',
        stance: 'against',
        body: 'There are not enough places for those of us who cannot go to work without one. I have been on a list in Norwich since I was five months pregnant. Give away another 15 hours today and the list gets longer for everybody.',
        day: -7.6,
        goodPoints: 31,
        replies: [
          {
            author: 'ruth',
            stance: 'for',
            body: 'That is an argument about the order, and I agree with it: places first. But it is not an argument against the child. I see two-year-olds with rotten teeth who have never sat in a room with another adult who might have noticed.',
            day: -7.1,
            goodPoints: 28,
            replies: [
              {
                author: 'member-8',
                stance: 'question',
                body: 'So would you put a date on it? Say, when an area has a place for every working parent who asks, the test ends there?',
                day: -6.7,
                goodPoints: 18,
                replies: [
                  {
                    author: 'member-63',
                    stance: 'against',
                    body: 'No, because the areas that reach that first are the comfortable ones. Bradford would be last, as with everything. I would sooner start with the poorest tenth of wards and pay to open the rooms there.',
                    day: -6.2,
                    goodPoints: 23,
                    replies: [
                      {
                        author: 'member-8',
                        stance: 'neutral',
                        body: 'I had not thought of it that way round. Poorest wards first, with new rooms, I could vote for. As it is written I still disagree.',
                        day: -5.9,
                        goodPoints: 16,
                        replies: [
                          {
                            author: 'faisal',
                            stance: 'question',
                            body: 'Would somebody put “poorest wards first” forward as a proposal of its own? Two of you have agreed on it halfway down a thread, and there it cannot be voted on.',
                            day: -4.4,
                            goodPoints: 20,
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
        author: 'callum',
        stance: 'for',
        body: 'In Scotland every three and four-year-old has the hours and nobody asks where the mother works. My neighbour got her qualification in the mornings and drives the 36 with me now. No form would have predicted that.',
        day: -5.4,
        goodPoints: 17,
        editedTo:
          'In Scotland every three and four-year-old has the hours, though not yet most two-year-olds, and nobody asks where the mother works. My neighbour got her licence in the mornings and drives the 36 with me now. No form would have predicted that.',
      },
      {
        author: 'member-71',
        stance: 'against',
        body: 'I do not want a nine-month-old in a nursery at all unless the parents need it. Pay a year of leave properly and half this demand goes away.',
        day: -3.9,
        goodPoints: 12,
        replies: [
          {
            author: 'member-63',
            stance: 'neutral',
            body: 'I would back better leave tomorrow. The paper says it comes in the autumn. My babies in Bradford are nine months old now.',
            day: -3.5,
            goodPoints: 10,
          },
        ],
      },
    ],
  },
  {
    key: 'childcare-public-places',
    author: 'priya',
    statement:
      'New public money to open nursery places should go only to councils, schools, co-operatives and charities.',
    argument: `When the nursery on our estate in Leicester was sold, the new owner raised fees by a fifth, and two years later shut it because the land was worth more than the children. Public money had paid for the kitchen.

I do not want to close anybody. Companies that have places can keep them and go on being paid for the hours. But a grant to *build* should buy something that stays.

Schools with falling rolls have empty classrooms, some with small toilets already in them. A parents’ co-operative in an empty reception class costs a tenth of a new building, and nobody can sell it.`,
    day: -7.5,
    tags: ['education'],
    lean: [0.83, 0.31, 0.62],
    pass: 0.15,
    reach: 0.74,
    comments: [
      {
        author: 'member-36',
        stance: 'against',
        body: 'My mother runs a private nursery in Hastings: 28 children, one site, takes home less than her deputy. To you she is the same as a chain owned by an investment fund. Draw the line at size or at debt, not at “private”.',
        day: -7.0,
        goodPoints: 34,
        replies: [
          {
            author: 'priya',
            stance: 'question',
            body: 'She is not the same, and I do not want to hurt her. Could she take a grant if the building had to stay a nursery for 25 years, whoever owned it?',
            day: -6.5,
            goodPoints: 22,
            replies: [
              {
                author: 'member-36',
                stance: 'neutral',
                body: 'I asked her. Fifteen years, yes, she would sign. Twenty-five goes past her retirement, and she would worry about selling. A covenant like that would sort the chains out as well.',
                day: -5.5,
                goodPoints: 27,
                replies: [
                  {
                    author: 'member-92',
                    stance: 'for',
                    body: 'Housing associations take grant on those terms and if they sell they pay it back. The words exist. Copy them.',
                    day: -4.1,
                    goodPoints: 15,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        author: 'member-55',
        stance: 'for',
        body: 'School governor in Camberwell. We had 60 in reception in 2016 and 31 now. There is a classroom with child-height sinks where we keep chairs. A grant of £90,000 would open it with 24 places. We were turned down for want of a lift.',
        day: -4.6,
        goodPoints: 25,
      },
      {
        author: 'member-112',
        stance: 'against',
        body: 'Our council ran nurseries and closed all nine between 2011 and 2018. I do not trust a council to be there in ten years any more than I trust a company.',
        day: -2.2,
        goodPoints: 14,
      },
    ],
  },
  {
    key: 'childcare-disabled-children',
    author: 'member-77',
    statement:
      'Pay a nursery the full cost of one-to-one support for a disabled child from the day the child starts, before any assessment is finished.',
    argument: `Four nurseries told us they were “not the right setting” for our son, who has epilepsy. The fifth took him and paid for a second adult out of its own pocket for seven months while the forms went round. Then it told us, in tears, that it could not go on.

The law says that nobody may be turned away. The money says the opposite. An assessment takes most of a year; a two-year-old’s year is half his life.

Pay first, on the word of the health visitor or paediatrician. Check after three months. If the support turns out not to be needed, stop it. Very few families will invent a seizure.`,
    day: -6.0,
    tags: ['education', 'health'],
    lean: [0.93, 0.84, 0.92],
    pass: 0.08,
    reach: 0.5,
    revision: {
      statement:
        'Pay a nursery the full cost of the support a disabled child needs from the day the child starts, before any assessment is finished.',
      argument: `Four nurseries told us they were “not the right setting” for our son, who has epilepsy. The fifth took him and paid for a second adult out of its own pocket for seven months while the forms went round. Then it told us, in tears, that it could not go on.

The law says that nobody may be turned away. The money says the opposite. An assessment takes most of a year; a two-year-old’s year is half his life.

Not every child needs a second adult. Some need a hoist, some need three hours of training for everyone in the room. Pay for what is needed, on the word of the health visitor or paediatrician, and check after three months.`,
      reason:
        'Two people pointed out that “one-to-one” is not what every child needs, and that it can set a child apart.',
      day: -2.9,
    },
    comments: [
      {
        author: 'member-22',
        stance: 'question',
        body: 'I am deaf, and so is my daughter. A second adult beside her all day would be the worst thing for her. She needs the whole room to sign “more” and “stop”. Could it say support, not one-to-one?',
        day: -5.0,
        goodPoints: 29,
        replies: [
          {
            author: 'member-77',
            stance: 'for',
            body: 'Thank you. I wrote what my son needed and called it what everybody needs. I will change it.',
            day: -3.3,
            goodPoints: 18,
          },
        ],
      },
      {
        author: 'sunita',
        stance: 'for',
        body: 'We have two children waiting for their assessment now. I am the second adult for one of them, which means that I am not in my own room. Pay on day one and I can go back to doing the job I am counted for.',
        day: -2.4,
        goodPoints: 16,
      },
    ],
  },
  {
    key: 'childcare-ratio-four',
    author: 'member-48',
    statement:
      'Let a nursery rated good, with a qualified worker in the room, look after four children under two for each adult instead of three.',
    argument: `I know that this will not be popular, so let me say why I ask. I own one nursery, in Plymouth. The law lets one adult look after three babies. The hourly rate for a baby does not pay for a third of an adult, so each baby loses me money and I cap the room at nine.

With four to one I could take twelve with the same staff, and pay each of them £1.60 an hour more. Scotland and several countries with good nurseries have other numbers than ours, and better-paid people.

Only where inspectors say the nursery is good, only with a level 3 in the room, and never at mealtimes.`,
    day: -4.7,
    tags: ['education'],
    lean: [0.22, 0.41, 0.2],
    pass: 0.12,
    reach: 0.58,
    comments: [
      {
        author: 'sunita',
        stance: 'against',
        body: 'There is a fire drill every half term. I have two arms and a baby carrier. Ask the owner to carry four out of a building and then sign this.',
        day: -4.3,
        goodPoints: 38,
        replies: [
          {
            author: 'member-48',
            stance: 'for',
            body: 'We use an evacuation cot that takes six, and so do most. It is a fair test all the same, and I would accept “with evacuation cots” in the text.',
            day: -4.0,
            goodPoints: 6,
            replies: [
              {
                author: 'member-30',
                stance: 'against',
                body: 'It is not only fire. A baby who is put down crying because there is a fourth to change learns something from it. I did this for twelve years. Three was already one too many on a bad day.',
                day: -3.2,
                goodPoints: 24,
              },
            ],
          },
        ],
      },
      {
        author: 'lowri',
        stance: 'question',
        body: 'A correction, since I like numbers to be right: Scotland also asks for one adult to three children under two. For two-year-olds it asks for one to five, which England has copied since 2023. Could the author change that sentence?',
        day: -2.6,
        goodPoints: 30,
        replies: [
          {
            author: 'member-48',
            stance: 'neutral',
            body: 'You are right about Scotland and I was wrong: I had an old table for two-year-olds in my head. The rest I stand by.',
            day: -1.8,
            goodPoints: 11,
          },
        ],
      },
      {
        author: 'member-66',
        stance: 'for',
        body: 'Voting agree, with a heavy heart. My nursery closed its baby room in May and I went back to work on nights.',
        day: -1.4,
        goodPoints: 5,
        withdrawn: true,
      },
    ],
  },
  {
    key: 'childcare-related-childminders',
    author: 'member-95',
    statement:
      'Let a registered childminder be paid for the funded hours of her own grandchild, niece or nephew, on the same terms as any other child.',
    argument: `I have been a childminder in Norwich for sixteen years, inspected and rated good. I may be paid for the funded hours of the boy from number 14. For my own granddaughter, in the same room, eating the same carrots, I may not.

So my daughter has two choices: send her across the city to a stranger who has a waiting list, or let me do it free and lose a paid place. I did it free for a year. Now I have given the place to another family, which is daft.

The rule was made to stop people inventing care. The inspector who counts my children can count one more.`,
    day: -1.3,
    tags: ['education', 'work'],
    lean: [0.82, 0.78, 0.74],
    pass: 0.2,
    reach: 0.04,
    comments: [
      {
        author: 'member-17',
        stance: 'question',
        body: 'I did not know this rule existed. Does it stop a childminder’s assistant too, if the assistant is the aunt?',
        day: -0.6,
        goodPoints: 3,
      },
    ],
  },
];
